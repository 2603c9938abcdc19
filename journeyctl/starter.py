"""The journey that ``journeyctl new`` begins with: small, complete, and full of questions."""

from typing import Literal

from journeyctl.templates import templates_folder

Type = Literal["b2b", "b2c"]


def languages() -> tuple[str, ...]:
    """The languages that there is a starter in. Raises OSError where the install is incomplete."""
    names = {path.name.split(".")[1] for path in (templates_folder() / "new").iterdir()}
    return tuple(sorted(names))


def starter(type: Type, language: str) -> str:
    """The text of a new journey: every stage of its type's model with an example or two, and
    what a facilitator asks as comments. ``check`` finds nothing in it, ``fmt`` changes nothing.

    It is a file of ``templates/new/``, as it stands; ``language`` is one of ``languages()``.
    What the examples tell of committees, approvals and long times, or of feelings, payment and
    coming back, is from articles 000, 001 and 004. Raises OSError where the install is incomplete.
    """
    return (templates_folder() / "new" / f"{type}.{language}.journey").read_text("utf-8")
