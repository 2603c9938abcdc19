"""Practice where a person buys: one or two decide, and a checkout is quick."""

from collections.abc import Iterator

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Label, at
from journeyctl.model.journey import DECIDING, Journey
from journeyctl.rules.shared import customers, stages_called, written
from journeyctl.syntax.values import shown

_MOST_DECIDERS = 2


def many_deciders(journey: Journey) -> Iterator[Diagnostic]:
    """One person buys, and more than two decide.

    Reads: `type: b2c`; the `role` and the `side` of actors. It is found where three or more of
    the customer's side are a `decider` or an `approver`.

    Why: a consumer decides alone, or two do at the most (article 001). Where more do, it is
    the journey of an organization, or some of them only influence.

    ```journey-wrong
    journey: Booking a holiday
    type: b2c
    model: buyer

    actor ana: Ana
      role: decider
    actor ben: Ben
      role: decider
    actor cleo: Cleo
      role: approver

    stage awareness
      - See the hotel  @ana
    stage consideration
      - Compare prices  @ben
    stage decision
      - Book  @ana @ben @cleo
    ```

    Better: keep the one or two who decide, and give the others the role they have.

    ```journey
    journey: Booking a holiday
    type: b2c
    model: buyer

    actor ana: Ana
      role: decider
    actor ben: Ben
      role: decider
    actor cleo: Cleo
      role: influencer

    stage awareness
      - See the hotel  @ana
    stage consideration
      - Compare prices  @ben
    stage decision
      - Book  @ana @ben @cleo
    ```
    """
    if journey.facts.type != "b2c":
        return
    deciding = [person for person in customers(journey) if person.role in DECIDING]
    if len(deciding) <= _MOST_DECIDERS:
        return
    surplus = deciding[_MOST_DECIDERS]
    yield at(
        kinds.MANY_DECIDERS,
        journey.source,
        surplus.span,
        f"`{shown(written(journey, surplus.span))}` is one of {len(deciding)} who decide; "
        "of consumers at most two do.",
        help="Give those who only advise `role: influencer`, or write `type: b2b`.",
        others=[Label(one.span, "decides as well") for one in deciding[:_MOST_DECIDERS]],
    )


def checkout_questions(journey: Journey) -> Iterator[Diagnostic]:
    """The checkout asks more than one question.

    Reads: `type: b2c`; `?` lines in the stage purchase, or in the stage decision where the
    journey leaves the purchase out. Two or more are found, once.

    Why: consumers want a purchase that is quick and easy (article 000); a smooth one is what
    satisfies them (article 001). Each question in it is a place to stop: the checkout studies
    of the Baymard Institute name a long or complicated checkout among the usual reasons why
    baskets are left.

    ```journey-wrong
    journey: Booking a holiday
    type: b2c
    model: buyer

    stage awareness
      - See the hotel
    stage consideration
      - Compare prices
    stage decision
      - Pick the dates
      ? Is there a room?
          no -> leave
          yes -> next
      ? Is the card taken?
          no -> leave
          yes -> next
      - Get the confirmation
    ```

    Better: ask before the checkout, or do without.

    ```journey
    journey: Booking a holiday
    type: b2c
    model: buyer

    stage awareness
      - See the hotel
    stage consideration
      - Compare prices
      - Pick the dates
      ? Is there a room?
          no -> leave
          yes -> next
    stage decision
      - Pay
      ? Is the card taken?
          no -> leave
          yes -> next
      - Get the confirmation
    ```
    """
    checkout = stages_called(journey, "purchase") or stages_called(journey, "decision")
    if journey.facts.type != "b2c" or not checkout:
        return
    steps = (journey.steps[id] for id in checkout[0].steps)
    asked = [step for step in steps if step.kind == "question"]
    if len(asked) > 1:
        yield at(
            kinds.CHECKOUT_QUESTIONS,
            journey.source,
            asked[1].label_span,
            f"The checkout asks {len(asked)} questions.",
            help="Ask before the checkout, or do without: one is enough to lose somebody.",
            others=[Label(asked[0].label_span, "the first question")],
        )
