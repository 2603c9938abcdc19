"""The examples of docs/language.md."""

import re
from pathlib import Path

REFERENCE = Path(__file__).parents[2] / "docs" / "language.md"


def examples(fence: str) -> list[str]:
    """The text of each block with this fence, in the order of the page."""
    page = REFERENCE.read_text(encoding="utf-8")
    return re.findall(rf"^```{fence}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
