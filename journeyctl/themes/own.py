"""A theme of one's own, from the few keys of a configuration: a brand colour is enough.

What is not said is the base's. Of a colour the shades that belong to it are mixed, and text on
a strong colour is black or white, whichever is easier to read. A theme that is hard to read
is refused with the colour that would do.
"""

import re
from collections.abc import Iterator, Mapping
from math import floor
from typing import Any, NamedTuple

from journeyctl import kinds
from journeyctl.diagnostics import Kind
from journeyctl.reporters.text import shown
from journeyctl.syntax.names import nearest
from journeyctl.themes import BUILT_IN, StageColours, Theme, built_in, contrast, mixed
from journeyctl.themes.legible import TEXT, Colour, Pair, illegible, pairs

TEXTS = ("base", "font", "logo")
LISTS = ("stages", "moods")
COLOURS = tuple(field for field in Theme._fields if field not in (*TEXTS, *LISTS, "rings", "hatch"))
KEYS = (*TEXTS, *LISTS, *COLOURS)
"""What a theme of one's own may say; the colours have the names of the fields of Theme."""

MOST_STAGES, LONGEST_LOGO = 12, 60

_BLACK, _WHITE = "#000000", "#ffffff"
_SHADES = 6
_STEPS = 20  # from a colour to black or white
# How much of a colour is in the grounds made from it: so little that with any colour the
# texts and marks of every base stay legible on them.
_TINT, _SOFT, _BAND, _PERSON = 0.2, 0.045, 0.06, 0.14
_WRITE = "Write it as `#rrggbb`, in quotation marks."
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")
_FONT = re.compile(r"[A-Za-z0-9]+( [A-Za-z0-9]+)*\Z")


class Value(NamedTuple):
    """A value in a theme's table, or the one of a ``number`` (from 0) in the list there; all of
    the table without a key."""

    key: str = ""
    number: int = -1


class Fault(NamedTuple):
    """What is wrong with a theme's table, at which of its values."""

    value: Value
    message: str
    help: str
    kind: Kind = kinds.BAD_CONFIGURATION


def own(name: str, table: Mapping[str, Any]) -> tuple[Theme | None, list[Fault]]:
    """The theme that a table of a configuration makes, or None and why there is none."""
    faults = [fault for key, value in table.items() for fault in _misspelt(key, value)]
    if name in BUILT_IN:
        said = f"`{name}` is the name of a theme that comes with journeyctl."
        faults.insert(0, Fault(Value(), said, f'Call it `our-{name}`, with `base = "{name}"`.'))
    if faults:
        return None, faults
    theme = _made(table)
    poor: dict[Value, Pair] = {}
    for pair in illegible(theme):
        poor.setdefault(_said(pair, table), pair)
    if poor:
        return None, [_illegible(name, table, *one) for one in poor.items()]
    return theme, []


def _misspelt(key: str, value: object) -> Iterator[Fault]:
    """What is wrong with the form of one value."""
    if key not in KEYS:
        near = nearest(key, KEYS)
        help = f"Did you mean `{near}`?" if near else f"There are `{'`, `'.join(KEYS)}`."
        yield Fault(Value(key), f"A theme has no key `{shown(key)}`.", help)
    elif key in LISTS:
        yield from _misspelt_list(key, value)
    elif not isinstance(value, str):
        yield Fault(Value(key), f"`{key}` is no text.", 'Write it in quotation marks: `"…"`.')
    elif key in COLOURS:
        if not _COLOUR.match(value):
            yield Fault(Value(key), f"`{shown(value)}` is no colour.", _WRITE)
    elif key == "base":
        if value not in BUILT_IN:
            near = nearest(value, BUILT_IN)
            help = f"Did you mean `{near}`?" if near else f"There are {', '.join(BUILT_IN)}."
            yield Fault(Value(key), f"There is no base `{shown(value)}`.", help)
    elif key == "font":
        if not _FONT.match(value):
            help = "A family's name has letters of English, digits and single spaces."
            yield Fault(Value(key), f"`{shown(value)}` is no font.", help)
    elif not value.strip() or not value.isprintable() or len(value) > LONGEST_LOGO:
        help = f"Write a name of one line, {LONGEST_LOGO} characters at most."
        yield Fault(Value(key), "The logo is no short text.", help)


def _misspelt_list(key: str, value: object) -> Iterator[Fault]:
    least, most = (5, 5) if key == "moods" else (1, MOST_STAGES)
    if not isinstance(value, list) or not least <= len(value) <= most:
        many = "five colours, the worst feeling first" if key == "moods" else "colours"
        help = f'Write `{key} = ["#1f5a92", …]`.'
        yield Fault(Value(key), f"`{key}` is no list of {many}.", help)
        return
    for number, one in enumerate(value):
        if not isinstance(one, str) or not _COLOUR.match(one):
            at = number if isinstance(one, str) else -1
            yield Fault(Value(key, at), f"`{shown(str(one))}` is no colour.", _WRITE)


