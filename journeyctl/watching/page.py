"""The page itself: one document with its style and its script in it, and the policy that lets
these two run and nothing else."""

import json
from base64 import b64encode
from hashlib import sha256
from typing import NamedTuple

from journeyctl.templates import templates_folder
from journeyctl.words import Words

_WORDS = (
    "card",
    "close",
    "copied",
    "copy",
    "drawn",
    "fit",
    "full",
    "gone",
    "journeys",
    "keys",
    "larger",
    "lost",
    "nowhere",
    "older",
    "search",
    "smaller",
    "system",
    "theme",
    "undrawn",
    "unfound",
    "unread",
    "views",
)


class Page(NamedTuple):
    """The document, and its Content-Security-Policy."""

    html: bytes
    policy: str


def page(words: Words) -> Page:
    """The page in a language. Raises OSError where the install is incomplete."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = templates_folder() / "watch"
    style = (folder / "watch.css").read_text("utf-8")
    script = (folder / "watch.js").read_text("utf-8")
    said = {key: words.text(f"watch.{key}") for key in _WORDS}
    said["findings"] = words.text("report.findings")
    said["clean"] = words.text("said.clean")
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined
    )
    # In JSON a `<` is escaped, and so no text of ours can end the element it stands in.
    data = json.dumps(said).replace("<", "\\u003c")
    html = environment.get_template("page.html.j2").render(
        language=words.language, said=said, data=data, style=style, script=script
    )
    policy = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)};"
        " connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'none'"
    )
    return Page(html.encode(), policy)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
