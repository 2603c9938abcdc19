"""What changed between two versions: each edit by itself, and edits that were made at random."""

from random import Random

import pytest

from journeyctl.comparison.change import Change
from journeyctl.comparison.changes import changes
from journeyctl.model.journey import Journey
from tests.generate import generate
from tests.views.drawn import journey

BASE = """journey: Buying a bicycle
duration: 1-2 weeks
metric: Bicycles sold = 40 target >= 50

actor ana: Ana
  role: decider
actor ben: Ben

stage look: Look around [2-3 days]
  goal: Be seen
  - See a bicycle         @ana #street :4
      pain: It rains @ben
  - Ask a friend          @ana @ben:2 #street
stage buy
  - Go to the shop        @ana #shop :3 ^shop
  ? Does it fit?
      yes 60% -> next
      no 40% -> leave
  - Pay                   @ana #shop :2 !
      metric: Minutes in the queue = 12 target <= 5
stage ride
  - Ride home             @ana :5
      later -> shop
"""


def told(old: str, new: str) -> list[str]:
    """The changes from one text to another, a line each."""
    return [line(one) for one in changes(journey(old), journey(new)).changes]


def line(one: Change) -> str:
    place = f" in {one.place}" if one.place else ""
    field = f" {one.field}" if one.field else ""
    values = f": {one.before} > {one.after}" if one.before or one.after else ""
    trend = {1: " (better)", -1: " (worse)", 0: ""}[one.trend]
    return f"{one.act} {one.thing} {one.name}{place}{field}{values}{trend}"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "Buying a bicycle",
            "A bicycle",
            ["renamed journey A bicycle: Buying a bicycle > A bicycle"],
        ),
        (
            "1-2 weeks",
            "1 week",
            ["changed journey Buying a bicycle duration: 1-2 weeks > 1 week (better)"],
        ),
        ("sold = 40", "sold = 35", ["changed metric Bicycles sold value: 40 > 35 (worse)"]),
        ("role: decider", "role: user", ["changed person Ana role: decider > user"]),
        ("actor ben: Ben", "actor ben: Benjamin", ["renamed person Benjamin: Ben > Benjamin"]),
        (
            "stage look: Look around",
            "stage look: Discover",
            ["renamed stage Discover: Look around > Discover"],
        ),
        (
            "[2-3 days]",
            "[2-4 days]",
            ["changed stage Look around duration: 2-3 days > 2-4 days (worse)"],
        ),
        ("goal: Be seen", "goal: Be liked", ["changed stage Look around goal: Be seen > Be liked"]),
        (
            "See a bicycle ",
            "See a bicycle pass ",
            ["renamed step See a bicycle pass in Look around: See a bicycle > See a bicycle pass"],
        ),
        (
            "#street :4",
            "#web :4",
            [
                "added channel web",
                "changed step See a bicycle in Look around channel: street > web",
            ],
        ),
        (
            "#street :4",
            "#street :1",
            ["changed step See a bicycle in Look around feeling: 4 > 1 (worse)"],
        ),
        ("@ben:2", "@ben:4", ["changed person Ben in Ask a friend feeling: 2 > 4 (better)"]),
        ("@ana @ben:2", "@ana", ["changed step Ask a friend in Look around person: Ben > "]),
        (
            "It rains @ben",
            "It rains @ana",
            ["changed pain It rains in See a bicycle details: Ben > Ana"],
        ),
        (
            "It rains @ben",
            "It rains a lot @ben",
            ["renamed pain It rains a lot in See a bicycle: It rains > It rains a lot"],
        ),
        ("      pain: It rains @ben\n", "", ["removed pain It rains in See a bicycle: Ben > "]),
        ("yes 60%", "yes 70%", ["changed answer yes in Does it fit? share: 60% > 70%"]),
        (
            "no 40% -> leave",
            "no 40% -> shop",
            ["changed answer no in Does it fit? target: leave > Go to the shop"],
        ),
        ("      later -> shop\n", "", ["removed answer later in Ride home: Go to the shop > "]),
        (
            "Go to the shop  ",
            "Visit two dealers  ",
            ["renamed step Visit two dealers in Buy: Go to the shop > Visit two dealers"],
        ),
        (":2 !", ":2", ["changed step Pay in Buy moment: yes > "]),
        (
            "queue = 12",
            "queue = 6",
            ["changed metric Minutes in the queue in Pay value: 12 > 6 (better)"],
        ),
        (
            "target <= 5",
            "target <= 10",
            ["changed metric Minutes in the queue in Pay target: <= 5 > <= 10"],
        ),
        ("  - Pay  ", "  ~ Pay  ", ["changed step Pay in Buy mark: step > optional"]),
        (
            "stage ride",
            "stage wait\n  - Wait  @ana\nstage ride",
            ["added stage Wait", "added step Wait in Wait"],
        ),
    ],
)
def test_an_edit_is_told_as_what_it_is(before: str, after: str, expected: list[str]) -> None:
    assert before in BASE
    assert told(BASE, BASE.replace(before, after)) == expected