def _made(table: Mapping[str, Any]) -> Theme:
    """The theme of a table whose values are well-formed."""
    said = {key: table[key] for key in (*COLOURS, "font", "logo") if key in table}
    said |= {key: said[key].lower() for key in COLOURS if key in said}
    base = built_in(table.get("base", "light"))
    ground = said.get("background", base.background)
    brand = said.pop("brand", "")
    made: dict[str, Any] = {"brand": _readable(brand or base.brand, ground)}
    strong = [one.lower() for one in table.get("stages", ())]
    if brand:
        made["person"] = mixed(said.get("card", base.card), brand, _PERSON)
        made["band"] = mixed(ground, brand, _BAND)
        strong = strong or _shades(brand)
    if strong:
        made["on_strong"] = _black_or_white(strong)
    elif "background" in said:
        strong = [stage.strong for stage in base.stages]
    if strong:
        made["stages"] = tuple(
            StageColours(one, mixed(ground, one, _TINT), mixed(ground, one, _SOFT))
            for one in strong
        )
    if "moods" in table:
        made["moods"] = tuple(one.lower() for one in table["moods"])
        made["on_mood"] = _black_or_white(table["moods"])
    return base._replace(**{**made, **said})


def _black_or_white(grounds: list[str]) -> str:
    """The text that is easier to read on the worst of the grounds; on any one it is 4.58:1."""
    return max((_WHITE, _BLACK), key=lambda text: min(contrast(text, one) for one in grounds))


def _shades(brand: str) -> list[str]:
    """The brand's colour and shades of it, each further from the text on it."""
    end = _BLACK if _black_or_white([brand]) == _WHITE else _WHITE
    return [mixed(brand, end, 0.5 * number / _SHADES) for number in range(_SHADES)]


def _readable(colour: str, ground: str) -> str:
    """The colour, or the nearest shade of it that can be read as text on the ground."""
    end = _black_or_white([ground])
    shades = (mixed(colour, end, step / _STEPS) for step in range(_STEPS + 1))
    return next(one for one in shades if contrast(one, ground) >= TEXT)


def _said(pair: Pair, table: Mapping[str, Any]) -> Value:
    """Which value of the table is to blame for a pair: what lies above rather than its ground."""
    upper = _origin(pair.upper, table)
    return upper if upper.key else _origin(pair.ground, table)


def _origin(colour: Colour, table: Mapping[str, Any]) -> Value:
    """Which value of the table a colour is, or was made from; none for the base's own."""
    of_a_stage = colour.field in StageColours._fields
    if colour.field == "note":
        made_of = (("pain", "idea")[colour.number], "card")
        return next((Value(key) for key in made_of if key in table), Value())
    if colour.field in table:
        return Value(colour.field, colour.number)
    if of_a_stage and "stages" in table:
        return Value("stages", colour.number)
    if (of_a_stage or colour.field in ("person", "band")) and "brand" in table:
        return Value("brand")
    return Value("background") if of_a_stage and "background" in table else Value()


def _illegible(name: str, table: Mapping[str, Any], value: Value, pair: Pair) -> Fault:
    upper, ground = pair.upper, pair.ground
    what = "text" if pair.least == TEXT else "a line or a mark"
    message = (
        f"The theme `{shown(name)}` is hard to read: {upper.shown} on {ground.shown} has a "
        f"contrast of {floor(pair.ratio * 100) / 100:g}:1, and {what} needs {pair.least:g}:1."
    )
    better = _better(table, value)
    if value.key == "background" and _black_or_white([table["background"]]) == _WHITE:
        help = 'Begin a dark theme with `base = "dark"`.'
    elif better:
        help = f"`{better}` would do."
    else:
        help = f"No shade of it would do: change the colours of `{ground.field}`, too."
    return Fault(value, message, help, kinds.LOW_CONTRAST)


def _better(table: Mapping[str, Any], value: Value) -> str:
    """The nearest shade of a value with which no pair speaks against it, or ""."""
    listed = value.number >= 0
    values = list(table[value.key]) if listed else [table[value.key]]
    at = value.number if listed else 0
    colour = values[at]
    for step in range(1, _STEPS + 1):
        for end in (_BLACK, _WHITE):
            shade = values[at] = mixed(colour, end, step / _STEPS)
            tried = {**table, value.key: values if listed else shade}
            poor = (pair for pair in pairs(_made(tried)) if pair.ratio < pair.least)
            if all(_said(pair, tried) != value for pair in poor):
                return shade
    return ""
