"""Random journeys as text, for tests of everything that comes after the parser.

They are valid (``check`` finds no errors) and hold every mark, steps of a way's own, answers,
loops, exits, people, channels, systems, feelings and durations, in random numbers.
"""

from collections.abc import Callable
from random import Random

from hypothesis import strategies as st

MODELS = {4: ("classic", "buyer"), 5: ("b2c",), 6: ("b2b", "b2c")}
WORDS = {
    "classic": ("awareness", "consideration", "decision", "retention-referral"),
    "buyer": ("awareness", "consideration", "decision", "purchase"),
    "b2b": ("awareness", "consideration", "decision", "purchase", "post-purchase", "loyalty"),
}
OWN = ("discover", "compare", "try", "choose", "pay", "receive", "use-it", "come-back")
PEOPLE = ("marketing", "it", "finance", "procurement", "director", "sales", "support")
CHANNELS = ("web", "email", "phone", "shop", "event", "chat", "app")
SYSTEMS = ("crm", "erp", "shop-system")
VERBS = ("See", "Compare", "Ask for", "Read", "Discuss", "Approve", "Pay for", "Unpack", "Share")
THINGS = (
    "it",
    "the demo",
    "three offers",
    "a film",
    "prices and terms",
    "the case studies that others wrote about their first year with it",
    "a & b <c>",
    "keranjang belanja",
    "pagsasanay ng mga kawani",
    "отзывы покупателей",
    "报价单",
    "20% off",
    "Donaudampfschifffahrtsgesellschaftskapitän",
)
ANSWERS = ("yes", "no", "not sure", "too dear", "only if the price is right", "tidak", "hindi")
FACTS = (
    "pain: It takes too long",
    "idea: Do it for them",
    "quote: Is anybody there?",
    "content: A short film",
    "metric: Visits = 42 target >= 60",
    "evidence: observed, 12 interviews, 2026-05",
    "note: Asked twice",
    "link: Brief https://example.com/brief",
)


def generate(
    rng: Random, stages: tuple[int, int] = (2, 8), steps: tuple[int, int] = (1, 12)
) -> str:
    """A valid journey with so many stages, and so many steps in each (own ones included)."""
    return _Writer(rng).write(rng.randint(*stages), steps)


def journeys(
    stages: tuple[int, int] = (2, 8), steps: tuple[int, int] = (1, 12)
) -> st.SearchStrategy[str]:
    """The same for hypothesis."""
    return st.randoms(use_true_random=False).map(lambda rng: generate(rng, stages, steps))


