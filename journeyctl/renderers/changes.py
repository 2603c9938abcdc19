"""Changes as Markdown, for a pull request."""

from journeyctl.comparison.telling import Told
from journeyctl.renderers.markdown import environment
from journeyctl.words import Words


def markdown(told: Told, words: Words) -> str:
    """What changed in a journey: a heading, the changes stage by stage, what they come to."""
    template = environment().get_template("diff.md.j2")
    return template.render(told=told, say=words.text).strip("\n") + "\n"
