"""Practice where a company buys: a committee decides, over months, and work changes hands."""

import re
from collections.abc import Iterator

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Label, at
from journeyctl.model.journey import Journey, Step
from journeyctl.model.measures import stage_range
from journeyctl.rules.shared import customers, named_people, once, stages_called, written
from journeyctl.syntax.durations import DAY
from journeyctl.syntax.values import shown

# Roles that decide, and roles that need not sit at the table when it is decided.
DECIDING = ("decider", "approver")
_OUTSIDE = ("user", "initiator")

_LONG = 30 * DAY
# A step with more people than this is an event; nobody in particular hands anything over.
_CROWD = 20


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
      - Hear of it at a fair       @hr
    stage consideration
      - See a demo                 @hr @it
    stage decision
      - Compare two offers         @hr @it
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
      - Hear of it at a fair       @hr
    stage consideration
      - See a demo                 @hr @it
    stage decision
      - Compare two offers         @hr @it
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
      - Hear of it at a fair       @hr
    stage consideration
      - See a demo                 @hr
    stage decision
      - Order it                   @hr
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
      - Hear of it at a fair       @hr
    stage consideration
      - See a demo                 @hr @it
    stage decision
      - Order it                   @hr @it
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
      - Hear of it at a fair       @hr
    stage consideration
      - See a demo                 @hr @it
    stage decision
      - Order it                   @hr
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
      - Hear of it at a fair       @hr
    stage consideration
      - See a demo                 @hr @it
    stage decision
      - Check the security         @it @hr
      - Order it                   @hr
    ```
    """
    decision = stages_called(journey, "decision")
    if journey.facts.type != "b2b" or not decision:
        return
    present = {one.person for id in decision[0].steps for one in journey.steps[id].people}
    named = named_people(journey)
    absent = [
        person.span
        for person in customers(journey)
        if person.declared
        and person.role not in _OUTSIDE
        and person.key in named
        and person.key not in present
    ]
    if absent:
        finding = once(
            kinds.ABSENT_STAKEHOLDER,
            journey,
            absent,
            f"`{shown(written(journey, absent[0]))}` takes no part in the decision.",
            "Show the step of the decision in which they have a say.",
            "takes no part either",
        )
        place = Label(decision[0].span, "the decision")
        yield finding._replace(others=(*finding.others, place))


def stage_without_customer(journey: Journey) -> Iterator[Diagnostic]:
    """No customer takes part in a stage.

    Reads: `type: b2b`; `@` on steps and the `side` of actors. It is found where each step of a
    stage has people, and none of them is on the customer's side; a step without `@` is the
    customer's.

    Why: a customer journey is what the customer goes through (article 001). A stage that only
    the company knows is a process of its own: it belongs behind a step, as `backstage`.

    ```journey-wrong
    journey: Choosing a payroll service
    type: b2b
    stages: choose > set-up > use

    actor hr: HR manager
      role: decider
    actor clerk: Payroll clerk
      role: user
    actor team: Our project team
      side: company

    stage choose
      - Order it                   @hr @clerk
    stage set-up
      - Import the staff           @team
      - Test a payment             @team
    stage use
      - Pay the first wages        @clerk
    ```

    Better: show what the customer does meanwhile, with the work behind it.

    ```journey
    journey: Choosing a payroll service
    type: b2b
    stages: choose > set-up > use

    actor hr: HR manager
      role: decider
    actor clerk: Payroll clerk
      role: user
    actor team: Our project team
      side: company

    stage choose
      - Order it                   @hr @clerk
    stage set-up
      - Check a test payment       @clerk
          backstage: Import the staff @team
    stage use
      - Pay the first wages        @clerk
    ```
    """
    if journey.facts.type != "b2b":
        return
    sides = {person.key: person.side for person in journey.people.values()}
    for stage in journey.stages:
        steps = [journey.steps[id] for id in stage.steps]
        if steps and all(
            step.people and all(sides[one.person] != "customer" for one in step.people)
            for step in steps
        ):
            yield at(
                kinds.STAGE_WITHOUT_CUSTOMER,
                journey.source,
                stage.span,
                f"No customer takes part in the stage `{shown(stage.label)}`.",
                help="Show what the customer does in it; what the company does is `backstage`.",
                others=[Label(steps[0].label_span, "the first step, without a customer")],
            )


def silent_handover(journey: Journey) -> Iterator[Diagnostic]:
    """The work goes from some people to others, and no step shows them together.

    Reads: `type: b2b`; `@` on steps that follow one another in the ordinary way (not an answer,
    an arrow, or the parts of a fork). It is found where both steps have a customer, they share
    nobody on any side, and no step of the whole journey has one of both; each pair once. Steps
    with more than twenty people are not looked at.

    Why: an organization decides in several departments (article 004), and what one has learned
    is lost on the way to the next unless somebody carries it. Hand-overs are where service
    blueprints look for failures first.

    ```journey-wrong
    journey: Choosing a payroll service
    type: b2b
    model: buyer

    actor hr: HR manager
      role: decider
    actor it: IT manager
      role: influencer

    stage awareness
      - Hear of it at a fair       @hr
    stage consideration
      - Read the security paper    @it
    stage decision
      - Order it                   @hr
      - Connect the accounts       @it
    ```

    Better: add the step in which it is handed over.

    ```journey
    journey: Choosing a payroll service
    type: b2b
    model: buyer

    actor hr: HR manager
      role: decider
    actor it: IT manager
      role: influencer

    stage awareness
      - Hear of it at a fair       @hr
    stage consideration
      - See a demo together        @hr @it
      - Read the security paper    @it
    stage decision
      - Order it                   @hr
      - Connect the accounts       @it
    ```
    """
    if journey.facts.type != "b2b":
        return
    sides = {person.key: person.side for person in journey.people.values()}
    steps_of: dict[str, set[int]] = {}
    for step in journey.steps.values():
        for one in step.people:
            steps_of.setdefault(one.person, set()).add(step.number)

    def side_of_customer(step: Step | None) -> list[str]:
        people = [one.person for one in step.people] if step else []
        return [one for one in people if sides[one] == "customer"] if len(people) <= _CROWD else []

    # Of two people, whether they share a step: looked up once for each pair.
    together: dict[tuple[str, str], bool] = {}
    told: set[frozenset[str]] = set()
    for link in journey.links:
        before, after = journey.steps.get(link.source), journey.steps.get(link.target)
        if link.kind != "next" or before is None or after is None:
            continue
        givers, takers = side_of_customer(before), side_of_customer(after)
        if not givers or not takers:
            continue
        if not {one.person for one in before.people}.isdisjoint(one.person for one in after.people):
            continue
        pairs = [(giver, taker) for giver in givers for taker in takers]
        for giver, taker in pairs:
            if (giver, taker) not in together:
                together[giver, taker] = not steps_of[giver].isdisjoint(steps_of[taker])
        pair = frozenset(pairs[0])
        if pair in told or any(together[both] for both in pairs):
            continue
        told.add(pair)
        giver_label = journey.people[givers[0]].label
        taker_label = journey.people[takers[0]].label
        yield at(
            kinds.SILENT_HANDOVER,
            journey.source,
            after.label_span,
            f"`{shown(giver_label)}` hands over to `{shown(taker_label)}`, "
            "and no step shows them together.",
            help="Add a step that both take part in, or one on our side who is with both.",
            others=[Label(before.label_span, "the step before, by others")],
        )


def long_without_contact(journey: Journey) -> Iterator[Diagnostic]:
    """A stage takes a month or more, and the customer hears nothing from the company in it.

    Reads: `type: b2b`; a stage's `[duration]`, else the sum of its steps' (the least of the
    range counts, 30 days and more); `#` on its steps, and `@` with `side: company` or `partner`.
    One of these is a contact. Nothing is found where the whole journey has none.

    Why: a purchase takes 6 to 12 months, and its contacts are many and formal (article 001). A
    month of silence is where an account goes cold.

    ```journey-wrong
    journey: Choosing a payroll service
    type: b2b
    stages: meet > decide

    actor hr: HR manager
      role: decider
    actor it: IT manager
    actor sales: Our sales
      side: company

    stage meet [2 weeks]
      - See a demo                 @hr @it @sales
    stage decide [1-3 months]
      - Compare three offers       @hr @it
    ```

    Better: say how the customer and the company are in touch meanwhile.

    ```journey
    journey: Choosing a payroll service
    type: b2b
    stages: meet > decide

    actor hr: HR manager
      role: decider
    actor it: IT manager
    actor sales: Our sales
      side: company

    stage meet [2 weeks]
      - See a demo                 @hr @it @sales
    stage decide [1-3 months]
      - Compare three offers       @hr @it
      - Ask about the price        @hr @sales
    ```
    """
    if journey.facts.type != "b2b":
        return
    ours = {person.key for person in journey.people.values() if person.side != "customer"}
    contacts = {
        step.stage
        for step in journey.steps.values()
        if step.channels or any(one.person in ours for one in step.people)
    }
    if not contacts:
        return
    for number, stage in enumerate(journey.stages):
        taken = stage_range(journey, stage)
        if number not in contacts and stage.steps and taken and taken[0] >= _LONG:
            yield at(
                kinds.LONG_WITHOUT_CONTACT,
                journey.source,
                stage.span,
                f"The stage `{shown(stage.label)}` takes a month or more, without a contact.",
                help="Say by which `#channel` or with whom of ours the customer is in touch.",
                others=[Label(stage.duration.span, "so long")] if stage.duration else [],
            )
