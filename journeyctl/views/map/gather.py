"""What a journey has to say in each row of each stage."""

from collections import Counter
from collections.abc import Iterable, Iterator

from journeyctl.direction import joined
from journeyctl.model.journey import Journey, Remark, Stage, Step
from journeyctl.model.measures import verdict
from journeyctl.syntax.values import Metric
from journeyctl.views.map.chips import Chip
from journeyctl.views.map.notes import Mark, Note
from journeyctl.words import Words

_SIGNS = {"<=": "≤", ">=": "≥", "=": ""}


class Gatherer:
    """Makes the notes and chips of one journey. ``hidden`` tells whether the steps out of the
    customer's sight are drawn behind the line of visibility, ``hatched`` whether with a pattern."""

    def __init__(self, journey: Journey, words: Words, *, hidden: bool, hatched: bool) -> None:
        self.journey, self.words, self.hidden, self.hatched = journey, words, hidden, hatched

    def steps(self, stage: Stage) -> tuple[Step, ...]:
        """The steps of a stage that stand in the row of the steps."""
        steps = (self.journey.steps[id] for id in stage.steps)
        return tuple(step for step in steps if not (self.hidden and step.side == "company"))

    def notes(self, row: str, stage: Stage, quoted: dict[str, str]) -> list[Note]:
        """The notes of a row, in file order, first those of the stage itself. ``quoted`` are
        the quotes that stand at the curve already, by their step's id."""
        found = list(self._of(row, stage, 0, stage.key, quoted))
        for id in stage.steps:
            step = self.journey.steps[id]
            found += self._of(row, step, step.number, id, quoted)
        return found

    def _of(
        self, row: str, place: Stage | Step, number: int, id: str, quoted: dict[str, str]
    ) -> Iterator[Note]:
        if row == "pains":
            yield from self._remarks("pain", place.pains, place, number, id)
        elif row == "ideas":
            yield from self._remarks("idea", place.ideas, place, number, id)
        elif row == "content":
            yield from self._plain("content", place.content, place, number, id)
        elif row == "metrics":
            yield from (self.metric(one, place.label, number, id) for one in place.metrics)
        elif isinstance(place, Step):
            if row == "quotes":
                said = list(place.quotes)
                if id in quoted:
                    said.remove(quoted[id])
                yield from self._plain("quote", map(self.quote, said), place, number, id)
            elif row == "backstage":
                yield from self._behind(place)

    def quote(self, text: str) -> str:
        """What somebody says, in quotation marks."""
        return self.words.text("said.quote", text=text)

    def _plain(
        self, role: str, texts: Iterable[str], place: Stage | Step, number: int, id: str
    ) -> Iterator[Note]:
        name = self.words.text("map.quote" if role == "quote" else f"fact.{role}")
        for text in texts:
            title = f"{name}: {text} ({place.label})"
            yield Note(f"{role}-{id}", role, title, ((text, False),), number)

    def _remarks(
        self, role: str, remarks: Iterable[Remark], place: Stage | Step, number: int, id: str
    ) -> Iterator[Note]:
        words = self.words
        for remark in remarks:
            text = remark.text
            owners: tuple[Chip, ...] = ()
            if remark.owner:
                owners = (self.person(remark.owner),)
                text = words.text("said.owner", text=text, owner=owners[0].text)
            title = f"{words.text(f'fact.{role}')}: {text} ({place.label})"
            parts = ((remark.text, False),)
            mark: Mark = "pain" if role == "pain" else "idea"
            yield Note(f"{role}-{id}", role, title, parts, number, mark, owners)

    def metric(self, metric: Metric, place: str, number: int, id: str) -> Note:
        """A metric, now and as it should be, and whether that is reached."""
        words = self.words
        now = metric.value.text if metric.value else ""
        aim = ""
        if metric.target:
            sign = _SIGNS.get(metric.comparator or "", metric.comparator or "")
            aim = f"→ {sign} {metric.target.text}".replace("  ", " ")
        judged = verdict(metric)
        said = words.text(f"verdict.{judged}") if judged else ""
        value = joined(" · ", (joined("  ", (now, aim)), said))
        parts = [(metric.name, False), *([(value, True)] if value else [])]
        title = f"{': '.join(text for text, _ in parts)} ({place})"
        return Note(f"metric-{id}", "metric", title, tuple(parts), number, judged or "")

    def _behind(self, step: Step) -> Iterator[Note]:
        """The step itself if the customer does not see it, and what the company does for it."""
        systems = self.journey.systems
        if self.hidden and step.side == "company":
            chips = [self.person(one.person) for one in step.people]
            chips += [Chip("time", step.duration.said)] if step.duration else []
            yield Note(
                f"step-{step.id}",
                "step",
                ", ".join([step.label, *(chip.text for chip in chips)]),
                ((step.label, True),),
                step.number,
                "",
                tuple(chips),
                step.mood,
                self.hatched,
            )
        for one in step.backstage:
            chips = [self.person(key) for key in one.people]
            chips += [Chip("place", systems[key].label) for key in one.systems]
            chips += [Chip("time", one.duration.said)] if one.duration else []
            said = ", ".join([one.label, *(chip.text for chip in chips)])
            title = f"{self.words.text('row.backstage')}: {said} ({step.label})"
            parts = ((one.label, False),)
            yield Note(
                f"backstage-{step.id}", "backstage", title, parts, step.number, "", tuple(chips)
            )

    def person(self, key: str, *, role: bool = False) -> Chip:
        """Somebody as a chip, with the role if that is asked for."""
        person, words = self.journey.people[key], self.words
        said = [words.known("role", person.role)] if person.role and role else []
        if role and person.side != "customer":
            said.append(words.text(f"side.{person.side}"))
        # A buyer who is called just that needs no "buyer" behind the name.
        said = [one for one in said if one.casefold() != person.label.casefold()]
        text = joined(" · ", (person.label, joined(", ", said)))
        return Chip("person" if person.side == "customer" else "ours", text)

    def chips(self, row: str, stage: Stage) -> list[Chip]:
        """The people, channels or systems of a stage, in the order in which they come."""
        steps = [self.journey.steps[id] for id in stage.steps]
        if row == "people":
            keys = dict.fromkeys(one.person for step in steps for one in step.people)
            return [self.person(key, role=True) for key in keys]
        if row == "channels":
            used = Counter(key for step in steps for key in step.channels)
            channels = self.journey.channels
            return [
                Chip("place", channels[key].label + (f" × {count}" if count > 1 else ""))
                for key, count in used.items()
            ]
        keys = dict.fromkeys(
            key
            for step in steps
            for key in (*step.systems, *(one for back in step.backstage for one in back.systems))
        )
        return [Chip("place", self.journey.systems[key].label) for key in keys]
