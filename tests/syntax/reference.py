"""The examples of docs/language.md, and of other pages."""

import re
from pathlib import Path

REFERENCE = Path(__file__).parents[2] / "docs" / "language.md"


def examples(fence: str, page: Path = REFERENCE) -> list[str]:
    """The text of each block with this fence, in the order of the page."""
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{fence}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
