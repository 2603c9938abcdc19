"""Write the table in journeyctl/outputs/coverage.py: ``python -m tests.make_coverage FOLDER``.

FOLDER holds Arimo-Regular.ttf and Arimo-Bold.ttf (Debian's fonts-croscore has them). It needs
fonttools.
"""

import sys
import textwrap
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped, import-not-found, unused-ignore]

TARGET = Path(__file__).parent.parent / "journeyctl" / "outputs" / "coverage.py"
START, END = '_COVERED = """\n', '"""\n'


def ranges(codes: set[int]) -> list[tuple[int, int]]:
    """The codes as ranges, first and last included."""
    found: list[tuple[int, int]] = []
    for code in sorted(codes):
        if found and found[-1][1] == code - 1:
            found[-1] = found[-1][0], code
        else:
            found.append((code, code))
    return found


def main(folder: Path) -> None:
    regular, bold = (
        set(TTFont(folder / f"Arimo-{weight}.ttf").getBestCmap()) for weight in ("Regular", "Bold")
    )
    pieces = [
        f"{first:x}" if first == last else f"{first:x}-{last:x}"
        for first, last in ranges({code for code in regular & bold if code >= 0x20})
    ]
    source = TARGET.read_text(encoding="utf-8")
    before, _, rest = source.partition(START)
    after = rest.partition(END)[2]
    table = "\n".join(textwrap.wrap(" ".join(pieces), 99, break_on_hyphens=False))
    TARGET.write_text(f"{before}{START}{table}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
