"""Practice where a company buys: who of the customer's is with whom, and how often."""

from collections.abc import Iterator

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Label, at
from journeyctl.model.journey import Journey, Step
from journeyctl.model.measures import stage_range
from journeyctl.syntax.durations import DAY
from journeyctl.syntax.values import shown

_LONG = 30 * DAY
# A step with more people than this is an event; nobody in particular hands anything over.
_CROWD = 20


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
      - Order it  @hr @clerk
    stage set-up
      - Import the staff  @team
      - Test a payment    @team
    stage use
      - Pay the first wages  @clerk
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
      - Order it  @hr @clerk
    stage set-up
      - Check a test payment  @clerk
          backstage: Import the staff @team
    stage use
      - Pay the first wages  @clerk
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

    Reads: `type: b2b`; `@` on steps that follow one another in the ordinary way (not by an answer
    or an arrow, nor where ways part or meet). It is found where both steps have a customer,
    they share nobody on any side, and no step of the whole journey has one of both; each pair
    once. Steps with more than twenty people are not looked at.

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
      - Hear of it at a fair  @hr
    stage consideration
      - Read the security paper  @it
    stage decision
      - Order it              @hr
      - Connect the accounts  @it
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
      - Hear of it at a fair  @hr
    stage consideration
      - See a demo together      @hr @it
      - Read the security paper  @it
    stage decision
      - Order it              @hr
      - Connect the accounts  @it
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
      - See a demo  @hr @it @sales
    stage decide [1-3 months]
      - Compare three offers  @hr @it
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
      - See a demo  @hr @it @sales
    stage decide [1-3 months]
      - Compare three offers  @hr @it
      - Ask about the price   @hr @sales
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
