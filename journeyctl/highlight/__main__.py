"""``python -m journeyctl.highlight`` prints the TextMate grammar."""

import json
import sys

from journeyctl.highlight.textmate import grammar


def text() -> str:
    """The grammar as the file that editors read."""
    return json.dumps(grammar(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(text().encode())
