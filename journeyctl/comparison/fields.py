"""Fields and lists held against each other: what each change of one is called."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple

from journeyctl.comparison.change import Change, Thing
from journeyctl.comparison.matching import ALIKE, Match, likeness
from journeyctl.source import Span
from journeyctl.syntax.names import fold
from journeyctl.syntax.values import Duration, Metric, Quantity

Trend = Literal[-1, 0, 1]


class At(NamedTuple):
    """Whose details are told, and where that stands."""

    thing: Thing
    name: str
    place: str
    step: str
    old: Span | None
    new: Span | None

    def changed(self, field: str, before: str, after: str, trend: Trend = 0) -> Iterator[Change]:
        """The change of a field, if it is one."""
        if before != after:
            yield Change(
                "changed", self.thing, self.name, self.place, field, before, after, trend,
                self.step, self.old, self.new,
            )  # fmt: skip

    def renamed(self, before: str, after: str) -> Iterator[Change]:
        """The change of a label, if it is one."""
        if before != after:
            yield Change(
                "renamed", self.thing, after, self.place, "", before, after, 0,
                self.step, self.old, self.new,
            )  # fmt: skip


class Said(NamedTuple):
    """A text of a list, what else is said with it, and where it stands."""

    text: str
    more: str
    span: Span | None = None


def members(
    at: At,
    field: str,
    same: Match,
    old: Sequence[str],
    new: Sequence[str],
    labels: dict[str, str],
) -> Iterator[Change]:
    """Who or what came to a step, and went from it; where one came for another, that they did."""
    stayed = {same.get(key) for key in old}
    came = [labels[key] for key in new if key not in stayed]
    gone = [labels[key] for key in old if same.get(key) not in new]
    for before, after in zip_longest(gone, came, fillvalue=""):
        yield from at.changed(field, before, after)


def feeling(at: At, before: int | None, after: int | None) -> Iterator[Change]:
    """A score from 1 to 5; higher is better."""
    trend: Trend = 0
    if before is not None and after is not None:
        trend = 1 if after > before else -1
    was, now = ("" if one is None else str(one) for one in (before, after))
    yield from at.changed("feeling", was, now, trend)


def duration(at: At, old: Duration | None, new: Duration | None) -> Iterator[Change]:
    """Sooner is better, where neither the least nor the most is longer."""
    if old is None or new is None:
        yield from at.changed("duration", old.text if old else "", new.text if new else "")
        return
    if (old.low, old.high) == (new.low, new.high):
        return
    before = old.low, float("inf") if old.high is None else old.high
    after = new.low, float("inf") if new.high is None else new.high
    trend: Trend = 0
    if after[0] <= before[0] and after[1] <= before[1]:
        trend = 1
    elif after[0] >= before[0] and after[1] >= before[1]:
        trend = -1
    yield from at.changed("duration", old.text, new.text, trend)


def metrics(at: At, old: Sequence[Metric], new: Sequence[Metric]) -> Iterator[Change]:
    olds = list(old)
    place = at.name if at.thing != "journey" else ""
    for metric in new:
        partner = next((one for one in olds if fold(one.name) == fold(metric.name)), None)
        if partner is None:
            yield Change(
                "added", "metric", metric.name, place, "", "", _written(metric), 0,
                at.step, None, metric.span,
            )  # fmt: skip
            continue
        olds.remove(partner)
        here = At("metric", metric.name, place, at.step, partner.span, metric.span)
        yield from here.changed(
            "value", _text(partner.value), _text(metric.value), _better(partner, metric)
        )
        yield from here.changed("target", _target(partner), _target(metric))
    for metric in olds:
        yield Change(
            "removed", "metric", metric.name, place, "", _written(metric), "", 0,
            at.step, metric.span, None,
        )  # fmt: skip


def _better(old: Metric, new: Metric) -> Trend:
    """Whether the value came nearer to what the target asks for, where the two can be compared."""
    before, after, comparator = old.value, new.value, new.comparator or old.comparator
    if not (before and after) or comparator in (None, "=") or before.unit != after.unit:
        return 0
    if before.number is None or after.number is None or before.number == after.number:
        return 0
    return 1 if (after.number > before.number) == (comparator in (">", ">=")) else -1


def _text(value: Quantity | None) -> str:
    return value.text if value else ""


def _target(metric: Metric) -> str:
    return f"{metric.comparator} {metric.target.text}" if metric.target else ""


def _written(metric: Metric) -> str:
    target = _target(metric)
    return " ".join(filter(None, (_text(metric.value), target and f"target {target}")))


def percent(share: float | None) -> str:
    return "" if share is None else f"{share:g}%"


def texts(thing: Thing, at: At, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    yield from listed(thing, at, *([Said(text, "") for text in side] for side in (old, new)))


def listed(thing: Thing, at: At, old: Sequence[Said], new: Sequence[Said]) -> Iterator[Change]:
    """What was said anew, said otherwise, and is said no more."""
    place = at.name if at.thing != "journey" else ""
    left = list(old)
    partners: list[Said | None] = []
    for one in new:
        found = next((other for other in left if fold(other.text) == fold(one.text)), None)
        partners.append(found)
        if found:
            left.remove(found)
    for one, partner in zip(new, partners, strict=True):
        if partner is None:
            alike = [other for other in left if likeness(other.text, one.text) >= ALIKE]
            partner = max(alike, key=lambda other: likeness(other.text, one.text), default=None)
            if partner:
                left.remove(partner)
        if partner is None:
            yield Change(
                "added", thing, one.text, place, "", "", one.more, 0, at.step, None, one.span
            )
            continue
        here = At(thing, one.text, place, at.step, partner.span, one.span)
        yield from here.renamed(partner.text, one.text)
        yield from here.changed("details", partner.more, one.more)
    for one in left:
        yield Change("removed", thing, one.text, place, "", one.more, "", 0, at.step, one.span)
