"""Calls that cannot be understood, told like everything else: in Thai or English, with a way out.

typer finds what is wrong with a call and says it in English. The errors are told by the names of
their classes: older versions of typer take them from click, newer ones bring them along.
"""

import os
import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from antigraft.cli.commands import called_in
from antigraft.cli.voice import Voice
from antigraft.cli.words import help_language
from antigraft.formats.report import Lang
from antigraft.values.words import asked_back, nearest

_COMMAND = re.compile("No such command '(.*?)'", re.DOTALL)
_VALUE = re.compile("'?(.*?)'? is not ", re.DOTALL)
_EXTRA = re.compile(r"unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)


class Said(NamedTuple):
    """A sentence in both languages."""

    th: str
    en: str


def complain(error: Any, arguments: Sequence[str]) -> None:
    """Say what is wrong with a call, and whose help says more; or show the help of a group."""
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        return
    lang: Lang = "en" if help_language(arguments, os.environ) == "en" else "th"
    said = _SAYING.get(type(error).__name__, _other)(error)
    call = _called(error, arguments)
    Voice(lang, color=False, width=None).complain(
        f"{said.th} (ดูวิธีใช้ด้วย {call} --help)", f"{said.en} (see {call} --help)"
    )


def _called(error: Any, arguments: Sequence[str]) -> str:
    """Return the program with the command whose help says more."""
    context = getattr(error, "ctx", None)
    if context is not None:
        return str(context.command_path)
    return " ".join(filter(None, ("antigraft", called_in(arguments))))


def _no_option(error: Any) -> Said:
    params = error.ctx.command.get_params(error.ctx)  # with --help
    options = [name for param in params for name in param.opts]
    return _unknown("ไม่มีตัวเลือก", "there is no option", error.option_name, options)


def _no_value(error: Any) -> Said:
    name = error.option_name
    if "not take" in error.message:
        return Said(f"ตัวเลือก {name} ไม่มีค่าตามหลัง", f"the option {name} takes no value")
    return Said(f"ตัวเลือก {name} ต้องมีค่าตามหลัง", f"the option {name} needs a value")


def _missing(error: Any) -> Said:
    name, about = _name(error.param), getattr(error.param, "help", None)
    more = f": {about}" if about else ""
    return Said(f"ยังไม่ได้ระบุ {name}{more}", f"{name} is missing{more}")


def _bad_value(error: Any) -> Said:
    if error.param is None:
        return _other(error)
    name, kind = _name(error.param), error.param.type
    found = _VALUE.match(error.message)
    value = found[1] if found else ""
    if choices := getattr(kind, "choices", None):
        known, listed = list(map(str, choices)), ", ".join(map(str, choices))
        said = _unknown(f"{name} ไม่มีค่า", f"{name} has no value", value, known)
        return Said(f"{said.th} (มี {listed})", f"{said.en} (there are {listed})")
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if found and least is not None and most is not None:
        return Said(
            f"{name} ต้องเป็นจำนวนเต็มตั้งแต่ {least} ถึง {most} ไม่ใช่ {value}",
            f"{name} is a whole number from {least} to {most}, not {value}",
        )
    return Said(f"ค่าของ {name} ใช้ไม่ได้: {error.message}", f"{name}: {error.message}")


def _usage(error: Any) -> Said:
    message, context = error.message, error.ctx
    commands = list(getattr(context.command, "commands", ())) if context else []
    if found := _COMMAND.match(message):
        return _unknown("ไม่มีคำสั่ง", "there is no command", found[1], commands)
    if message.startswith("Missing command"):
        listed = ", ".join(commands)
        return Said(f"ยังไม่ได้ระบุคำสั่ง (มี {listed})", f"a command is missing (there are {listed})")
    if found := _EXTRA.search(message):
        return Said(
            f'มีคำเกินมา: {found[1]} ถ้าค่ามีเว้นวรรค ให้ครอบด้วย "…"',
            f'too much was given: {found[1]}; quote a value that has spaces with "…"',
        )
    return _other(error)


def _other(error: Any) -> Said:
    return Said(f"เรียกคำสั่งไม่ถูกต้อง: {error.message}", error.message)


def _unknown(th: str, en: str, given: str, known: list[str]) -> Said:
    back_th, back_en = asked_back(nearest(given, known))
    return Said(f"{th} {given}{back_th}", f"{en} {given}{back_en}")


def _name(param: Any) -> str:
    """Return what the reader writes: ``--year``, or ``DIR`` for an argument."""
    longest: str = max(param.opts, key=len)
    return longest if longest.startswith("-") else param.metavar or longest.upper()


_SAYING: dict[str, Callable[[Any], Said]] = {
    "NoSuchOption": _no_option,
    "NoSuchCommand": _usage,
    "BadOptionUsage": _no_value,
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
    "UsageError": _usage,
}
