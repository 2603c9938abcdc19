"""Changes and their effect as lines of plain text, in a journey's language: no markup."""

from collections.abc import Iterator
from typing import NamedTuple

from journeyctl.comparison.change import Act, Change
from journeyctl.comparison.changes import Changes
from journeyctl.comparison.effect import Effect
from journeyctl.direction import joined
from journeyctl.model.journey import Journey
from journeyctl.model.measures import Range
from journeyctl.reports.tables import Table
from journeyctl.words import Words

_SIGNS: dict[Act, str] = {
    "added": "+", "removed": "-", "renamed": "~", "changed": "~", "moved": ">",
}  # fmt: skip
_LISTS = ("role", "side", "kind", "type")  # fields whose values are words of a fixed list


_Row = tuple[str, str, str, str]


class Line(NamedTuple):
    """One change: its sign (``+``, ``-``, ``~``, ``>``), what was done in a word, and the rest."""

    sign: str
    act: str
    text: str


class Section(NamedTuple):
    """The changes at a stage, or of the journey as a whole."""

    heading: str
    lines: tuple[Line, ...]


class Told(NamedTuple):
    """All that a reader is told. Without sections nothing changed. The table has the figures
    before and after, with a word on them; ``solved`` and ``arisen`` are pains. ``path`` may be
    empty."""

    title: str
    path: str
    summary: str
    sections: tuple[Section, ...]
    table: Table
    solved: tuple[str, ...]
    arisen: tuple[str, ...]


def tell(
    old: Journey, new: Journey, found: Changes, come: Effect, words: Words, path: str = ""
) -> Told:
    """The changes between two journeys, stage by stage in the order of the new one.

    Of a journey that is new or gone as a whole just that is told.
    """
    if bool(old.stages) != bool(new.stages):
        came = words.text("diff.new" if new.stages else "diff.gone")
        title = new.facts.title or old.facts.title
        return Told(title, path, came, (), Table((), ()), (), ())
    stages: dict[str, list[Line]] = {}
    for change in found.changes:
        stage = stage_of(change, old, new)
        heading = stage or words.text("diff.journey")
        stages.setdefault(heading, []).append(_line(change, stage, words))
    return Told(
        new.facts.title or old.facts.title,
        path,
        summary(found, words),
        tuple(Section(heading, tuple(lines)) for heading, lines in stages.items()),
        Table(
            ("", words.text("diff.before"), words.text("diff.after"), ""), tuple(_rows(come, words))
        ),
        come.solved,
        come.arisen,
    )


def stage_of(change: Change, old: Journey, new: Journey) -> str:
    """The label of the stage that a change is at; "" for the journey as a whole."""
    if change.step:
        journey = old if change.act == "removed" and change.thing == "step" else new
        return journey.stages[journey.steps[change.step].stage].label
    if change.thing == "stage":
        return change.name
    labels = [stage.label for stage in (*new.stages, *old.stages)]
    return change.place if change.place in labels else ""


def summary(found: Changes, words: Words) -> str:
    """``2 added, 1 removed and 3 changed``; a new name is a change."""
    counts = dict.fromkeys(("added", "removed", "changed", "moved"), 0)
    for one in found.changes:
        counts["changed" if one.act == "renamed" else one.act] += 1
    told = [words.counted(f"count.{act}", count) for act, count in counts.items() if count]
    return words.listing(told) if told else words.text("diff.none")


def _line(change: Change, section: str, words: Words) -> Line:
    subject = [change.place] if change.place not in ("", section) else []
    subject += _name(change, words)
    text = joined(": ", (joined(" · ", subject), _detail(change, words)))
    return Line(_SIGNS[change.act], words.text(f"act.{change.act}"), text)


def _name(change: Change, words: Words) -> list[str]:
    """What changed, with a word on what that is; nothing where the heading says it."""
    if not change.name or (change.field and change.thing in ("journey", "stage")):
        return []
    if change.thing == "step" or (change.thing == "person" and change.place):
        return [change.name]
    return [words.text("diff.named", thing=words.text(f"thing.{change.thing}"), name=change.name)]


def _detail(change: Change, words: Words) -> str:
    before, after = (_value(change, one, words) for one in (change.before, change.after))
    if change.act == "renamed":
        return words.text("diff.was", name=before)
    if change.act == "moved":
        return words.text("diff.moved", before=before, after=after)
    if change.act in ("added", "removed"):
        return before or after
    nothing = words.text("diff.nothing")
    told = f"{before or nothing} → {after or nothing}"
    if change.field not in ("value", "details"):
        told = f"{words.text(f'field.{change.field}')} {told}"
    return ", ".join([told, *_verdict(change.trend, words)])


def _value(change: Change, value: str, words: Words) -> str:
    """A value as people say it: words of a fixed list are in their language."""
    if change.thing == "answer" and change.field in ("", "target"):
        return words.known("target", value)
    if change.field == "mark":
        return words.known("legend", value)
    if change.field == "moment":
        return words.text("diff.yes") if value else ""
    return words.known(change.field, value) if change.field in _LISTS else value


def _verdict(trend: int, words: Words) -> list[str]:
    return [words.text("diff.better" if trend > 0 else "diff.worse")] if trend else []


def _rows(come: Effect, words: Words) -> Iterator[_Row]:
    """The figures that are known of one of the two at least."""
    before, after = come.before, come.after
    yield from _row("time", _time(before.time, words), _time(after.time, words), 0, words)
    figures: list[tuple[str, float | None, float | None, int]] = [
        ("steps", before.steps, after.steps, 0),
        ("touchpoints", before.touchpoints, after.touchpoints, 0),
        ("people", before.people, after.people, 0),
        ("channels", before.channels, after.channels, 0),
        ("pains", before.pains, after.pains, -1),
        ("ideas", before.ideas, after.ideas, 0),
        ("feeling", before.feeling, after.feeling, 1),
        ("lowest", before.lowest, after.lowest, 1),
        ("end", before.end, after.end, 1),
    ]
    for key, was, now, good in figures:
        trend = 0 if was is None or now is None else good * ((now > was) - (now < was))
        show = words.percent if key == "end" else words.number
        told = ["" if one is None else show(one) for one in (was, now)]
        yield from _row(key, told[0], told[1], trend, words)


def _row(key: str, before: str, after: str, trend: int, words: Words) -> Iterator[_Row]:
    if before or after:
        nothing = words.text("diff.nothing")
        verdict = "".join(_verdict(trend, words))
        if before == after:
            verdict = words.text("diff.same")
        yield words.text(f"effect.{key}"), before or nothing, after or nothing, verdict


def _time(time: Range | None, words: Words) -> str:
    return words.duration(*time) if time else ""
