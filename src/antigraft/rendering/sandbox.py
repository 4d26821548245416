"""The sandbox of templates: Jinja's own, which decides the same and asks less.

A page is filled with thousands of values, and each way through Jinja's sandbox and escaping takes
a few microseconds. Nothing is allowed here that Jinja's immutable sandbox refuses.
"""

from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.sandbox import ImmutableSandboxedEnvironment

_METHODS = (BuiltinMethodType, MethodType)


class _Code(CodeGenerator):
    """Writes Python that does not escape again what is finished: it is Markup, whatever it was."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is not None:
            self.write(f"({finalize.src}")
        else:
            super()._output_child_pre(node, frame, finalize)


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of templates. Its ``finalize`` must return Markup for every value."""

    code_generator_class = _Code

    def __init__(self, **options: Any) -> None:
        """Begin with nothing known."""
        super().__init__(**options)
        self._safe: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Say whether a template may read an attribute.

        That follows from the type of the value that has it and from its own name, so the answers
        are kept.
        """
        asked = (type(obj), attr)
        known = self._safe.get(asked)
        if known is None:
            known = self._safe[asked] = super().is_safe_attribute(obj, attr, value)
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
