"""The roles that a piece of a journey's text can play, and what editors call each."""

from typing import NamedTuple


class Role(NamedTuple):
    """``scope`` is the name for TextMate grammars (VS Code, GitHub, Sublime Text …), without the
    ``.journey`` at its end; ``token`` is the name of a Pygments token type."""

    scope: str
    token: str


ROLES: dict[str, Role] = {
    "comment": Role("comment.line.double-slash", "Comment.Single"),
    "directive": Role("comment.line.double-slash.directive", "Comment.Special"),
    # What the customer does stands out by being plain.
    "label": Role("meta.label", "Name"),
    "quoted": Role("string.quoted.double.label", "String.Double"),
    "title": Role("markup.heading.title", "Generic.Heading"),
    "mark": Role("keyword.control.mark", "Keyword"),
    "declaration": Role("keyword.declaration", "Keyword.Declaration"),
    "name": Role("entity.name.type", "Name.Class"),
    "key": Role("entity.other.attribute-name", "Name.Attribute"),
    "value": Role("string.unquoted.value", "String"),
    "word": Role("constant.language", "Keyword.Constant"),
    "actor": Role("variable.other.actor", "Name.Variable"),
    "channel": Role("entity.name.tag.channel", "Name.Tag"),
    "feeling": Role("constant.numeric.feeling", "Number.Integer"),
    "moment": Role("keyword.other.moment", "Keyword.Pseudo"),
    "duration": Role("constant.numeric.duration", "Number.Float"),
    "id": Role("entity.name.label", "Name.Label"),
    "share": Role("constant.numeric.share", "Number"),
    "arrow": Role("keyword.operator.arrow", "Operator"),
    "target": Role("entity.name.label.target", "Name.Label"),
    "way": Role("keyword.control.way", "Keyword.Reserved"),
    "compare": Role("keyword.operator.comparison", "Operator.Word"),
    "quantity": Role("constant.numeric.quantity", "Number"),
    "date": Role("constant.numeric.date", "Literal.Date"),
    "address": Role("markup.underline.link", "String.Other"),
    "sign": Role("punctuation.separator", "Punctuation"),
    "wrong": Role("invalid.illegal", "Error"),
}
