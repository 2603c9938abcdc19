"""The way through: what may be passed over, what answers a question, and in what shares."""

from collections.abc import Iterator

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Label, at
from journeyctl.model.flow import ROUNDING
from journeyctl.model.journey import Block, Journey, Link, Meet, Run
from journeyctl.model.measures import links_out
from journeyctl.source import Span
from journeyctl.syntax.nodes import Step, in_file_order
from journeyctl.syntax.parser import parse
from journeyctl.syntax.values import shown


def stage_skipped(journey: Journey) -> Iterator[Diagnostic]:
    """An arrow leads forward over a stage that the model requires.

    Reads: arrows, and the journey's model. To give up or to be done (`leave`, `end`) skips nothing.

    Why: nobody skips a required stage. Such an arrow says that the stage is optional, or that its
    steps are missing here.

    ```journey-wrong
    journey: Buying a bicycle
    stages: try > choose > buy

    stage try
      - Try one
          at once -> buy
    stage choose
      - Compare
    stage buy
      - Pay
    ```

    Better: lead to a step of that stage, or mark it with `?` in your own list.

    ```journey
    journey: Buying a bicycle
    stages: try > choose? > buy

    stage try
      - Try one
          at once -> buy
    stage choose
      - Compare
    stage buy
      - Pay
    ```
    """
    optional = {one.key: one.optional for one in journey.expected}
    required = {
        number
        for number, stage in enumerate(journey.stages)
        if stage.steps and not optional.get(stage.key, True)
    }
    if not required:
        return
    # For each stage, the first required one after it: a look at each arrow is then enough.
    after: list[int] = [len(journey.stages)] * (len(journey.stages) + 1)
    for number in reversed(range(len(journey.stages))):
        after[number] = number + 1 if number + 1 in required else after[number + 1]
    for link in journey.links:
        if link.kind in ("answer", "arrow") and link.target not in ("end", "leave"):
            skipped = after[_stage(journey, link.source)]
            if skipped < _stage(journey, link.target):
                stage = journey.stages[skipped]
                yield at(
                    kinds.STAGE_SKIPPED,
                    journey.source,
                    link.span,
                    f"This arrow leads past the stage `{shown(stage.label)}`, "
                    "which the model requires.",
                    help="Lead to a step of that stage, or mark it with ? in `stages:`.",
                    others=[Label(stage.span, "this stage is passed over")],
                )


def few_answers(journey: Journey) -> Iterator[Diagnostic]:
    """A question has fewer than two answers.

    Reads: `?` lines and the arrows under them, or the run of `|` lines that follows. Where a line
    under the question is not understood, that is told alone: it may be the answer.

    Why: with one answer nothing is asked, and the picture parts no ways.

    ```journey-wrong
    journey: Buying a bicycle

    stage decision
      ? Does it fit?
          yes -> next
      - Buy it
    ```

    Better: write the other answer; it is often the one that matters.

    ```journey
    journey: Buying a bicycle

    stage decision
      ? Does it fit?
          yes -> next
          no -> leave
      - Buy it
    ```
    """
    out = links_out(journey)
    unread: set[Span] | None = None
    for step in journey.steps.values():
        if step.kind != "question":
            continue
        answers = [link for link in out.get(step.id, []) if link.kind == "answer"]
        if len(answers) < 2:
            # Only then is the text looked at once more.
            unread = _over_unknown_lines(journey) if unread is None else unread
            if step.label_span in unread:
                continue
            count = "only one answer" if answers else "no answers"
            yield at(
                kinds.FEW_ANSWERS,
                journey.source,
                step.label_span,
                f"This question has {count}.",
                help="Write its answers under it, such as `yes -> next` and `no -> leave`, "
                "or a run of `|` lines after it.",
                others=[Label(link.span, "the only answer") for link in answers if link.label],
            )


