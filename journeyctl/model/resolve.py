"""From the tree to the journey: names bound, values read, the flow linked."""

from journeyctl.diagnostics import Diagnostic, in_file_order
from journeyctl.model.declared import channel, person, system
from journeyctl.model.flow import connect
from journeyctl.model.identify import name_lines
from journeyctl.model.journey import Block, Facts, Journey, Stage
from journeyctl.model.keys import Keys
from journeyctl.model.names import Register
from journeyctl.model.outline import StageLines, outline
from journeyctl.model.spoken import in_language
from journeyctl.model.stages import BUILT_IN, StageModel, choose, readable
from journeyctl.model.steps import Names, build_step, with_side
from journeyctl.model.targets import bind
from journeyctl.source import Source
from journeyctl.syntax.nodes import Tree
from journeyctl.words import catalogue, words_for


def resolve(tree: Tree, words: str = "") -> tuple[Journey, list[Diagnostic]]:
    """The journey that a tree tells, and what is wrong with its names and its way through.

    ``words`` is the language of what is not the author's own, built-in stage names and units
    of time, "" for that of the journey.
    Never raises on a tree of the parser's, whatever it holds: what stands is resolved. An
    undeclared name is taken for the nearest declared one, an arrow that leads nowhere goes on.
    """
    source = tree.source
    parts = outline(tree)
    findings = list(parts.findings)

    language = Keys(source, parts.keys, "").text("language").strip()
    keys = Keys(source, parts.keys, language)
    scope = keys.word("scope", ("customer", "buyer")) or "customer"
    type = keys.word("type", ("b2b", "b2c"))
    model, found = choose(source, keys.firsts(), scope, type)
    findings += found

    findings += name_lines(source, parts.stages)
    targets, found = bind(source, parts.stages, model)
    findings += found
    flow = connect(parts.stages, targets)

    names = Names(
        Register(source, "actor", parts.declarations, findings),
        Register(source, "channel", parts.declarations, findings),
        Register(source, "system", parts.declarations, findings),
    )
    lines = [line for stage in parts.stages for line in stage.all]
    # In the order of the file, so that names come in the order of their first use.
    made = [build_step(source, line, i, names, language) for i, line in enumerate(lines, 1)]
    stages = tuple(
        _stage(source, stage, model, blocks, names, language, words or language)
        for stage, blocks in zip(parts.stages, flow.blocks, strict=True)
    )
    people = {key: person(source, key, one) for key, one in names.people.names.items()}
    journey = Journey(
        source=source,
        facts=_facts(keys, scope, type, model, words or language),
        people=people,
        channels={key: channel(source, key, one) for key, one in names.channels.names.items()},
        systems={key: system(source, key, one) for key, one in names.systems.names.items()},
        stages=stages,
        steps={step.id: with_side(step, people) for step in made},
        points=flow.points,
        links=flow.links,
        expected=model.stages,
        places={key: one.value.span for key, one in keys.firsts().items()},
    )
    if words and catalogue(words) != (catalogue(language) or "en"):
        journey = in_language(journey, words)
    return journey, in_file_order(findings)


def _stage(
    source: Source,
    lines: StageLines,
    model: StageModel,
    blocks: tuple[Block, ...],
    names: Names,
    language: str,
    words: str,
) -> Stage:
    node = lines.node
    keys = Keys(source, lines.keys, language)
    key = model.key(node.name.value)
    if node.label:
        label = node.label.value
    elif key in BUILT_IN and model.name != "own":
        label = words_for(words).text(f"stage.{key}")
    else:
        label = readable(node.name.value)
    return Stage(
        key=key,
        label=label,
        duration=node.duration,
        goal=keys.text("goal"),
        content=keys.texts("content"),
        metrics=keys.metrics(),
        pains=keys.remarks("pain", names.people),
        ideas=keys.remarks("idea", names.people),
        notes=keys.texts("note"),
        links=keys.links(),
        steps=tuple(line.id for line in lines.all),
        blocks=blocks,
        span=node.name.span,
    )


def _facts(keys: Keys, scope: str, type: str, model: StageModel, language: str) -> Facts:
    return Facts(
        title=keys.text("journey"),
        type=type,
        scope="buyer" if scope == "buyer" else "customer",
        model=model.name,
        language=language,
        state=keys.word("state", ("as-is", "to-be")),
        duration=keys.duration("duration"),
        goal=keys.text("goal"),
        owner=keys.text("owner"),
        updated=keys.text("updated"),
        focus=keys.text("focus"),
        context=keys.text("context"),
        audience=keys.text("audience"),
        approach=keys.text("approach"),
        strategy=keys.text("strategy"),
        personalization=keys.text("personalization"),
        transaction=keys.text("transaction"),
        relationship=keys.text("relationship"),
        metrics=keys.metrics(),
        notes=keys.texts("note"),
    )
