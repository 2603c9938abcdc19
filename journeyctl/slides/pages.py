"""Words and tables in pages: what does not fit on a slide goes on on the next."""

from collections.abc import Iterable, Iterator, Sequence

from journeyctl.fonts import unwrapped, width, wrap
from journeyctl.slides.deck import BODY, Box, Element, Paragraph, Table, Words
from journeyctl.slides.measure import APART, PAD_X, height, lines, row_height
from journeyctl.views.drawing import PITCH

Page = tuple[Element, ...]

TEXT = 14.0
"""The usual size of type on slides, in points."""

_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0)  # of a table's type
_BELOW = (40.0, 60.0, 80.0, 100.0, 125.0, 150.0, 180.0)  # heights of words below a table
_STAGES = 7  # side by side in a table
_LOOSE = 6.0  # by which a row is made higher where there is room

GAP = 20.0
"""What stands free between two columns."""


def beside(count: int, box: Box = BODY) -> list[Box]:
    """A box in so many columns."""
    left, top, wide, high = box
    each = (wide - GAP * (count - 1)) / count
    return [(left + at * (each + GAP), top, each, high) for at in range(count)]


def enlarged(paragraphs: Sequence[Paragraph], box: Box, most: float = 4.0) -> Sequence[Paragraph]:
    """Paragraphs in type so many points larger, at the most, as goes into a box."""
    more = most
    while more > 0:
        larger = [one._replace(size=one.size + more) for one in paragraphs]
        if height(larger, box[2]) <= box[3]:
            return larger
        more -= 1
    return paragraphs


def word_pages(
    paragraphs: Sequence[Paragraph],
    boxes: Sequence[Box],
    key: str = "words",
    further: Sequence[Box] = (),
) -> Iterator[Page]:
    """Paragraphs in columns that are filled one after the other, page by page; ``further`` are
    those of the pages after the first, where they are others: no narrower and no lower. A
    heading (bold, and no bullet) stays with what follows it."""
    pieces = list(_pieces(paragraphs, boxes[0]))
    page: list[Element] = []
    start = 0
    while start < len(pieces):
        box = boxes[len(page)]
        count = _fitting(pieces, start, box)
        shown = tuple(pieces[start : start + count])
        name = key if not page else f"{key}-{len(page) + 1}"
        page.append(Words(name, (*box[:3], height(shown, box[2])), shown))
        start += count
        if len(page) == len(boxes) or start == len(pieces):
            yield tuple(page)
            page, boxes = [], further or boxes


def _fitting(paragraphs: Sequence[Paragraph], start: int, box: Box) -> int:
    """How many paragraphs from one on go into a box, one at least."""
    used, end = 0.0, start
    while end < len(paragraphs):
        paragraph = paragraphs[end]
        used += height([paragraph], box[2]) + (APART * paragraph.size if end > start else 0.0)
        if end > start and used > box[3] + 1e-6:
            break
        end += 1
    last = end
    while last < len(paragraphs) and last > start + 1 and _is_heading(paragraphs[last - 1]):
        last -= 1
    return (end if _is_heading(paragraphs[last - 1]) else last) - start


def _is_heading(paragraph: Paragraph) -> bool:
    return paragraph.bold and not paragraph.bullet


def _pieces(paragraphs: Sequence[Paragraph], box: Box) -> Iterator[Paragraph]:
    """Paragraphs in pieces that each go into a box, the first one of each below its heading."""
    above = 0.0
    for one in paragraphs:
        yield from _cut(one, box, above + APART * one.size if above else 0.0)
        above = height([one], box[2]) if _is_heading(one) else 0.0


def _cut(paragraph: Paragraph, box: Box, above: float) -> Iterator[Paragraph]:
    wrapped = lines(paragraph, box[2])
    pitch = paragraph.size * PITCH
    most = max(int(box[3] / pitch), 1)
    first = int((box[3] - above) / pitch)
    end = first if first > 0 else most
    if len(wrapped) <= end:
        yield paragraph
        return
    for start in (0, *range(end, len(wrapped), most)):
        shown = unwrapped(wrapped[start : end if not start else start + most])
        yield paragraph._replace(text=shown, bullet=paragraph.bullet and not start)


def table_pages(
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    box: Box = BODY,
    key: str = "table",
    fixed: dict[int, float] | None = None,
    least: float = 0.0,
) -> list[Page]:
    """A table in pages, each with the head, in the largest type that takes the fewest pages.
    ``fixed`` are the widths of columns by their numbers; ``least`` is how high a row is at
    least."""
    told = [tuple(row) for row in rows]
    tried = [_paged(tuple(head), told, box, size, key, fixed or {}, least) for size in _SIZES]
    return [(table,) for table in min(tried, key=len)]


