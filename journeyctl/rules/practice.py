"""Practice in every journey: channels, feelings, pains and what follows from them."""

from collections import Counter
from collections.abc import Iterator

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Label, at
from journeyctl.model.journey import Journey, Step
from journeyctl.model.measures import links_out
from journeyctl.model.stages import AFTER_PURCHASE
from journeyctl.rules.shared import stages_called
from journeyctl.syntax.values import shown

_FEW_TOUCHPOINTS = 8
_FALL = 2


def touchpoint_without_channel(journey: Journey) -> Iterator[Diagnostic]:
    """A touchpoint has no channel, where others have one.

    Reads: `#` and `@` on steps. Looked at are the customer's steps, questions aside; it is found
    where at least half of them have a channel. Steps indented under a `|` or `&` line have that
    line's channel. It is one finding, whatever their number.

    Why: which channels serve which stage, and where one hands over to another, can only be seen
    where each touchpoint says its own (article 003).

    ```journey-wrong
    journey: Booking a holiday

    stage before
      - Look for a hotel  #web
      - Book              #web
      - Get the papers
    ```

    Better: say by what or where it happens, also where that is `#home` or `#office`.

    ```journey
    journey: Booking a holiday

    stage before
      - Look for a hotel  #web
      - Book              #web
      - Get the papers    #email
    ```
    """
    count = 0
    without: list[Step] = []
    above: Step | None = None
    for step in journey.steps.values():
        above = above if step.own else step
        if step.kind != "question" and step.side == "customer":
            count += 1
            has_above = step.own and above and above.kind in ("way", "part") and above.channels
            if not step.channels and not has_above:
                without.append(step)
    if len(without) * 2 > count:
        return
    for step in without:
        yield at(
            kinds.TOUCHPOINT_WITHOUT_CHANNEL,
            journey.source,
            step.label_span,
            "This touchpoint has no channel, where most have one.",
            help="Add where or by what it happens, such as `#web` or `#home`.",
        )


def channel_used_once(journey: Journey) -> Iterator[Diagnostic]:
    """A channel serves a single touchpoint.

    Reads: `#` on steps. Looked at are journeys that name channels eight times or more; `|` and
    `~` lines are left out, since each way of several, and what only some do, may well have
    its own. It is one finding, whatever their number.

    Why: customers move from channel to channel and expect that the next one knows them (article
    003). One that is met once is either a second name for another, or an island: nothing leads
    from it, nothing is followed up in it.

    ```journey-wrong
    journey: Booking a holiday

    stage before
      - Look for a hotel      #web
      - Read what others say  #web
      - Book                  #web
      - Get the papers        #mail
    stage there
      - Get a reminder      #app
      - Check in            #app
      - Find the breakfast  #app
      - Check out           #app
    ```

    Better: spell one channel in one way, and use those that you have.

    ```journey
    journey: Booking a holiday

    stage before
      - Look for a hotel      #web
      - Read what others say  #web
      - Book                  #web
      - Get the papers        #app
    stage there
      - Get a reminder      #app
      - Check in            #app
      - Find the breakfast  #app
      - Check out           #app
    ```
    """
    used = Counter(key for step in journey.steps.values() for key in step.channels)
    if used.total() < _FEW_TOUCHPOINTS:
        return
    for step in journey.steps.values():
        once = [key for key in step.channels if used[key] == 1]
        if once and step.kind not in ("way", "optional"):
            yield at(
                kinds.CHANNEL_USED_ONCE,
                journey.source,
                step.label_span,
                f"This is the only step on the channel `{shown(journey.channels[once[0]].label)}`.",
                help="Follow it up there, or take a channel that the customer knows already.",
            )


def fall_without_pain(journey: Journey) -> Iterator[Diagnostic]:
    """The feeling falls by two or more, and no pain says why.

    Reads: `:1` to `:5` and `@name:1` to `@name:5`, of several people the mean; `pain` under the
    step or its stage. A fall follows the arrows, not the lines: it is from the best that leads
    to a step, over steps whose feeling is not known; a loop back is no fall. The limit is 2.

    Why: mapping is done to find where it hurts (articles 001 and 004). A curve that drops without
    a reason beside it shows that something was felt and not asked about.

    ```journey-wrong
    journey: Booking a holiday

    stage before
      - Find the hotel  :5
      - Enter the card  :3
    ```

    Better: write down what hurts there.

    ```journey
    journey: Booking a holiday

    stage before
      - Find the hotel  :5
      - Enter the card  :3
          pain: The fees come last
          idea: Show the whole price from the start
    ```
    """
    for step, before in _falls(journey):
        if not step.pains and not journey.stages[step.stage].pains:
            yield at(
                kinds.FALL_WITHOUT_PAIN,
                journey.source,
                step.label_span,
                f"The feeling falls from {before.mood:.3g} to {step.mood:.3g} here, "
                "and no pain says why.",
                help="Write `pain: …` under the step.",
                others=[Label(before.label_span, f"{before.mood:.3g} of 5")],
            )


