"""People by stage: who takes part, decides, works behind or is absent (article 004)."""

from collections.abc import Callable, Mapping

from journeyctl.direction import isolated, joined
from journeyctl.model.committee import Committee, Presence, committee
from journeyctl.model.journey import Journey, Person, Side
from journeyctl.views.cards import Cards
from journeyctl.views.drawing import Drawing, Line
from journeyctl.views.legend import SIGN, Draw, Legend, Sign
from journeyctl.views.marks import round_half_up
from journeyctl.views.matrix.grid import Beside, Cell, Grid, Row
from journeyctl.views.matrix.marks import Marks
from journeyctl.views.matrix.pieces import Head, Listed, Piece
from journeyctl.views.matrix.sheet import capital, sheet
from journeyctl.views.notes import Block, Notes
from journeyctl.views.setting import Setting
from journeyctl.views.signs import Signs
from journeyctl.words import Words

_NAMES = {"right": 150.0, "down": 124.0}
_WISHES = 170.0
_SIDES: tuple[Side, ...] = ("customer", "company", "partner")


def lacks(journey: Journey) -> str:
    """Why there is nothing to draw of a journey, "" where there is."""
    if not journey.stages:
        return "The journey has no stages."
    if not committee(journey).cells:
        return "No step names who takes part: write it behind a step's label, like `@buyer`."
    return ""


def draw(journey: Journey, setting: Setting) -> Drawing:
    """The people of a journey by stage, grouped by side, those of a department together.

    What is counted as deciding and having a say is in ``model.committee``. ``right``: with a
    column of what each wants. ``down``: without it.
    """
    return _Committee(journey, setting).drawing()


