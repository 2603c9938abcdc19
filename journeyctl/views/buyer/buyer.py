"""The buyer view: the flow up to the purchase, and what follows in the customer journey."""

from journeyctl.direction import joined
from journeyctl.model.buyer import BuyerPart, buyer_part, last_stage
from journeyctl.model.contacts import touch
from journeyctl.model.journey import Journey
from journeyctl.model.measures import total_range
from journeyctl.views.buyer.strip import GAP, Follows
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import Drawing
from journeyctl.views.flow import flow
from journeyctl.views.notes import Block, Notes
from journeyctl.views.setting import MARGIN, Setting

_RATIOS = {"right": 1.78, "down": 0.71}

# The rows of article 002 that tell the two scopes apart, as far as the file has them.
_FACTS = ("focus", "context", "audience", "strategy", "goal")


def lacks(journey: Journey) -> str:
    """Why there is nothing to draw of a journey, "" where there is."""
    if not journey.stages:
        return "The journey has no stages."
    if last_stage(journey) < 0:
        return "Nothing tells where the purchase is: no stage is called `decision` or `purchase`."
    return ""


def draw(journey: Journey, setting: Setting) -> Drawing:
    """The part of a journey up to the purchase, drawn as its flow, and the rest in short.

    What follows stands at the right or below, where it brings the drawing nearer to the
    proportions wanted. Ways that lead out of the part end there: the customer journey goes on.
    """
    return _Buyer(journey, setting).drawing()


class _Buyer:
    def __init__(self, journey: Journey, setting: Setting) -> None:
        self.journey, self.setting, self.words = journey, setting, setting.words
        self.part: BuyerPart = buyer_part(journey)

    def drawing(self) -> Drawing:
        flowed = self._flow()
        canvas = Canvas.over(flowed)
        wide, high = flowed.width, flowed.height
        notes = Notes(self.setting, self._notes())
        if self.part.after:
            told = notes.height(wide - 2 * MARGIN)
            follows = Follows(self.journey, self.part.after, self.setting)
            wanted = self.setting.ratio or _RATIOS[self.setting.direction]
            strip = min(
                follows.strips(flowed),
                key=lambda one: _away(one.right, one.bottom + told, wanted),
            )
            follows.draw(canvas, strip)
            wide, high = max(wide, strip.right + MARGIN), max(high, strip.bottom + MARGIN)
        room = wide - 2 * MARGIN
        notes.draw(canvas, (MARGIN, high - MARGIN + GAP), room)
        return flowed._replace(
            width=round(wide, 2),
            height=round(high + GAP + notes.height(room), 2),
            groups=tuple(canvas.groups),
            shapes=tuple(canvas.shapes),
            paths=tuple(canvas.paths),
        )

    def _flow(self) -> Drawing:
        """The flow of the part, which says what it is, and what its end means here."""
        words = self.words
        said = {"view.flow": words.text("view.buyer")}
        if self.part.after:
            said["legend.end"] = words.text("legend.goes-on")
        own = words._replace(messages={**words.messages, **said})
        return flow.draw(self.part.journey, self.setting._replace(words=own))

    def _notes(self) -> list[Block]:
        words, facts = self.words, self.journey.facts
        told = [(key, str(getattr(facts, key))) for key in _FACTS]
        blocks = [Block("buyer", words.text("buyer.part"), self._measures(self.part.journey))]
        if self.part.after:
            whole = (*self._measures(self.journey), *self._back())
            blocks.append(Block("customer", words.text("buyer.whole"), whole))
        lines = tuple(joined(": ", (words.text(f"fact.{key}"), text)) for key, text in told if text)
        title = words.text(f"buyer.about-{facts.scope}")
        return [*blocks, Block("about", title, lines)]

    def _measures(self, journey: Journey) -> tuple[str, ...]:
        """What can be counted of a scope: stages, steps, channels and people, time, feeling."""
        words, steps = self.words, journey.steps.values()
        channels = {key for step in steps for key in step.channels}
        people = {one.person for step in steps for one in step.people}
        pains = sum(len(step.pains) for step in steps)
        pains += sum(len(stage.pains) for stage in journey.stages)
        counts = [
            ("count.step", len(journey.steps)),
            ("count.channel", len(channels)),
            ("count.person", len(people)),
            ("said.pains", pains),
        ]
        names = words.listing([stage.label for stage in journey.stages])
        lines = [
            joined(": ", (words.counted("count.stage", len(journey.stages)), names)),
            ", ".join(words.counted(key, count) for key, count in counts if count),
        ]
        taken = total_range(journey)
        if journey.facts.duration or taken:
            own = journey.facts.duration
            time = own.said if own else words.duration(*taken) if taken else ""
            lines.append(f"{words.text('fact.time')}: {time}")
        mood = touch(steps).mood
        if mood is not None:
            score = words.text("said.score", mood=words.number(mood))
            lines.append(f"{words.text('column.feeling')}: {score}")
        return tuple(lines)

    def _back(self) -> tuple[str, ...]:
        """The ways that lead from what follows back into the buyer's part."""
        steps = self.journey.steps
        return tuple(
            self.words.text(
                "said.loop", step=steps[one.source].label, target=steps[one.target].label
            )
            for one in self.part.back
            if one.source in steps and one.target in steps
        )


def _away(wide: float, high: float, wanted: float) -> float:
    """How far proportions are from those wanted: 1 for the same, more for others."""
    return max(wide / high / wanted, wanted * high / wide)
