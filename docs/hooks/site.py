"""What the site has beside docs/*.md: the reference of commands and addresses, the notebook."""

import re
from pathlib import Path
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from nbconvert import MarkdownExporter

from service.cli.main import communique
from service.http.openapi.document import document

DOCS = Path(__file__).parents[1]
NOTEBOOKS = sorted(DOCS.glob("notebooks/*.ipynb"))
_OUTSIDE = re.compile(r"\[([^\]]+)\]\(\.\./[^)]*\)")  # of a file that the site doesn't hold
_DECISION = re.compile(r"# (.+)")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Pages that the navigation doesn't name stand at its end, decisions under their own head."""
    nav: list[Any] = config.nav or []
    named = set(_pages(nav))
    others = [p.name for p in sorted(DOCS.glob("*.md")) if p.name not in named]
    decisions = [{_title(p): f"decisions/{p.name}"} for p in sorted(DOCS.glob("decisions/*.md"))]
    nav += [{"More": others}] if others else []
    nav.append({"Decisions": decisions})
    config.nav = nav
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is generated."""
    pages = {"reference/commands.md": commands(), "reference/addresses.md": addresses()}
    for path in NOTEBOOKS:
        text, resources = MarkdownExporter().from_filename(str(path))
        pages[f"notebooks/{path.stem}.md"] = text
        for name, image in resources["outputs"].items():
            # Several notebooks may have pictures of one name.
            own = f"{path.stem}-{name}"
            pages[f"notebooks/{path.stem}.md"] = text = text.replace(f"({name})", f"({own})")
            files.append(File.generated(config, f"notebooks/{own}", content=image))
    for name, content in pages.items():
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, **_: object) -> str:
    """A link to a file of the repository is its name."""
    return _OUTSIDE.sub(r"\1", markdown)


def commands() -> str:
    """Each command as its own help tells it."""
    root = click.Context(communique, info_name="communique")
    parts = ["# Commands", f"```text\n{communique.get_help(root)}\n```"]
    if isinstance(communique, click.Group):
        for name in sorted(communique.list_commands(root)):
            command = communique.get_command(root, name)
            if command:
                parts += _command(command, name, root)
    return "\n\n".join(parts) + "\n"


def _command(command: click.Command, name: str, parent: click.Context) -> list[str]:
    context = click.Context(command, info_name=name, parent=parent)
    context.max_content_width = 96
    parts = [f"## `{context.command_path}`", f"```text\n{command.get_help(context)}\n```"]
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            parts += _command(found, below, context) if found else []
    return parts


def addresses() -> str:
    """Each address for programs as the service's own OpenAPI document tells it."""
    parts = ["# Addresses", "From the document that the service gives at `/openapi.json`."]
    for path, methods in document()["paths"].items():
        parts.append(f"## `{path}`")
        for method, told in methods.items():
            if method != "parameters":
                parts += _operation(method, told, methods.get("parameters", []))
    return "\n\n".join(parts) + "\n"


def _operation(method: str, told: dict[str, Any], shared: list[dict[str, Any]]) -> list[str]:
    parts = [f"**{method.upper()}** {told.get('summary', '')}"]
    if told.get("description"):
        parts.append(str(told["description"]))
    named = [p for p in [*shared, *told.get("parameters", [])] if "name" in p]
    if named:
        rows = [f"| `{p['name']}` | {p['in']} | {_cell(p.get('description'))} |" for p in named]
        parts.append("\n".join(["| parameter | in | |", "|---|---|---|", *rows]))
    return parts


def _cell(text: object) -> str:
    return " ".join(str(text or "").split()).replace("|", "\\|")


def _pages(nav: list[Any]) -> list[str]:
    """Every file that a navigation names."""
    found: list[str] = []
    for item in nav:
        values = item.values() if isinstance(item, dict) else [item]
        for value in values:
            found += _pages(value) if isinstance(value, list) else [value]
    return found


def _title(path: Path) -> str:
    found = _DECISION.search(path.read_text(encoding="utf-8"))
    return found.group(1) if found else path.stem
