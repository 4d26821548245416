"""The program ``antigraft``: its commands and what stands before them.

A run builds only the command it calls; the help of the whole program only lists them.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from antigraft import __version__
from antigraft.cli.options import RootColor, RootLang
from antigraft.cli.words import told

COMMANDS = (
    "validate",
    "budget",
    "risks",
    "progress",
    "items",
    "units",
    "show",
    "explain",
    "render",
    "init",
    "new",
    "schema",
    "fmt",
    "diff",
    "docs",
)
"""Each names a module of this package with a function of that name, and its ``HELP``.

A module with a ``GROUP`` holds commands of its own, such as ``new progress``.
"""


def program(arguments: Sequence[str] = ()) -> typer.Typer:
    """Make the program for ``arguments``: with the command they call.

    Where they call none, the commands are listed with their help, but cannot be run; without
    arguments all are there.
    """
    app = typer.Typer(
        name="antigraft",
        help=told(
            "แผนปฏิบัติการป้องกันการทุจริตของ อปท. เป็นแฟ้ม YAML ใน git:"
            " ตรวจ รวมเงิน ประเมินความเสี่ยง ออกรายงาน",
            "Anti-corruption plans of Thai local governments as YAML in git.",
        ),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    called = next((word for word in arguments if word in COMMANDS), None)
    for name in (called,) if called else COMMANDS:
        module = import_module(f"antigraft.cli.{name}")
        # A short help of its own is shown whole; one that typer makes of the help is cut.
        if arguments and not called:
            app.command(name=name, help=module.HELP, short_help=module.HELP)(_listed)
        elif hasattr(module, "GROUP"):
            app.add_typer(module.GROUP, name=name, help=module.HELP, short_help=module.HELP)
        else:
            app.command(help=module.HELP, short_help=module.HELP)(getattr(module, name))
    app.callback(invoke_without_command=True)(antigraft)
    return app


def _listed() -> None:
    """Stand in for a command in the list of all commands."""


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"antigraft {__version__}")
        raise typer.Exit


def antigraft(
    context: typer.Context,
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help=told("แสดงรุ่น", "show the version")
        ),
    ] = False,
    lang: RootLang = None,
    color: RootColor = None,
) -> None:
    """Print help when no command is given; options here count for every command."""
    del version, lang, color  # read by the commands, through the context
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
