"""Facts of a journey in a line of text, as slides tell them."""

from journeyctl.direction import joined
from journeyctl.model.measures import verdict
from journeyctl.syntax.values import Metric
from journeyctl.words import Words

_SIGNS = {"<=": "≤", ">=": "≥", "=": ""}


def metric_text(words: Words, metric: Metric) -> str:
    """``Leads a month: 42 → ≥ 60 · missed``."""
    text = joined(": ", (metric.name, metric.value.text if metric.value else ""))
    if metric.target:
        sign = _SIGNS.get(metric.comparator or "", metric.comparator or "")
        # The sign stays with its number.
        target = f"{sign}\u00a0{metric.target.text}" if sign else metric.target.text
        text = joined(" → ", (text, target))
    judged = verdict(metric)
    return joined(" · ", (text, words.text(f"verdict.{judged}") if judged else ""))
