"""The rows of a map: their names, and their order where nobody chooses one."""

ROWS = (
    "goal",
    "steps",
    "feeling",
    "quotes",
    "pains",
    "ideas",
    "people",
    "channels",
    "content",
    "metrics",
    "backstage",
    "systems",
)
"""All rows; ``row.NAME`` in the words is what a picture calls them."""
