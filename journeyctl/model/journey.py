"""A journey as it is meant: names bound, the flow explicit, frozen. Views are made from this.

Keys (``Person.key``, ``Step.id`` …) are canonical: case, spaces and hyphens folded.
Text that people read (``label`` …) stays the author's.
"""

from typing import Literal, NamedTuple, TypeAlias

from journeyctl.source import Source, Span
from journeyctl.syntax.values import Duration, Evidence, Metric, WebLink

Side = Literal["customer", "company", "partner"]
StepKind = Literal["step", "optional", "way", "part", "question"]
PointKind = Literal["start", "fork", "join", "meet", "end", "leave"]
LinkKind = Literal["next", "answer", "arrow", "skip"]

DECIDING = ("decider", "approver")
"""The roles of those who decide."""


class Person(NamedTuple):
    """A persona or stakeholder. ``declared`` is False for a name that is only used."""

    key: str
    label: str
    role: str
    side: Side
    department: str
    headcount: str
    goals: tuple[str, ...]
    needs: tuple[str, ...]
    quotes: tuple[str, ...]
    notes: tuple[str, ...]
    declared: bool
    span: Span


class Channel(NamedTuple):
    key: str
    label: str
    kind: str
    notes: tuple[str, ...]
    declared: bool
    span: Span


class System(NamedTuple):
    key: str
    label: str
    kind: str
    notes: tuple[str, ...]
    declared: bool
    span: Span


class Remark(NamedTuple):
    """A pain point or an opportunity; ``owner`` is a person's key, or ""."""

    text: str
    owner: str
    span: Span


class Backstage(NamedTuple):
    """What the company does behind a step. ``people`` and ``systems`` are keys."""

    label: str
    people: tuple[str, ...]
    systems: tuple[str, ...]
    duration: Duration | None
    span: Span


class Participant(NamedTuple):
    """Who takes part in a step, and how that one feels (1 worst to 5 best) where said."""

    person: str
    feeling: int | None
    span: Span


class Step(NamedTuple):
    """A touchpoint or an activity.

    ``id`` is unique in the journey (the author's ``^id``, else made from the label).
    ``feeling`` is the ``:n`` of the line (everybody without a feeling of their own),
    ``mood`` the mean of its people's, 1.0 to 5.0, None where nobody's is known; where people
    of several sides take part, that of the customer's.
    ``side`` is ``company`` when all its people are on the company's side.
    ``share`` is the percentage of a ``|`` line. ``own`` tells steps indented under a
    way or an answer. ``number`` counts the journey's steps from 1, in file order.
    """

    id: str
    number: int
    kind: StepKind
    label: str
    people: tuple[Participant, ...]
    channels: tuple[str, ...]
    feeling: int | None
    mood: float | None
    moment: bool
    duration: Duration | None
    share: float | None
    side: Side
    stage: int
    own: bool
    pains: tuple[Remark, ...]
    ideas: tuple[Remark, ...]
    quotes: tuple[str, ...]
    content: tuple[str, ...]
    metrics: tuple[Metric, ...]
    backstage: tuple[Backstage, ...]
    systems: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    notes: tuple[str, ...]
    links: tuple[WebLink, ...]
    span: Span
    label_span: Span


class Point(NamedTuple):
    """A place in the flow that is no step. ``start``, ``end`` and ``leave`` exist at most
    once each, with those words as ``id`` (a step's id never equals a point's)."""

    id: str
    kind: PointKind
    stage: int


class Link(NamedTuple):
    """An arrow of the flow from one step or point to another, by their ids.

    ``next``: the ordinary way. ``answer``: a question's answer. ``arrow``: a way that the
    author drew from a step. ``skip``: the way past what may be left out.
    ``label`` is "" for none; ``share`` percent or None. ``loop``: it leads back, to
    where the journey has been.
    """

    source: str
    target: str
    kind: LinkKind
    label: str
    share: float | None
    loop: bool
    span: Span


class Answer(NamedTuple):
    """A labelled way out of a step or question: ``link`` indexes ``Journey.links``;
    ``own`` are the steps indented under it (the link then leads to the first of them)."""

    link: int
    own: "tuple[Block, ...]"


class Way(NamedTuple):
    """One line of a run: its step, the steps indented under it, its labelled ways out."""

    step: str
    own: "tuple[Block, ...]"
    answers: tuple[Answer, ...]


class Single(NamedTuple):
    """One step (or question), with its labelled ways out in file order.

    A bare ``-> target`` is a link of kind ``arrow`` without a label and no Answer.
    """

    step: str
    answers: tuple[Answer, ...]


class Run(NamedTuple):
    """Adjacent ``|`` (``ways``) or ``&`` (``parts``) lines. ``fork`` and ``join`` are the ids
    of the points around ``parts``, "" for ``ways``."""

    kind: Literal["ways", "parts"]
    ways: tuple[Way, ...]
    fork: str
    join: str


class Meet(NamedTuple):
    """A point where several ways meet before they part again, where it stands in the order."""

    point: str


Block: TypeAlias = Single | Run | Meet


class Stage(NamedTuple):
    """``key`` is the model's word (``awareness``) or the folded name; ``label`` the author's own,
    else the built-in word in the journey's language, else the name made readable.
    ``duration`` is as written, None if not; ``blocks`` the order of drawing, ``steps`` all
    ids in file order; ``span`` the name in its declaration."""

    key: str
    label: str
    duration: Duration | None
    goal: str
    content: tuple[str, ...]
    metrics: tuple[Metric, ...]
    pains: tuple[Remark, ...]
    ideas: tuple[Remark, ...]
    notes: tuple[str, ...]
    links: tuple[WebLink, ...]
    steps: tuple[str, ...]
    blocks: tuple[Block, ...]
    span: Span


class Facts(NamedTuple):
    """The journey's own keys; free text is "" where not given.

    ``model`` is what decides the stages: a built-in model's name, ``own`` for ``stages:``, or ""
    where their order is free. ``language`` is that of the tool's own words: the file's, or the
    one that was asked for instead.
    """

    title: str
    type: str
    scope: Literal["customer", "buyer"]
    model: str
    language: str
    state: str
    duration: Duration | None
    goal: str
    owner: str
    updated: str
    focus: str
    context: str
    audience: str
    approach: str
    strategy: str
    personalization: str
    transaction: str
    relationship: str
    metrics: tuple[Metric, ...]
    notes: tuple[str, ...]


class Expected(NamedTuple):
    """A stage of the journey's model: ``key`` as in ``Stage``, ``name`` as people write it."""

    key: str
    name: str
    optional: bool


class Journey(NamedTuple):
    """All of one journey, in file order. ``steps`` and ``points`` are found by id.

    ``expected`` are the stages of the model, in their order; empty where the order is not
    checked. ``places`` tells where each of the journey's own keys has its value.
    """

    source: Source
    facts: Facts
    people: dict[str, Person]
    channels: dict[str, Channel]
    systems: dict[str, System]
    stages: tuple[Stage, ...]
    steps: dict[str, Step]
    points: dict[str, Point]
    links: tuple[Link, ...]
    expected: tuple[Expected, ...]
    places: dict[str, Span]
