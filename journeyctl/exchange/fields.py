"""One line of a journey as named fields, and back: what a JSON document has for each line."""

from typing import Any, TypeAlias

from journeyctl.exchange import drafting
from journeyctl.syntax.nodes import (
    Arrow,
    Attribute,
    Blank,
    Comment,
    Declaration,
    Node,
    Step,
    Tag,
    Unknown,
)

Fields: TypeAlias = dict[str, Any]


def fields_of(node: Node) -> Fields:
    """What a line says, without what stands under it; what it does not say has no field."""
    match node:
        case Blank():
            return {"kind": "blank"}
        case Comment():
            return {"kind": "comment", "text": node.text.removeprefix("//").strip()}
        case Unknown():
            return {"kind": "unknown", "text": node.text}
        case Attribute():
            found: Fields = {"kind": "key", "key": node.key.value, "value": node.text.value}
            people = [tag.name for tag in node.tags if tag.kind == "actor"]
            return _said(found, people=people, duration=_duration(node.tags))
        case Arrow():
            return _said(
                {"kind": "arrow"},
                label=node.label and node.label.value,
                share=_number(node.share),
                target=node.target and node.target.value,
            )
        case Declaration():
            return _said(
                {"kind": node.kind, "name": node.name.value},
                label=node.label and node.label.value,
                duration=node.duration and node.duration.text,
            )
        case Step():
            return _step(node)


def _step(node: Step) -> Fields:
    first = {tag.kind: tag for tag in reversed(node.tags)}
    people = [
        _said({"name": tag.name}, feeling=_number(tag)) for tag in node.tags if tag.kind == "actor"
    ]
    return _said(
        {"kind": "step", "mark": node.mark, "label": node.label.value},
        people=people,
        channels=[tag.name for tag in node.tags if tag.kind == "channel"],
        feeling=_number(first.get("feeling")),
        moment="moment" in first,
        duration=_duration(node.tags),
        id=first["id"].name if "id" in first else "",
        share=_number(first.get("share")),
    )


def spelled(fields: Fields) -> str:
    """The line that says what the fields do, which are of the shapes that the schema tells."""
    duration = fields.get("duration", "")
    match fields["kind"]:
        case "blank":
            return ""
        case "comment":
            return f"// {fields['text']}".rstrip()
        case "unknown":
            return str(fields["text"])
        case "key":
            tags = [f"@{name}" for name in fields.get("people", ())]
            tags += [f"[{duration}]"] if duration else []
            return drafting.key(fields["key"], fields["value"], tags)
        case "arrow":
            share = f"{fields['share']:g}%" if "share" in fields else ""
            return drafting.arrow(fields.get("label", ""), share, fields.get("target", ""))
        case "step":
            return drafting.step(fields["mark"], fields["label"], _tags(fields))
        case kind:
            return drafting.declaration(kind, fields["name"], fields.get("label", ""), duration)


def _tags(fields: Fields) -> list[str]:
    tags = [
        f"@{one['name']}" + (f":{one['feeling']}" if "feeling" in one else "")
        for one in fields.get("people", ())
    ]
    tags += [f"#{name}" for name in fields.get("channels", ())]
    tags += [f":{fields['feeling']}"] if "feeling" in fields else []
    tags += ["!"] if fields.get("moment") else []
    tags += [f"[{fields['duration']}]"] if "duration" in fields else []
    tags += [f"^{fields['id']}"] if "id" in fields else []
    tags += [f"{fields['share']:g}%"] if "share" in fields else []
    return tags


def _said(found: Fields, **more: Any) -> Fields:
    """``found`` with those fields that say something; a share may be 0."""
    return found | {
        name: value
        for name, value in more.items()
        if value or (name == "share" and value is not None)
    }


def _number(tag: Tag | None) -> float | None:
    if tag is None or tag.number is None:
        return None
    return int(tag.number) if tag.number == int(tag.number) else tag.number


def _duration(tags: tuple[Tag, ...]) -> str:
    return next((tag.duration.text for tag in tags if tag.duration), "")
