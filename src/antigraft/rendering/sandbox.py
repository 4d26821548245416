"""The sandbox of templates: Jinja's own, which decides the same and asks less.

A page is filled with thousands of values, and each way through Jinja's sandbox and escaping takes
a few microseconds. Nothing is allowed here that Jinja's immutable sandbox refuses.
"""

from collections import deque
from collections.abc import Callable, Mapping
from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2 import pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context, Macro
from jinja2.sandbox import (
    ImmutableSandboxedEnvironment,
    SandboxedEnvironment,
    modifies_known_mutable,
)
from markupsafe import Markup

_METHODS = (BuiltinMethodType, MethodType)
_CHANGEABLE: tuple[object, ...] = (set(), {}, [], deque())
CHANGING = frozenset(
    name for kind in _CHANGEABLE for name in dir(kind) if modifies_known_mutable(kind, name)
)
"""The names that change a set, a mapping or a sequence: of others Jinja need not be asked."""


class _Code(CodeGenerator):
    """Writes Python that does not escape again what is finished: it is Markup, whatever it was."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("(environment.finish(")
        else:
            super()._output_child_pre(node, frame, finalize)


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of templates. ``finish`` makes Markup of every value that is printed."""

    code_generator_class = _Code

    def __init__(self, finish: Callable[[Any], Markup], **options: Any) -> None:
        """Begin with nothing known."""

        # With a context to pass, Jinja finishes constants when the template runs, not when it is
        # compiled, where it would escape them first.
        @pass_context
        def finalize(context: Context, value: Any) -> Markup:
            del context
            return finish(value)

        super().__init__(finalize=finalize, **options)
        self.finish = finish
        self._safe: dict[tuple[type, str], bool] = {}
        self._offered: set[int] = set()

    def offer(self, named: Mapping[str, Any]) -> None:
        """Give every template values of ours. The functions among them ask nothing of Jinja."""
        self.globals |= named
        self._offered |= {id(one) for one in named.values() if callable(one)}

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template names; all but the usual is left to Jinja's sandbox.

        A macro, which only a template makes, and what is offered may always be called.
        """
        offered = id(called) in self._offered
        if not offered and type(called) is not Macro:
            return super().call(context, called, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return called(*args, **kwargs) if offered else called(context.eval_ctx, *args, **kwargs)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Say whether a template may read an attribute.

        That follows from the type of the value that has it and from its own name, so the answers
        are kept.
        """
        asked = (type(obj), attr)
        known = self._safe.get(asked)
        if known is None:
            known = SandboxedEnvironment.is_safe_attribute(self, obj, attr, value)
            if attr in CHANGING:
                known = known and not modifies_known_mutable(obj, attr)
            self._safe[asked] = known
        return known

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Read an attribute of a value; all but the usual is left to Jinja's sandbox."""
        try:
            value = getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)
        # A method may be that of str.format, which reaches into values: Jinja wraps it.
        if type(value) not in _METHODS and (
            self._safe.get((type(obj), attribute)) or self.is_safe_attribute(obj, attribute, value)
        ):
            return value
        return super().getattr(obj, attribute)
