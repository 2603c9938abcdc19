"""What templates are promised: ``docs/templates.md`` names all of it, with its type."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from journeyctl.renderers.filling import speaking
from journeyctl.renderers.markdown import environment
from journeyctl.reports.context import KINDS, Context
from journeyctl.templates import templates_folder
from journeyctl.words import words_for

PAGE = (Path(__file__).parents[2] / "docs/templates.md").read_text("utf-8")
SIMPLE = {str: "text", int: "number", float: "number", bool: "yes or no"}


def shown(type: Any) -> str:
    """A type in the words of the page."""
    if type in SIMPLE:
        return SIMPLE[type]
    inner = get_args(type)
    if get_origin(type) is UnionType:
        assert inner[1] is NoneType
        return f"{shown(inner[0])}, or none"
    if get_origin(type) is tuple:
        if inner[-1] is ...:
            return f"list of {shown(inner[0])}"
        return f"({', '.join(map(shown, inner))})"
    return f"[{type.__name__}](#{type.__name__.lower()})"


def records(type: Any, known: dict[str, Any]) -> Iterator[Any]:
    """The records that a type leads to, itself included, each once."""
    for inner in get_args(type):
        yield from records(inner, known)
    if hasattr(type, "_fields") and type.__name__ not in known:
        known[type.__name__] = type
        yield type
        for field in get_type_hints(type).values():
            yield from records(field, known)


def rows(heading: str) -> dict[str, tuple[str, str]]:
    """The table under a heading of the page: names, and for each its type and meaning."""
    section = re.split(r"^#+ ", PAGE.partition(f"\n{heading}\n")[2], maxsplit=1, flags=re.M)[0]
    found = re.findall(r"^\| `(\w+)[^`]*` \| (.*?) \| (.*?) \|$", section, re.M)
    return {name: (type, meaning) for name, type, meaning in found}


def test_the_page_tells_every_name_with_its_type_and_meaning() -> None:
    told = {type.__name__: type for type in records(Context, {})}
    headings = re.findall(r"^### (\w+)$", PAGE, re.M)
    assert sorted(headings) == sorted(set(told) - {"Context"})
    for name, type in told.items():
        heading = "## What there is" if name == "Context" else f"### {name}"
        fields = {field: shown(hint) for field, hint in get_type_hints(type).items()}
        assert {field: row[0] for field, row in rows(heading).items()} == fields, name
        assert all(meaning for _, meaning in rows(heading).values()), name


def test_the_page_tells_every_function_with_its_arguments() -> None:
    functions = {**environment().globals, **speaking(words_for("en"))}
    own = {name: one for name, one in functions.items() if inspect.isroutine(one)}
    del own["range"]  # Jinja's, as those are that are no routines
    told = re.findall(r"^\| `(\w+)\((.*?)\)`", PAGE.partition("## Functions")[2], re.M)
    assert sorted(name for name, _ in told) == sorted(own)
    for name, arguments in told:
        taken = [one.strip(" *").partition("=")[0] for one in arguments.split(",")]
        assert taken == [one.strip("_") for one in inspect.signature(own[name]).parameters], name


def test_the_page_names_the_templates_that_can_be_replaced() -> None:
    folder = templates_folder() / "report"
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*.j2")]
    assert sorted(re.findall(r"`((?:parts/)?[a-z]+\.md\.j2)`: ", PAGE)) == sorted(names)
    assert {f"{kind}.md.j2" for kind in KINDS} == {name for name in names if "/" not in name}