class _Writer:
    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.lines: list[str] = []
        self.labels: set[str] = set()
        # What an arrow may lead back to: stages, labels and ids that stand already.
        self.behind: list[str] = []
        self.ids = 0
        self.before = ""
        self.people = self.some(PEOPLE)
        self.channels = self.some(CHANNELS)
        self.systems = self.some(SYSTEMS)

    def chance(self, percent: int) -> bool:
        return self.rng.randint(1, 100) <= percent

    def some(self, known: tuple[str, ...]) -> list[str]:
        if self.chance(25):
            return []
        return self.rng.sample(known, self.rng.randint(1, len(known)))

    def write(self, count: int, steps: tuple[int, int]) -> str:
        names = self.head(count)
        for name in names:
            label = f": {name.title()} stage" if self.chance(30) else ""
            duration = " [2-4 weeks]" if self.chance(30) else ""
            self.lines.append(f"\nstage {name}{label}{duration}")
            if self.chance(40):
                self.lines.append("  goal: Know what comes next")
            self.stage(self.rng.randint(*steps))
            self.behind.append(name)
        return "\n".join(self.lines) + "\n"

    def head(self, count: int) -> list[str]:
        self.lines.append("journey: Generated")
        names = list(OWN[:count])
        if count in MODELS and self.chance(50):
            model = self.rng.choice(MODELS[count])
            names = list(WORDS.get(model, WORDS["b2b"]))
            if model == "b2c" and count == 5:
                names.remove("purchase")
            self.lines.append(
                {"classic": "model: classic", "buyer": "scope: buyer"}.get(model, f"type: {model}")
            )
        elif self.chance(50):
            self.lines.append(f"stages: {' > '.join(names)}")
        self.lines.append(f"language: {self.rng.choice(('en', 'id', 'fil'))}")
        if self.chance(60):
            for one in self.people:
                self.lines.append(f"\nactor {one}: The {one} people")
                if one in ("sales", "support"):
                    self.lines.append("  side: company")
            self.lines += [f"channel {one}" for one in self.channels]
            self.lines += [f"system {one}: The {one}" for one in self.systems]
        return names

    def stage(self, left: int) -> None:
        self.before = ""
        while left > 0:
            if self.chance(10):
                self.lines.append(self.rng.choice(("", "  // asked twice in the workshop")))
            left -= self.element(left)

    def element(self, left: int) -> int:
        """Write one element of at most ``left`` steps, and tell how many."""
        shapes: list[Callable[[int], int]] = [*[self.step] * 5, *[self.optional] * 2]
        if left >= 2:
            shapes += [self.parts, self.question, self.question]
            # Two adjacent runs would be one, and its shares twice a hundred.
            shapes += [self.run] * 2 if self.before != "|" else []
        if left >= 3:
            shapes.append(self.asked_run)
        shape = self.rng.choice(shapes)
        used = shape(left)
        self.before = "|" if shape in (self.run, self.asked_run) else ""
        return used

    def step(self, _left: int) -> int:
        label = self.line("  -")
        if self.behind and self.chance(15):
            share = f" {self.rng.randint(1, 60)}%" if self.chance(50) else ""
            self.lines.append(f"      {self.answers(1)[0]}{share} -> {self.back()}")
        self.behind.append(label)
        return 1

    def optional(self, _left: int) -> int:
        self.behind.append(self.line("  ~"))
        return 1

    def run(self, left: int) -> int:
        count = self.rng.randint(2, min(4, left))
        shares = self.shares(count)
        used = 0
        for share in shares:
            label = self.line("  |", share)
            used += 1
            if left - used > count and self.chance(25):
                used += self.own(6)
            elif used > 1 and self.chance(10):
                # The first way always goes on, so that what follows is reached.
                self.lines.append(f"      -> {self.rng.choice(('leave', 'end'))}")
            self.behind.append(label)
        return used

    def parts(self, left: int) -> int:
        count = self.rng.randint(2, min(4, left))
        used = 0
        for _ in range(count):
            self.line("  &")
            used += 1
            if left - used > count and self.chance(20):
                self.line("      -")
                used += 1
        return used

    def question(self, left: int) -> int:
        label = self.line("  ?", question=True)
        used = 1
        answers = self.answers(self.rng.randint(2, 3))
        for number, (answer, share) in enumerate(
            zip(answers, self.shares(len(answers)), strict=True)
        ):
            target = "next"
            if number:
                target = self.rng.choice(["leave", "end", "next", self.back() or "next"])
            if left - used > 1 and self.chance(30):
                self.lines.append(f"      {answer}{share} ->")
                used += self.own(8)
            else:
                self.lines.append(f"      {answer}{share} -> {target}")
        self.behind.append(label)
        return used

    def asked_run(self, left: int) -> int:
        self.behind.append(self.line("  ?", question=True))
        return 1 + self.run(left - 1)

    def own(self, indent: int) -> int:
        """One or two steps of a way's own."""
        count = self.rng.randint(1, 2)
        for _ in range(count):
            self.line(" " * indent + self.rng.choice("--~"))
        return count

    def line(self, start: str, share: str = "", question: bool = False) -> str:
        label = self.label() + ("?" if question else "")
        tags: list[str] = []
        for one in self.rng.sample(self.people, min(len(self.people), self.rng.randint(0, 3))):
            own = f":{self.rng.randint(1, 5)}" if self.chance(25) else ""
            tags.append(f"@{one}{own}")
        for one in self.rng.sample(self.channels, min(len(self.channels), self.rng.randint(0, 2))):
            tags.append(f"#{one}")
        if self.chance(50):
            tags.append(f":{self.rng.randint(1, 5)}")
        if self.chance(10):
            tags.append("!")
        if self.chance(20):
            tags.append(self.rng.choice(("[10 min]", "[1-2 days]", "[2 jam]", "[3+ araw]")))
        if self.chance(10):
            self.ids += 1
            tags.append(f"^id-{self.ids}")
        self.rng.shuffle(tags)
        written = f'"{label} @ the fair"' if self.chance(5) else label
        self.lines.append(" ".join([start, written, *tags]) + share)
        self.facts(len(start) - len(start.lstrip()) + 4)
        return written

    def facts(self, indent: int) -> None:
        for fact in self.rng.sample(FACTS, self.rng.randint(1, 3)) if self.chance(20) else []:
            self.lines.append(" " * indent + fact)
        if self.people and self.chance(8):
            self.lines.append(f"{' ' * indent}backstage: Look it up @{self.people[0]} [1 day]")
            if self.systems:
                self.lines.append(f"{' ' * indent}  system: {self.systems[0]}")

    def label(self) -> str:
        label = f"{self.rng.choice(VERBS)} {self.rng.choice(THINGS)}"
        number = 2
        made = label
        while made in self.labels:
            made = f"{label} ({number})"
            number += 1
        self.labels.add(made)
        return made

    def answers(self, count: int) -> list[str]:
        return self.rng.sample(ANSWERS, count)

    def shares(self, count: int) -> list[str]:
        """For all or for none, and a hundred together."""
        if self.chance(50):
            return [""] * count
        first = [self.rng.randint(1, 100 // count) for _ in range(count - 1)]
        return [f" {share}%" for share in [*first, 100 - sum(first)]]

    def back(self) -> str:
        return self.rng.choice(self.behind[-12:]) if self.behind else ""
