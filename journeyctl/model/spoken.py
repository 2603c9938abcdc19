"""A journey's durations in a language that is asked for and not its own."""

from journeyctl.model.journey import Journey, Stage, Step
from journeyctl.syntax.values import Duration
from journeyctl.words import words_for


def in_language(journey: Journey, language: str) -> Journey:
    """The journey with its durations said in a language: ``2-4 weeks`` as ``2–4 minggu``.

    Their units are words of the tool's, unlike the labels, which stay. A duration of less than
    a minute, or one that runs backwards, is left as it was written.
    """
    words = words_for(language)

    def said(duration: Duration | None) -> Duration | None:
        if duration is None or duration.low < 1 or duration.runs_backwards:
            return duration
        return duration._replace(text=words.duration(duration.low, duration.high))

    def of_stage(stage: Stage) -> Stage:
        return stage._replace(duration=said(stage.duration))

    def of_step(step: Step) -> Step:
        backstage = tuple(one._replace(duration=said(one.duration)) for one in step.backstage)
        return step._replace(duration=said(step.duration), backstage=backstage)

    return journey._replace(
        facts=journey.facts._replace(duration=said(journey.facts.duration)),
        stages=tuple(map(of_stage, journey.stages)),
        steps={id: of_step(step) for id, step in journey.steps.items()},
    )
