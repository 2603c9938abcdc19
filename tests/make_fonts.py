"""Write journeyctl/fonts/Arimo-*.ttf, what a PDF embeds: ``python -m tests.make_fonts FOLDER``.

FOLDER holds Arimo-Regular.ttf and Arimo-Bold.ttf (Debian's fonts-croscore has them). Of each are
kept the characters of journeyctl/outputs/coverage.py, every glyph with an outline of its own and
no hints, and of the tables those alone that journeyctl/fonts/truetype.py reads. Needs fonttools.
"""

import sys
from pathlib import Path

from fontTools.pens.recordingPen import (  # type: ignore[import-untyped, import-not-found, unused-ignore]
    DecomposingRecordingPen,
)
from fontTools.pens.ttGlyphPen import (  # type: ignore[import-untyped, import-not-found, unused-ignore]
    TTGlyphPen,
)
from fontTools.subset import (  # type: ignore[import-untyped, import-not-found, unused-ignore]
    Options,
    Subsetter,
)
from fontTools.ttLib import (  # type: ignore[import-untyped, import-not-found, unused-ignore]
    TTFont,
    newTable,
)
from fontTools.ttLib.tables._c_m_a_p import (  # type: ignore[import-untyped, import-not-found, unused-ignore]
    CmapSubtable,
)

from journeyctl.outputs.coverage import missing

TARGET = Path(__file__).parent.parent / "journeyctl" / "fonts"
TABLES = {"head", "hhea", "maxp", "hmtx", "cmap", "loca", "glyf", "name", "post", "OS/2"}


def subset(font: Path) -> TTFont:
    """The font with what a PDF needs of it."""
    face = TTFont(font, recalcTimestamp=False)
    codes = [code for code in face.getBestCmap() if code >= 0x20 and not missing(chr(code))]
    options = Options(hinting=False, layout_features=[], notdef_outline=True)
    options.name_IDs = [0, 1, 2, 4, 5, 6, 7, 13, 14]  # also whose it is, and the licence
    options.drop_tables += sorted(set(face.keys()) - TABLES)
    cutter = Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(face)
    _outline(face)
    _one_cmap(face)
    face["post"].formatType = 3.0
    return face


def _outline(face: TTFont) -> None:
    """Give each glyph that is put together of others an outline of its own."""
    glyphs, table = face.getGlyphSet(), face["glyf"]
    for name in face.getGlyphOrder():
        if table[name].isComposite():
            record = DecomposingRecordingPen(glyphs)
            glyphs[name].draw(record)
            pen = TTGlyphPen(None)
            record.replay(pen)
            table[name] = pen.glyph()


def _one_cmap(face: TTFont) -> None:
    """Leave one map of the characters, in format 12: groups of codes and glyphs in a row."""
    codes = face.getBestCmap()
    face["cmap"] = newTable("cmap")
    face["cmap"].tableVersion = 0
    whole = CmapSubtable.newSubtable(12)
    whole.platformID, whole.platEncID, whole.language, whole.cmap = 3, 10, 0, codes
    whole.format, whole.reserved, whole.length, whole.nGroups = 12, 0, 0, 0
    face["cmap"].tables = [whole]


def main(folder: Path) -> None:
    for weight in ("Regular", "Bold"):
        name = f"Arimo-{weight}.ttf"
        subset(folder / name).save(TARGET / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
