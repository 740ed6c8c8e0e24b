"""The command line's root: its commands and what happens to errors."""

import sys
from importlib import import_module
from typing import NoReturn

import click

from loaders.errors import LoadersError
from ontology import __version__
from service.errors import CommuniqueError

_COMMANDS = {
    "load": "service.cli.load",
    "extract": "service.cli.extract",
    "query": "service.cli.query",
    "serve": "service.cli.serve",
    "mcp": "service.cli.mcp",
    "evaluate": "service.cli.evaluate",
    "remove": "service.cli.remove",
    "correct": "service.cli.correct",
    "check": "service.cli.check",
    "repair": "service.cli.repair",
    "stats": "service.cli.stats",
    "export": "service.cli.export",
    "link": "service.cli.link",
    "backup": "service.cli.backup",
    "restore": "service.cli.restore",
}


class _Commands(click.Group):
    """Imports a command when it is called: `--help` needs no language model."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(_COMMANDS[cmd_name]), cmd_name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"no command {args[0]!r}; there are: {', '.join(_COMMANDS)}")
        return super().resolve_command(ctx, args)


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="communique")
def communique() -> None:
    """Read diplomatic news into a graph in which every fact opens at its exact words.

    \b
    communique load articles/                       read a folder of .txt and .md files
    communique query meetings -p status=planned     ask a ready-made question
    communique query                                list the ready-made questions
    communique serve                                SPARQL, pages and data on port 8000
    """


def main() -> None:
    """Run the command; errors go to stderr and give exit status 2."""
    try:
        communique()
    except (CommuniqueError, LoadersError) as error:
        _end(str(error))
    except OSError as error:  # a full disk, a file that may not be read
        _end(f"the system refuses: {error}; the store stays as it was")


def _end(message: str) -> NoReturn:
    click.echo(f"communique: {message}", err=True)
    sys.exit(2)
