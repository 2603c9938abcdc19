"""The way through: what can be reached, and what can be left."""

from collections.abc import Iterator

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Label, at
from journeyctl.model.components import components
from journeyctl.model.journey import Journey, Link
from journeyctl.model.measures import links_out
from journeyctl.syntax.values import shown


def endless_loop(journey: Journey) -> Iterator[Diagnostic]:
    """Nobody can leave a loop: all its ways lead back into it.

    Reads: all arrows and the ordinary way. Such loops are the strongly connected components that no
    arrow leaves (Tarjan 1972).

    Why: whoever comes in never comes to the end, which no journey can mean.

    ```journey-wrong
    journey: Buying a bicycle

    stage decision
      - Try one
      - Think about it
          -> Try one
    ```

    Better: give one of its steps another way.

    ```journey
    journey: Buying a bicycle

    stage decision
      - Try one
      - Think about it
          once more -> Try one
      - Buy it
    ```
    """
    out = links_out(journey)
    targets = {id: [link.target for link in links] for id, links in out.items()}
    for component in components(targets):
        members = set(component)
        inside = [link for id in component for link in out.get(id, []) if link.target in members]
        count = sum(len(out.get(id, [])) for id in component)
        if not inside or len(inside) < count:
            continue
        back = min((one for one in inside if one.loop), key=lambda one: one.span)
        target = journey.steps.get(back.target)
        yield at(
            kinds.ENDLESS_LOOP,
            journey.source,
            back.span,
            "Nobody can leave this loop.",
            help="Give one of its steps another way, such as `enough -> next`.",
            others=[Label(target.label_span, "it leads back to here")] if target else [],
        )


def unreachable_step(journey: Journey) -> Iterator[Diagnostic]:
    """No way leads to a step. Of several in a row the first is told.

    Reads: all arrows and the ordinary way, from the beginning.

    Why: it is drawn, and nobody ever comes there: an arrow is missing, or the step is left over.

    ```journey-wrong
    journey: Buying a bicycle

    stage decision
      - Try one
          -> Buy it
      - Think about it
      - Buy it
    ```

    Better: lead to it, or take it out.

    ```journey
    journey: Buying a bicycle

    stage decision
      - Try one
          at once -> Buy it
      - Think about it
      - Buy it
    ```
    """
    out = links_out(journey)
    reached = {"start"}
    _spread(out, "start", reached)
    before = ""
    for step in journey.steps.values():
        if step.id not in reached:
            reached.add(step.id)
            _spread(out, step.id, reached)
            away = [link for link in out.get(before, []) if link.kind == "arrow"]
            yield at(
                kinds.UNREACHABLE_STEP,
                journey.source,
                step.label_span,
                f"Nothing leads to the step `{shown(step.label)}`.",
                help="Lead to it with an arrow, or take it out.",
                others=[Label(one.span, "this leads past it") for one in away],
            )
        before = step.id


def _spread(out: dict[str, list[Link]], start: str, reached: set[str]) -> None:
    """Add to ``reached`` all that ``start`` leads to."""
    waiting = [start]
    while waiting:
        for link in out.get(waiting.pop(), []):
            if link.target not in reached:
                reached.add(link.target)
                waiting.append(link.target)