def _falls(journey: Journey) -> list[tuple[Step, Step]]:
    """The steps to which the feeling falls, with the best of those that lead there.

    The links but for the loops go forward, so each step and point is done after all that lead
    to it (Kahn 1962).
    """
    out = links_out(journey)
    waits = Counter(link.target for link in journey.links if not link.loop)
    best: dict[str, Step] = {}
    falls: list[tuple[Step, Step]] = []
    ready = [id for id in [*journey.points, *journey.steps] if not waits[id]]
    while ready:
        id = ready.pop()
        step = journey.steps.get(id)
        if step and step.mood is not None:
            before = best.get(id)
            if before and (before.mood or 0) - step.mood >= _FALL:
                falls.append((step, before))
            best[id] = step
        for link in out.get(id, []):
            if link.loop:
                continue
            here, there = best.get(id), best.get(link.target)
            if here and (there is None or (here.mood or 0) > (there.mood or 0)):
                best[link.target] = here
            waits[link.target] -= 1
            if not waits[link.target]:
                ready.append(link.target)
    return falls


def pain_without_idea(journey: Journey) -> Iterator[Diagnostic]:
    """A pain has no idea that answers it.

    Reads: `pain` and `idea`. A step's pain is answered by an idea under the same step or its
    stage, a stage's by any idea in the stage. It is one finding, whatever their number.

    Why: the point of finding what hurts is to find what to mend (article 001). A pain that
    nobody has an idea for is the first thing to talk about in the next workshop.

    ```journey-wrong
    journey: Booking a holiday

    stage before
      - Enter the card
          pain: The fees come last
    ```

    Better: write down an idea, however small, with its owner if there is one.

    ```journey
    journey: Booking a holiday

    stage before
      - Enter the card
          pain: The fees come last
          idea: Show the whole price from the start
    ```
    """
    for stage in journey.stages:
        if stage.ideas:
            continue
        steps = [journey.steps[id] for id in stage.steps]
        unanswered = [step.pains[0] for step in steps if step.pains and not step.ideas]
        if stage.pains and not any(step.ideas for step in steps):
            unanswered.insert(0, stage.pains[0])
        for pain in unanswered:
            yield at(
                kinds.PAIN_WITHOUT_IDEA,
                journey.source,
                pain.span,
                "No idea answers this pain.",
                help="Write `idea: …` beside it.",
            )


def unmeasured_moment(journey: Journey) -> Iterator[Diagnostic]:
    """A moment of truth says neither how it feels nor how it is measured.

    Reads: `!`, `:1` to `:5`, `@name:1` to `@name:5` and `metric` on the step.

    Why: at a moment of truth the customer's opinion is made (the term is Jan Carlzon's, of
    Scandinavian Airlines). To mark one and to know nothing of it is to guess: ask how it feels,
    or measure it.

    ```journey-wrong
    journey: Booking a holiday

    stage there
      - Open the door of the room  !
    ```

    Better: give it a feeling or a metric.

    ```journey
    journey: Booking a holiday

    stage there
      - Open the door of the room  ! :4
    ```
    """
    for step in journey.steps.values():
        if step.moment and step.mood is None and not step.metrics:
            yield at(
                kinds.UNMEASURED_MOMENT,
                journey.source,
                step.label_span,
                "This moment of truth has neither a feeling nor a metric.",
                help="Add how it feels, from `:1` to `:5`, or a `metric:` under it.",
            )


def no_way_back(journey: Journey) -> Iterator[Diagnostic]:
    """After the purchase nothing leads back: the loyalty is without a loop.

    Reads: arrows; stages called loyalty or retention-referral, in the models `b2b`, `b2c` and
    `classic`. A way back is an arrow from a stage after the purchase to an earlier stage.

    Why: loyal customers buy again, renew and ask for more (articles 000 and 001), so the end of
    one journey is the beginning of the next.

    ```journey-wrong
    journey: Booking a holiday
    model: classic

    stage awareness
      - See the hotel
    stage consideration
      - Compare prices
    stage decision
      - Book
    stage retention-referral
      - Tell friends
    ```

    Better: lead back with an arrow to where the customer comes in again.

    ```journey
    journey: Booking a holiday
    model: classic

    stage awareness
      - See the hotel
    stage consideration
      - Compare prices
    stage decision
      - Book
    stage retention-referral
      - Tell friends
          the next holiday -> consideration
    ```
    """
    last = stages_called(journey, "loyalty", "retention-referral")
    if not last or journey.facts.model not in ("b2b", "b2c", "classic"):
        return
    after = {number for number, one in enumerate(journey.stages) if one.key in AFTER_PURCHASE}
    places = {id: step.stage for id, step in journey.steps.items()}
    places.update((id, point.stage) for id, point in journey.points.items())
    if any(
        link.loop and places[link.source] in after and places[link.target] < places[link.source]
        for link in journey.links
    ):
        return
    yield at(
        kinds.NO_WAY_BACK,
        journey.source,
        last[-1].span,
        "Nothing leads back from here to an earlier stage.",
        help="Add an arrow for those who come again, such as `next time -> consideration`.",
        others=[Label(journey.steps[last[-1].steps[-1]].label_span, "the journey ends here")],
    )