def test_a_removed_stage_takes_its_steps_with_it_but_for_those_that_moved() -> None:
    text = "journey: J\nstage a\n  - Ask\nstage b\n  - Buy\n  - Carry\n"
    assert told(text, "journey: J\nstage a\n  - Carry\n  - Ask\n") == [
        "moved step Carry in A: B > A",
        "removed stage B",
        "removed step Buy in B",
    ]
    assert told(text, "journey: J\nstage b\n  - Buy\n  - Carry\n") == [
        "removed stage A",
        "removed step Ask in A",
    ]


def test_what_changed_places_is_the_fewest_and_not_what_was_pushed_aside() -> None:
    lines = [f"  - {word}\n" for word in ("Ask", "Bring", "Choose", "Drive", "Eat")]
    head = "journey: J\nstage a\n"
    old = head + "".join(lines)
    new = head + "".join([*lines[1:], lines[0]])
    assert told(old, new) == ["moved step Ask in A: 1 > 5"]
    assert told(old, head + "".join([lines[0], "  - Zip\n", *lines[1:]])) == ["added step Zip in A"]


def test_steps_with_one_label_are_told_apart_by_their_stage() -> None:
    old = "journey: J\nstage a\n  - Pay  :1\nstage b\n  - Pay  :5\n"
    assert told(old, old.replace("  - Pay  :1\n", "")) == ["removed step Pay in A"]


HEAD = "journey: J\nstage a\n  ? Ok?\n"


def test_a_step_of_an_answer_that_comes_out_of_it_moved() -> None:
    old = HEAD + "      yes -> next\n      no ->\n        - Mend it\n  - Go\n"
    new = HEAD + "      yes -> next\n      no -> leave\n  - Mend it\n  - Go\n"
    assert told(old, new) == [
        "changed answer no in Ok? target:  > leave",
        "moved step Mend it in A: Ok? > A",
    ]


# A name that is only used comes and goes with the last step that uses it.
NAMES = tuple(
    f"{act} {thing}" for act in ("added", "removed") for thing in ("person", "channel", "system")
)


def plain_steps(text: str, told: Journey) -> list[tuple[int, int]]:
    """The lines (first, behind the last) of steps that nothing leads to by name and that ask
    nothing: they can go, come and move without a change of anything else."""
    asking = {link.source for link in told.links if link.kind in ("answer", "arrow")}
    lines = text.split("\n")
    found = []
    for stage in told.stages:
        if len(stage.steps) < 3:
            continue
        for id in stage.steps:
            step = told.steps[id]
            if step.kind != "step" or step.own or id in asking:
                continue
            first = text.count("\n", 0, step.span.start)
            last = first + 1
            while last < len(lines) and lines[last].startswith("      "):
                last += 1
            named = sum(step.label in line for line in lines)
            if named == 1 and "^" not in lines[first] and "->" not in "".join(lines[first:last]):
                found.append((first, last))
    return found


@pytest.mark.parametrize("seed", range(24))
def test_edits_made_at_random_are_told_and_nothing_else(seed: int) -> None:
    rng = Random(seed)
    text = generate(rng, stages=(2, 6), steps=(3, 9))
    old = journey(text)
    assert changes(old, journey(text)).changes == ()
    places = plain_steps(text, old)
    rng.shuffle(places)
    lines: list[str] = text.split("\n")
    expected = []
    for number, (first, last) in enumerate(sorted(places[:3], reverse=True)):
        step = next(
            one for one in old.steps.values() if text.count("\n", 0, one.span.start) == first
        )
        edit = rng.choice(("remove", "rename", "pain", "mark", "add"))
        if edit == "remove":
            lines[first:last] = []
            expected.append(f"removed step {step.label}")
        elif edit == "rename":
            name = f"{step.label} {number}"
            lines[first] = lines[first].replace(step.label, name, 1)
            expected.append(f"renamed step {name}")
        elif edit == "pain":
            lines[first + 1 : first + 1] = [f"      pain: Zebra {number}"]
            expected.append(f"added pain Zebra {number} in {step.label}")
        elif edit == "mark":
            lines[first] = lines[first].replace("- ", "~ ", 1)
            expected.append(f"changed step {step.label}")
        else:
            lines[first:first] = [f"  - Quite another thing {number}"]
            expected.append(f"added step Quite another thing {number}")
    new = "\n".join(lines)
    there = [line for line in told(text, new) if not line.startswith(NAMES)]
    assert len(there) == len(expected), there
    for one in expected:
        assert [line for line in there if line.startswith(one)], (one, there)
    # And the way back is the same edits, turned round.
    back = [line.partition(" ")[0] for line in told(new, text) if not line.startswith(NAMES)]
    turned = {"added": "removed", "removed": "added"}
    acts = [line.partition(" ")[0] for line in there]
    assert sorted(back) == sorted(turned.get(act, act) for act in acts)


def test_a_stage_that_comes_twice_is_two() -> None:
    one, two = ("stage a: A\n  goal: One\n  - x\n", "stage a: A\n  goal: Two\n  - z\n")
    text = f"journey: J\n{one}stage b: B\n  - y\n{two}"
    assert told(text, text) == []
    assert told(text, text.replace("  - z\n", "")) == ["removed step z in A"]
    assert told(text, text.replace("goal: Two", "goal: Three")) == [
        "changed stage A goal: Two > Three"
    ]
