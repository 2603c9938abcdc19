"""Practice where a company buys: a committee decides."""

import re
from collections.abc import Iterator

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Label, at
from journeyctl.model.journey import DECIDING, Journey
from journeyctl.rules.shared import customers, named_people, stages_called, written
from journeyctl.syntax.values import shown

# Roles that need not sit at the table when it is decided.
_OUTSIDE = ("user", "initiator")


def nobody_decides(journey: Journey) -> Iterator[Diagnostic]:
    """A company buys, and nobody in the journey decides or approves.

    Reads: `type: b2b`; `role` and `side` of actors; `&` lines in the stages decision and
    purchase (in all stages where there are neither). It is found where people are named, none of
    the customer's is a `decider` or an `approver`, and nothing is approved side by side with `&`.

    Why: in a company a group decides, and the approval goes through several departments such as
    procurement, IT and finance (articles 000 and 001). A journey that does not say who decides
    cannot say whom to convince.

    ```journey-wrong
    journey: Choosing a payroll service
    type: b2b
    model: buyer

    actor hr: HR manager
      role: initiator
    actor it: IT manager
      role: influencer

    stage awareness
      - Hear of it at a fair  @hr
    stage consideration
      - See a demo  @hr @it
    stage decision
      - Compare two offers  @hr @it
    ```

    Better: give the one who decides a `role`, or write the approvals as `&` lines.

    ```journey
    journey: Choosing a payroll service
    type: b2b
    model: buyer

    actor hr: HR manager
      role: decider
    actor it: IT manager
      role: influencer

    stage awareness
      - Hear of it at a fair  @hr
    stage consideration
      - See a demo  @hr @it
    stage decision
      - Compare two offers  @hr @it
    ```
    """
    if journey.facts.type != "b2b" or not journey.people or not journey.stages:
        return
    if any(person.role in DECIDING for person in customers(journey)):
        return
    deciding = stages_called(journey, "decision", "purchase")
    ids = [id for stage in deciding or journey.stages for id in stage.steps]
    if any(journey.steps[id].kind == "part" for id in ids):
        return
    yield at(
        kinds.NOBODY_DECIDES,
        journey.source,
        deciding[0].span if deciding else journey.stages[-1].span,
        "Nobody decides or approves in this journey.",
        help="Give an actor `role: decider` or `role: approver`, or write approvals as `&` lines.",
    )


def committee_of_one(journey: Journey) -> Iterator[Diagnostic]:
    """A company buys, and only one person of the customer's is in the journey.

    Reads: `type: b2b`; `@` and actors, their `side` and `count`. It is found where exactly one
    is on the customer's side and its `count` does not say that it stands for several.

    Why: five to ten people take part in such a decision (article 001), and each of them has
    pains of their own (article 004). A map of one of them is a map of the easiest.

    ```journey-wrong
    journey: Choosing a payroll service
    type: b2b
    model: buyer

    actor hr: HR manager
      role: decider

    stage awareness
      - Hear of it at a fair  @hr
    stage consideration
      - See a demo  @hr
    stage decision
      - Order it  @hr
    ```

    Better: name the others who have a say, or say with `count` that the actor is a group.

    ```journey
    journey: Choosing a payroll service
    type: b2b
    model: buyer

    actor hr: HR manager
      role: decider
    actor it: IT manager
      role: influencer

    stage awareness
      - Hear of it at a fair  @hr
    stage consideration
      - See a demo  @hr @it
    stage decision
      - Order it  @hr @it
    ```
    """
    if journey.facts.type != "b2b":
        return
    found = customers(journey)
    if len(found) != 1 or any(int(n) > 1 for n in re.findall(r"\d{1,9}", found[0].headcount)):
        return
    yield at(
        kinds.COMMITTEE_OF_ONE,
        journey.source,
        found[0].span,
        f"`{shown(written(journey, found[0].span))}` is the only one on the customer’s side.",
        help="Name the others who have a say, or write `count: 5-10` where it is a group.",
    )


def absent_stakeholder(journey: Journey) -> Iterator[Diagnostic]:
    """A stakeholder is declared, and takes no part in the decision.

    Reads: `type: b2b`; actors of the customer's side and their `role`; `@` in the stage decision.
    A `user` or an `initiator` may be absent; whoever is named nowhere is an `unused-name`. It is
    one finding, whatever their number.

    Why: who influences and who decides is what a map of a buying organization has to show
    (article 004). Somebody with a say who is not in the decision either has none, or stops it
    late.

    ```journey-wrong
    journey: Choosing a payroll service
    type: b2b
    model: buyer

    actor hr: HR manager
      role: decider
    actor it: IT manager
      role: gatekeeper

    stage awareness
      - Hear of it at a fair  @hr
    stage consideration
      - See a demo  @hr @it
    stage decision
      - Order it  @hr
    ```

    Better: show the step in which that one has a say.

    ```journey
    journey: Choosing a payroll service
    type: b2b
    model: buyer

    actor hr: HR manager
      role: decider
    actor it: IT manager
      role: gatekeeper

    stage awareness
      - Hear of it at a fair  @hr
    stage consideration
      - See a demo  @hr @it
    stage decision
      - Check the security  @it @hr
      - Order it            @hr
    ```
    """
    decision = stages_called(journey, "decision")
    if journey.facts.type != "b2b" or not decision:
        return
    present = {one.person for id in decision[0].steps for one in journey.steps[id].people}
    named = named_people(journey)
    for person in customers(journey):
        absent = person.key in named and person.key not in present
        if person.declared and absent and person.role not in _OUTSIDE:
            yield at(
                kinds.ABSENT_STAKEHOLDER,
                journey.source,
                person.span,
                f"`{shown(written(journey, person.span))}` takes no part in the decision.",
                help="Show the step of the decision in which they have a say.",
                others=[Label(decision[0].span, "the decision")],
            )