def run_of_one(journey: Journey) -> Iterator[Diagnostic]:
    """One way of several, or one part of several, stands alone.

    Reads: `|` and `&` lines that stand next to each other.

    Why: the mark says that there are others. They are missing, or parted from it by another line.

    ```journey-wrong
    journey: Buying a bicycle

    stage decision
      | Try one in the shop
      - Buy it
    ```

    Better: write `-` for a single step, or the other ways next to it.

    ```journey
    journey: Buying a bicycle

    stage decision
      | Try one in the shop
      | Try a friend's
      - Buy it
    ```
    """
    blocks: list[Block] = [block for stage in journey.stages for block in stage.blocks]
    while blocks:
        block = blocks.pop()
        if isinstance(block, Meet):
            continue
        lines = block.ways if isinstance(block, Run) else (block,)
        for line in lines:
            blocks.extend(one for answer in line.answers for one in answer.own)
        if isinstance(block, Run):
            blocks.extend(one for way in block.ways for one in way.own)
            if len(block.ways) == 1:
                mark = "|" if block.kind == "ways" else "&"
                others = "one way of several" if mark == "|" else "one of several that all happen"
                yield at(
                    kinds.RUN_OF_ONE,
                    journey.source,
                    journey.steps[block.ways[0].step].label_span,
                    f"A `{mark}` line is {others}, and this one is alone.",
                    help=f"Write `-` for a single step, or a second `{mark}` line next to it.",
                )


def shares_incomplete(journey: Journey) -> Iterator[Diagnostic]:
    """Some of a step's ways have shares, and others have none.

    Reads: shares on answers, arrows and `|` lines.

    Why: where two are missing the rest cannot be divided, and one that is missing may be forgotten;
    how many come to the end is then not told.

    ```journey-wrong
    journey: Buying a bicycle

    stage decision
      ? Does it fit?
          yes 60% -> next
          no -> leave
      - Buy it
    ```

    Better: give a share to each, or to none.

    ```journey
    journey: Buying a bicycle

    stage decision
      ? Does it fit?
          yes 60% -> next
          no 40% -> leave
      - Buy it
    ```
    """
    for source, links in _split_shares(journey):
        missing = [link for link in links if link.share is None]
        for link in missing[:1]:
            yield at(
                kinds.SHARES_INCOMPLETE,
                journey.source,
                _place(journey, link),
                f"{_ways(journey, source)} have shares, and this one has none.",
                help="Give a share to each of them, or to none.",
                others=[
                    Label(_place(journey, one), f"{one.share:g} %")
                    for one in links
                    if one.share is not None
                ],
            )


def shares_sum(journey: Journey) -> Iterator[Diagnostic]:
    """The shares of a step's ways do not add up to 100 %.

    Reads: shares on answers, arrows and `|` lines; one more or less than a hundred is rounding. An
    ordinary way beside arrows with shares takes the rest; where they leave none, there is no
    ordinary way.

    Why: everybody goes somewhere. How many come to the end is worked out from the shares.

    ```journey-wrong
    journey: Buying a bicycle

    stage decision
      ? Does it fit?
          yes 60% -> next
          no 30% -> leave
      - Buy it
    ```

    Better: mend the shares, or add the way that is missing.

    ```journey
    journey: Buying a bicycle

    stage decision
      ? Does it fit?
          yes 60% -> next
          nearly 10% -> next
          no 30% -> leave
      - Buy it
    ```
    """
    for source, links in _split_shares(journey):
        shares = [link.share for link in links if link.share is not None]
        if len(shares) == len(links) and abs(sum(shares) - 100) > ROUNDING:
            first, *rest = [one for one in links if one.share] or links
            yield at(
                kinds.SHARES_SUM,
                journey.source,
                _place(journey, first),
                f"{_ways(journey, source)} add up to {sum(shares):g} %, not to 100 %.",
                help="Change the shares so that they do.",
                label=f"{first.share:g} %",
                others=[Label(_place(journey, one), f"{one.share:g} %") for one in rest],
            )


def _over_unknown_lines(journey: Journey) -> set[Span]:
    """The places of the labels of steps that lines stand under which are not understood."""
    return {
        node.label.span
        for node in in_file_order(parse(journey.source)[0])
        if isinstance(node, Step) and node.holds_unread
    }


def _split_shares(journey: Journey) -> Iterator[tuple[str, list[Link]]]:
    """The ways out of each step and point, where one of them has a share. A way past what may
    be left out never has one: ways meet in a point before it."""
    for source, links in links_out(journey).items():
        if any(link.share is not None for link in links):
            yield source, links


def _ways(journey: Journey, source: str) -> str:
    if source in journey.steps and journey.steps[source].kind == "question":
        return "The answers to this question"
    return "The ways on from here"


def _place(journey: Journey, link: Link) -> Span:
    """Where a link has its share: its own arrow, else the line that it leads to."""
    if link.kind in ("answer", "arrow") and link.label:
        return link.span
    step = journey.steps.get(link.target)
    return step.label_span if step and step.share is not None else link.span


def _stage(journey: Journey, id: str) -> int:
    return journey.steps[id].stage if id in journey.steps else journey.points[id].stage
