"""Names that nobody uses, and a language that the tool does not speak."""

from collections.abc import Iterator

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, at
from journeyctl.model.journey import Channel, Journey, Person, System
from journeyctl.rules.shared import named_people
from journeyctl.syntax.values import shown
from journeyctl.words import LANGUAGES, catalogue


def unused_name(journey: Journey) -> Iterator[Diagnostic]:
    """An actor, channel or system is declared, and nothing in the journey names it.

    Reads: `actor`, `channel` and `system` lines; `@` and `#` on steps, owners of pains and ideas,
    `backstage` and `system:`.

    Why: either the declaration is left over, or the map forgot somebody. The stakeholders of a
    buying organization are the first thing that mapping must show (article 004).

    ```journey-wrong
    journey: Buying a bicycle

    actor ana: Ana
    actor ben: Ben

    stage decision
      - Try one  @ana
    ```

    Better: show the step that the name takes part in, or take the declaration away.

    ```journey
    journey: Buying a bicycle

    actor ana: Ana
    actor ben: Ben

    stage decision
      - Try one  @ana @ben
    ```
    """
    people = named_people(journey)
    steps = journey.steps.values()
    backstage = [one for step in steps for one in step.backstage]
    channels = {key for step in steps for key in step.channels}
    systems = {key for step in steps for key in step.systems}
    systems.update(key for one in backstage for key in one.systems)
    kinds_of: tuple[tuple[str, str, dict[str, Person | Channel | System], set[str]], ...] = (
        ("actor", "`@{}` on a step", {**journey.people}, people),
        ("channel", "`#{}` on a step", {**journey.channels}, channels),
        ("system", "`system: {}` under a step", {**journey.systems}, systems),
    )
    for kind, use, declared, used in kinds_of:
        for key, one in declared.items():
            if one.declared and key not in used:
                name = journey.source.text[one.span.start : one.span.end]
                yield at(
                    kinds.UNUSED_NAME,
                    journey.source,
                    one.span,
                    f"The {kind} `{shown(name)}` is declared, and never used.",
                    help=f"Write {use.format(shown(name))}, or take the declaration away.",
                )


def language_without_words(journey: Journey) -> Iterator[Diagnostic]:
    """The journey's language is one that the tool has no words of its own for.

    Reads: `language`. There are words in English, Indonesian and Filipino.

    Why: pictures and reports have words of their own, in headings and in the legend. In any other
    language these are English, and the labels yours.

    ```journey-wrong
    journey: Ein Fahrrad kaufen
    language: de

    stage kaufen
      - Probe fahren
    ```

    Better: nothing has to be mended; without the key nothing is said.

    ```journey
    journey: Ein Fahrrad kaufen

    stage kaufen
      - Probe fahren
    ```
    """
    language, place = journey.facts.language, journey.places.get("language")
    if place is None or not language:
        return
    if not catalogue(language):
        yield at(
            kinds.LANGUAGE_WITHOUT_WORDS,
            journey.source,
            place,
            f"There are no built-in words for the language `{shown(language)}`; "
            "English ones are used.",
            help=f"Languages with words are {', '.join(LANGUAGES)}; labels are your own in any.",
        )
