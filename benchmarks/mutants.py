"""Small changes of the code of one function, for mutation testing.

Changed are comparisons, arithmetic, ``and``/``or``/``not``, conditions, numbers, keys and other
ASCII words, returned and yielded values, ``break`` and ``continue``. Not changed are docstrings,
type hints, text for people (anything with a space or a letter beyond ASCII, and all f-strings)
and code outside functions, which has run before a test begins.
"""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

Change = tuple[str, Callable[[], None]]
Function = ast.FunctionDef | ast.AsyncFunctionDef
_OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult, ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.USub: ast.UAdd,
}  # fmt: skip
_SAME_ANYWAY = {"strict", "maxsplit", "stacklevel"}  # keywords that guard or save work


class Mutant(NamedTuple):
    """One change: of which function of which file, and the how-manieth of its changes."""

    file: str
    function: str
    line: int
    number: int
    label: str


def mutants(path: Path) -> list[Mutant]:
    """List every change of every function of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        Mutant(str(path), name, line, number, label)
        for name, function in _functions(tree)
        for number, (line, label, _) in enumerate(_changes(function))
    ]


def mutated(mutant: Mutant) -> tuple[CodeType, int]:
    """Return the changed code of the function, and the line that its code object begins at."""
    tree = ast.parse(Path(mutant.file).read_text(encoding="utf-8"))
    function = next(
        function
        for name, function in _functions(tree)
        if name == mutant.function and _has(function, mutant.line)
    )
    line, label, apply = list(_changes(function))[mutant.number]
    if (line, label) != (mutant.line, mutant.label):
        raise LookupError(mutant.function)
    apply()
    first = min([function.lineno, *(one.lineno for one in function.decorator_list)])
    module = compile(ast.fix_missing_locations(tree), mutant.file, "exec", dont_inherit=True)
    return _code(module, mutant.function, first), first


def _has(function: Function, line: int) -> bool:
    return function.lineno <= line <= (function.end_lineno or line)


def _code(module: CodeType, name: str, first: int) -> CodeType:
    within = [module]
    for code in within:
        if code.co_qualname == name and code.co_firstlineno == first:
            return code
        within += [one for one in code.co_consts if isinstance(one, CodeType)]
    raise LookupError(name)


def _functions(tree: ast.Module) -> Iterator[tuple[str, Function]]:
    """Yield functions and methods by name; what is defined inside them belongs to them."""
    for node in tree.body:
        if isinstance(node, Function):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, Function):
                    yield f"{node.name}.{inner.name}", inner


def _changes(function: Function) -> Iterator[tuple[int, str, Callable[[], None]]]:
    for statement in function.body:
        for node in _walked(statement):
            for label, apply in _of(node):
                yield getattr(node, "lineno", statement.lineno), label, apply


def _walked(node: ast.AST) -> Iterator[ast.AST]:
    """Walk through code that runs: no docstring, no type hint, no text for people."""
    if isinstance(node, ast.JoinedStr) or _is_docstring(node):
        return
    yield node
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns", "type_comment"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.keyword) and child.arg in _SAME_ANYWAY:
                continue
            if isinstance(child, ast.AST):
                yield from _walked(child)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _of(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            yield _swapped(node.ops, place, operator)
    elif isinstance(node, ast.BoolOp | ast.BinOp | ast.UnaryOp):
        yield from _operators(node)
    elif isinstance(node, ast.Constant):
        yield from _constants(node)
    elif isinstance(node, ast.comprehension):
        for place, test in enumerate(node.ifs):
            drop = _setting(node.ifs, place, ast.Constant(value=True))
            yield f"any, not only if {ast.unparse(test)}", drop
    else:
        yield from _flow(node)


def _swapped(places: list[ast.cmpop], place: int, operator: ast.cmpop) -> Change:
    other = _OPERATORS[type(operator)]()
    return f"{_name(operator)} -> {_name(other)}", _setting(places, place, other)


def _operators(node: ast.BoolOp | ast.BinOp | ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        twice = ast.UnaryOp(op=ast.Not(), operand=node.operand)
        yield f"not {ast.unparse(node.operand)} -> without not", _putting(node, "operand", twice)
    elif type(node.op) in _OPERATORS and not _joins_text(node):
        other = _OPERATORS[type(node.op)]()
        label = f"{_name(node.op)} -> {_name(other)} in {ast.unparse(node)[:60]}"
        yield label, _putting(node, "op", other)


def _joins_text(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and any(
        isinstance(part, ast.JoinedStr)
        or (isinstance(part, ast.Constant) and isinstance(part.value, str))
        or _joins_text(part)
        for part in (node.left, node.right)
    )


def _constants(node: ast.Constant) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield f"{value} -> {not value}", _putting(node, "value", not value)
    elif isinstance(value, int):
        yield f"{value} -> {value + 1}", _putting(node, "value", value + 1)
    elif isinstance(value, str) and value.isascii() and value and " " not in value:
        yield f"{value!r} -> another", _putting(node, "value", f"~{value}")


def _flow(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        if not isinstance(node.test, ast.Compare | ast.UnaryOp):
            negated = ast.UnaryOp(op=ast.Not(), operand=node.test)
            yield f"if not ({ast.unparse(node.test)[:60]})", _putting(node, "test", negated)
    elif isinstance(node, ast.Return) and not _is_none(node.value):
        yield "return None", _putting(node, "value", ast.Constant(value=None))
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield | ast.YieldFrom):
        nothing = ast.YieldFrom(value=ast.Tuple(elts=[], ctx=ast.Load()))
        yield "yield nothing", _putting(node, "value", nothing)
    elif isinstance(node, ast.Continue | ast.Break):
        other = ast.Break if isinstance(node, ast.Continue) else ast.Continue

        def become() -> None:
            node.__class__ = other  # no fields: nothing else differs

        yield f"{_name(node)} -> {other.__name__}", become


def _is_none(value: ast.expr | None) -> bool:
    return value is None or (isinstance(value, ast.Constant) and value.value is None)


def _name(node: ast.AST) -> str:
    return type(node).__name__


def _setting(places: list[Any], place: int, new: ast.AST) -> Callable[[], None]:
    return lambda: places.__setitem__(place, new)


def _putting(node: ast.AST, field: str, new: object) -> Callable[[], None]:
    return lambda: setattr(node, field, new)
