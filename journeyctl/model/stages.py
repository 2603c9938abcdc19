"""The models of a journey: which stages, in which order, and under which names."""

from functools import cache
from typing import NamedTuple

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Edit, Fix, Label, at
from journeyctl.model.journey import Expected
from journeyctl.source import Source, Span, Text
from journeyctl.syntax.names import fold, nearest
from journeyctl.syntax.nodes import Attribute
from journeyctl.syntax.values import shown
from journeyctl.words import typed

# From articles 001 (b2b, b2c), 000 (classic) and 002 (buyer); ``?`` marks what may be left out.
MODELS = {
    "b2b": "awareness > consideration > decision > purchase > post-purchase > loyalty",
    "b2c": "awareness > consideration > decision > purchase? > post-purchase > loyalty",
    "classic": "awareness > consideration > decision > retention-referral",
    "buyer": "awareness > consideration > decision > purchase?",
}

# A buyer journey ends with the purchase (article 002).
AFTER_PURCHASE = ("post-purchase", "loyalty", "retention-referral")


class StageModel(NamedTuple):
    """``name`` is a key of ``MODELS``, ``own`` for ``stages:``, "" where nothing decides."""

    name: str
    stages: tuple[Expected, ...]

    def key(self, name: str) -> str:
        """The key of a stage by the name in the file: the model's word where it has one.

        Aliases are read in built-in models only: where the author lists stages of his own,
        or none, a word stands for itself.
        """
        folded = fold(name)
        if self.name in MODELS:
            return _PLAIN.get(folded) or _aliases().get(folded, folded)
        if self.name == "own":
            return folded
        return _PLAIN.get(folded, folded)


BUILT_IN = tuple(
    dict.fromkeys(word.strip(" ?") for model in MODELS.values() for word in model.split(">"))
)
"""The stages of all models, each once."""

_PLAIN = {fold(word): word for word in BUILT_IN}


@cache
def _aliases() -> dict[str, str]:
    return {fold(alias): word for alias, word in typed("stage").items()}


def built_in(name: str) -> StageModel:
    """One of ``MODELS``, by its name."""
    words = [word.strip() for word in MODELS[name].split(">")]
    return StageModel(
        name, tuple(Expected(word.rstrip("?"), word.rstrip("?"), word[-1] == "?") for word in words)
    )


def readable(name: str) -> str:
    """A stage's name as a heading: ``first-try`` is ``First try``."""
    words = name.replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def choose(
    source: Source, keys: dict[str, Attribute], scope: str, type: str
) -> tuple[StageModel, list[Diagnostic]]:
    """The model of a journey: the first of ``stages`` or ``model``, ``scope: buyer``, ``type``.

    Without any of them there is no order to check.

    ``keys`` are the journey's own keys; ``scope`` and ``type`` their values as understood.
    Errors: ``stages`` beside ``model``, an unknown model, a list that is none.
    """
    findings: list[Diagnostic] = []
    own, named = keys.get("stages"), keys.get("model")
    if own and named:
        first, second = sorted((own.key.span, named.key.span))
        findings.append(
            at(
                kinds.STAGES_AND_MODEL,
                source,
                second,
                "A journey has either stages of its own or a model, not both.",
                help="Keep one of the two lines.",
                others=[Label(first, "the other is here")],
            )
        )
    if own:
        stages = _listed(source, own.value, findings)
        return StageModel("own", stages), findings
    if named:
        model = _named(source, named.value, findings)
        if model:
            return model, findings
    if scope == "buyer":
        return built_in("buyer"), findings
    if type in MODELS:
        return built_in(type), findings
    return StageModel("", ()), findings


def _named(source: Source, name: Text, findings: list[Diagnostic]) -> StageModel | None:
    folded = fold(name.value)
    if folded in MODELS:
        return built_in(folded)
    near = nearest(folded, MODELS)
    findings.append(
        at(
            kinds.UNKNOWN_MODEL,
            source,
            name.span,
            f"There is no model `{shown(name.value)}`.",
            help=f"Did you mean `{near}`?" if near else f"The models are {', '.join(MODELS)}.",
            fix=Fix(f"write `{near}`", (Edit(name.span, near),), False) if near else None,
        )
    )
    return None


def _listed(source: Source, text: Text, findings: list[Diagnostic]) -> tuple[Expected, ...]:
    stages: dict[str, tuple[Expected, Span]] = {}
    start = text.span.start
    for part in text.value.split(">"):
        written = part.strip()
        name = written.removesuffix("?").rstrip()
        begin = start + len(part) - len(part.lstrip())
        if not written and begin >= text.span.end:
            begin = text.span.end - 1  # the sign that a name should follow
        span = Span(begin, begin + max(1, len(written)))
        start += len(part) + 1
        key = fold(name)
        if not key:
            findings.append(
                at(
                    kinds.STAGE_LIST,
                    source,
                    span,
                    "A stage has no name in this list.",
                    help="Write the names with > between them: `discover > try > buy > love?`.",
                )
            )
        elif key in stages:
            findings.append(
                at(
                    kinds.STAGE_LIST,
                    source,
                    span,
                    f"The stage `{shown(name)}` is listed twice.",
                    help="Take one of them away.",
                    others=[Label(stages[key][1], "first listed here")],
                )
            )
        else:
            stages[key] = Expected(key, name, written.endswith("?")), span
    return tuple(stage for stage, _ in stages.values())