class _Committee:
    def __init__(self, journey: Journey, setting: Setting) -> None:
        self.journey, self.setting, self.words = journey, setting, setting.words
        self.cards = Cards(journey, setting.words, setting.theme)
        self.marks = Marks(setting)
        self.told: Committee = committee(journey)
        people = journey.people.values()
        wishes = any(one.goals or one.needs for one in people)
        self.wishes = wishes and setting.direction == "right"

    def drawing(self) -> Drawing:
        rows = [self._row(person) for person in self._ordered()]
        beside = [Beside(self.words.text("matrix.wants"), _WISHES)] if self.wishes else []

        def grid(column: float) -> Grid:
            return Grid(
                self.journey, self.setting, rows, _NAMES[self.setting.direction], column, beside
            )

        legend = Legend(self._signs(), self.words, self.setting.theme)
        notes = Notes(self.setting, self._notes())
        return sheet(self.journey, self.setting, "committee", grid, legend, notes)

    # Rows

    def _ordered(self) -> list[Person]:
        """The people by side, and in it by department, each where it first comes."""
        people = self.journey.people.values()
        ordered: list[Person] = []
        for side in _SIDES:
            here = [person for person in people if person.side == side]
            for department in dict.fromkeys(person.department for person in here):
                ordered += [person for person in here if person.department == department]
        return ordered

    def _row(self, person: Person) -> Row:
        words = self.words
        office = (words.known("role", person.role), person.department)
        details = [
            joined(" · ", office),
            words.text("matrix.headcount", count=person.headcount) if person.headcount else "",
        ]
        if person.key in self.told.nowhere:
            details.append(words.text("matrix.nowhere"))
        cells = [self._cell(person, number) for number in range(len(self.journey.stages))]
        beside = [self._wants(person)] if self.wishes else []
        side = capital(words.text(f"side.{person.side}"))
        shown = tuple(one for one in details if one)
        return Row(person.key, person.label, shown, (*cells, *beside), side)

    def _cell(self, person: Person, number: int) -> Cell | None:
        stage = self.journey.stages[number]
        told = self.told.cells.get((person.key, number))
        if told is None:
            return self._absent(person, number) if stage.steps else None
        count = self.words.number(len(told.steps))
        labels = tuple(self.journey.steps[id].label for id in told.steps)
        head = Head(self.cards, self.setting, count, told.mood, self._mark(told))
        pieces: tuple[Piece, ...] = (head, Listed(self.setting, labels))
        title = f"{person.label}, {stage.label}: {self._said(told)}"
        line: Line = "dashed" if told.part == "behind" else "solid"
        return Cell(f"cell-{person.key}-{stage.key}", told.part, title, pieces, line)

    def _absent(self, person: Person, number: int) -> Cell:
        stage = self.journey.stages[number]
        title = f"{person.label}, {stage.label}: {self.words.text('legend.absent')}"
        head = Head(self.cards, self.setting, "", None, self.marks.absent)
        return Cell(f"cell-{person.key}-{stage.key}", "absent", title, (head,), "none")

    def _mark(self, told: Presence) -> Draw:
        marks = {
            "decides": self.marks.decides,
            "takes-part": self.marks.takes_part,
            "behind": self.marks.behind,
        }
        return marks[told.part]

    def _said(self, told: Presence) -> str:
        parts = [self.words.text(f"legend.{told.part}")]
        parts.append(self.words.counted("count.step", len(told.steps)))
        if told.mood is not None:
            parts.append(self.words.text(f"legend.feeling.{round_half_up(told.mood)}"))
        return ", ".join(parts)

    def _wants(self, person: Person) -> Cell | None:
        wishes = (*person.goals, *person.needs)
        if not wishes:
            return None
        title = f"{person.label}: {self.words.text('matrix.wants')}"
        pieces = (Listed(self.setting, wishes),)
        return Cell(f"wants-{person.key}", "wants", title, pieces, "none")

    # Words

    def _notes(self) -> list[Block]:
        words, told = self.words, self.told
        people = self.journey.people
        deciding = self._where(told.deciding, self._named)
        having = self._where(told.influencing, self._named)
        absent = self._where(told.absent, lambda key: people[key].label)
        if told.nowhere:
            names = words.listing([people[key].label for key in told.nowhere])
            absent.append(words.text("matrix.all-stages", people=names))
        customers = any(person.side == "customer" for person in people.values())
        if customers and not deciding:
            deciding = [words.text("matrix.nobody")]
        return [
            Block("decides", words.text("matrix.deciding"), tuple(deciding)),
            Block("has-a-say", words.text("matrix.influencing"), tuple(having)),
            Block("absent", words.text("matrix.absent"), tuple(absent)),
        ]

    def _where(
        self, found: Mapping[str, tuple[int, ...]], named: Callable[[str], str]
    ) -> list[str]:
        """Whose name is told, and the stages."""
        return [joined(": ", (named(key), self._at(stages))) for key, stages in found.items()]

    def _named(self, key: str) -> str:
        return with_role(self.journey.people[key], self.words)

    def _at(self, numbers: tuple[int, ...]) -> str:
        """The stages with these numbers."""
        return self.words.listing([self.journey.stages[number].label for number in numbers])

    def _signs(self) -> list[Sign]:
        cells = self.told.cells.values()
        parts = {cell.part for cell in cells}
        filled = sum(1 for stage in self.journey.stages if stage.steps)
        signs = Signs(self.cards, self.setting.theme)
        felt = any(cell.mood is not None for cell in cells)
        marks = self.marks
        occurring = [
            ("decides" in parts, Sign("decides", marks.decides, 16.0)),
            ("takes-part" in parts, Sign("takes-part", marks.takes_part, 16.0)),
            ("behind" in parts, Sign("behind", marks.behind, 16.0)),
            (len(cells) < filled * len(self.journey.people), Sign("absent", marks.absent, 16.0)),
            (True, Sign("steps", marks.count, 14.0)),
            (felt, Sign("feeling", signs.feeling, SIGN + 14)),
        ]
        return [sign for occurs, sign in occurring if occurs]


def with_role(person: Person, words: Words) -> str:
    """A person's name, and the role in brackets where there is one."""
    role = words.known("role", person.role)
    return f"{isolated(person.label)} ({role})" if role else person.label