def _paged(
    head: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    box: Box,
    size: float,
    key: str,
    fixed: dict[int, float],
    least: float,
) -> list[Table]:
    widths = _widths(head, rows, box[2], size, fixed)
    top = row_height(head, widths, size, bold=True)
    room = box[3] - top
    pages: list[list[tuple[tuple[str, ...], float]]] = []
    used = 0.0
    for row in rows:
        for piece in _row_pieces(row, widths, size, room):
            high = max(row_height(piece, widths, size), least)
            if not pages or used + high > room + 1e-6:
                pages.append([])
                used = 0.0
            pages[-1].append((piece, high))
            used += high
    tables = []
    for page in pages:
        told = tuple(piece for piece, _ in page)
        spare = min((room - sum(high for _, high in page)) / len(page), _LOOSE)
        heights = (top, *(high + spare for _, high in page))
        place = (*box[:3], sum(heights))
        tables.append(Table(key, place, head, told, widths, heights, size))
    return tables


def _row_pieces(
    row: tuple[str, ...], widths: Sequence[float], size: float, room: float
) -> Iterator[tuple[str, ...]]:
    """A row in pieces that each go into a page."""
    if row_height(row, widths, size) <= room:
        yield row
        return
    cells = [wrap(cell, wide - 2 * PAD_X, size) for cell, wide in zip(row, widths, strict=True)]
    most = max(int((room - 10.0) / (size * PITCH)), 1)
    for start in range(0, max(map(len, cells)), most):
        yield tuple(unwrapped(cell[start : start + most]) for cell in cells)


def _widths(
    head: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    room: float,
    size: float,
    fixed: dict[int, float],
) -> tuple[float, ...]:
    """The widths of columns: each has room for its longest word where it can, and what is left
    goes to those with much to say."""
    columns = [at for at in range(len(head)) if at not in fixed]
    free = room - sum(fixed.values())
    least, wanted = {}, {}
    for at in columns:
        cells = [row[at] for row in rows]
        names = [width(word, size, bold=True) for word in head[at].split()]
        words = [width(word, size) for cell in cells for word in cell.split()]
        least[at] = min(max([*names, *words, 20.0]), free / len(columns)) + 2 * PAD_X + 1
        longest = max([*(width(cell, size) for cell in cells), width(head[at], size, bold=True)])
        wanted[at] = max(longest + 2 * PAD_X + 1, least[at])
    found = dict(fixed)
    if sum(wanted.values()) <= free:
        over = free - sum(wanted.values())
        found |= {at: wanted[at] + over * wanted[at] / sum(wanted.values()) for at in columns}
    else:
        base = min(1.0, free / sum(least.values()))
        spare = free - base * sum(least.values())
        more = {at: (wanted[at] - least[at]) ** 0.5 for at in columns}
        total = sum(more.values()) or 1.0
        found |= {at: base * least[at] + spare * more[at] / total for at in columns}
    return tuple(round(found[at], 2) for at in range(len(head)))


def stage_table(
    first: str,
    stages: Sequence[str],
    rows: Sequence[Sequence[str]],
    said: Sequence[Paragraph],
    key: str,
) -> list[Page]:
    """A table with a column for each stage, of which so many stand side by side as can be read;
    and words at its end. Rows begin with their names, and ``first`` is what these are called."""
    tables = -(-len(stages) // _STAGES)
    size = -(-len(stages) // tables)
    pages: list[Page] = []
    for start in range(0, len(stages), size):
        shown = slice(start, start + size)
        some = [(row[0], *row[1:][shown]) for row in rows]
        last = start + size >= len(stages)
        pages += table_with_words([first, *stages[shown]], some, said if last else (), key)
    return pages


def table_with_words(
    head: Sequence[str], rows: Sequence[Sequence[str]], said: Sequence[Paragraph], key: str
) -> list[Page]:
    """A table, and words in two columns: below it where both go on one slide, else after it."""
    left, top, wide, high = BODY
    for room in _BELOW if said else ():
        words = list(word_pages(said, beside(2, (left, top, wide, room))))
        pages = table_pages(head, rows, box=(left, top, wide, high - room - GAP), key=key)
        if len(words) == len(pages) == 1:
            (table,) = pages[0]
            down = table.box[3] + GAP
            moved = [
                one._replace(box=(one.box[0], one.box[1] + down, *one.box[2:])) for one in words[0]
            ]
            return [(table, *moved)]
    pages = table_pages(head, rows, key=key)
    return [*pages, *word_pages(enlarged(said, beside(2)[0]), beside(2))]
