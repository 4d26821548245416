"""The program ``antigraft``: its commands and what stands before them.

A run builds only the command it calls; the help of the whole program only lists them.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from antigraft import __version__
from antigraft.cli.commands import ABOUT, COMMANDS, VERSION_HELP, called_in
from antigraft.cli.options import RootColor, RootLang
from antigraft.cli.voice import CANNOT

# BadParameter is a UsageError, and that is what all errors of a call are. The class is typer's
# own or click's, as typer is new or old.
_CallError: type[Exception] = typer.BadParameter.__mro__[2]


class Program(TyperGroup):
    """The commands together; wrong calls are told in the reader's language."""

    def main(self, *args: Any, **given: Any) -> NoReturn:
        """Run a call and end with its exit code."""
        try:
            code = super().main(*args, **{**given, "standalone_mode": False})
        except _CallError as error:
            from antigraft.cli.wrong_calls import complain

            complain(error, given.get("args") or sys.argv[1:])
            code = CANNOT
        raise SystemExit(code if isinstance(code, int) else 0)


def program(arguments: Sequence[str] = ()) -> typer.Typer:
    """Make the program for ``arguments``: with the command they call.

    Where they call none, the commands are listed with their help, but cannot be run; without
    arguments all are there.
    """
    app = typer.Typer(
        name="antigraft",
        cls=Program,
        help=ABOUT,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    called = called_in(arguments)
    for name, help_ in COMMANDS.items():
        if arguments and not called:
            _list(app, name, help_)
        elif called in (None, name):
            _add(app, name, help_)
    app.callback(invoke_without_command=True)(antigraft)
    return app


def _list(app: typer.Typer, name: str, help_: str) -> None:
    """Name a command without importing what it needs.

    A short help of its own is shown whole; one that typer makes of the help is cut.
    """
    app.command(name=name, help=help_, short_help=help_)(_listed)


def _add(app: typer.Typer, name: str, help_: str) -> None:
    """Make a command that can be run."""
    module = import_module(f"antigraft.cli.{name}")
    if hasattr(module, "GROUP"):
        app.add_typer(module.GROUP, name=name, help=help_, short_help=help_)
    else:
        app.command(help=help_, short_help=help_)(getattr(module, name))


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
        typer.Option("--version", callback=_version, is_eager=True, help=VERSION_HELP),
    ] = False,
    lang: RootLang = None,
    color: RootColor = None,
) -> None:
    """Print help when no command is given; options here count for every command."""
    del version, lang, color  # read by the commands, through the context
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
