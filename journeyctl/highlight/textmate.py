"""The description as a TextMate grammar, as VS Code, Sublime Text and others read it."""

from typing import TypeAlias

from journeyctl.highlight.description import FORMS, Piece, Rule
from journeyctl.highlight.roles import ROLES

Json: TypeAlias = "str | list[Json] | dict[str, Json]"

LANGUAGE = "journey"
ROOT = f"source.{LANGUAGE}"


def scope(role: str) -> str:
    """The full name of a role: ``meta.label.journey``."""
    return f"{ROLES[role].scope}.{LANGUAGE}"


def grammar() -> dict[str, Json]:
    """The grammar, to be written as JSON. Pieces of lines are in its ``repository``."""
    pieces: dict[str, Json] = {}
    return {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "name": "Journey",
        "scopeName": ROOT,
        "fileTypes": [LANGUAGE],
        "patterns": [_rule(rule, pieces) for rule in FORMS],
        "repository": pieces,
    }


def _rule(rule: Rule, pieces: dict[str, Json]) -> Json:
    captures: dict[str, Json] = {
        str(number): _capture(role, pieces) for number, role in enumerate(rule.roles, 1) if role
    }
    return {"match": rule.pattern, "captures": captures}


def _capture(role: str | Piece, pieces: dict[str, Json]) -> Json:
    if isinstance(role, str):
        return {"name": scope(role)}
    if role.rules and role.name not in pieces:
        pieces[role.name] = {"patterns": [_rule(rule, pieces) for rule in role.rules]}
    named: dict[str, Json] = {"name": scope(role.rest)} if role.rest else {}
    return named | ({"patterns": [{"include": f"#{role.name}"}]} if role.rules else {})
