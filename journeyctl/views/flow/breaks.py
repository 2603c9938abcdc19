"""A stage's rows broken into columns side by side, where one column would be too tall."""

from collections.abc import Sequence

from journeyctl.views.flow.columns import Row

_UNEVEN = 1.25  # times the even height: from here on runs are broken too, not only between blocks


def broken(rows: Sequence[Row], pieces: int) -> list[list[Row]]:
    """The rows in so many columns at the most, the tallest of them as low as can be.

    A column begins with a block of the stage; with a way of a run only where the columns
    would be uneven else.
    """
    even = sum(map(_height, rows)) / pieces
    columns = _spread(_units(rows, 2), pieces)
    if max(map(height, columns), default=0.0) > _UNEVEN * even:
        columns = _spread(_units(rows, 1), pieces)
    return columns


def height(rows: Sequence[Row]) -> float:
    """The height of rows below one another, in points."""
    return sum(map(_height, rows)) - (rows[0].gap if rows else 0.0)


def _height(row: Row) -> float:
    return row.gap + row.height


def _units(rows: Sequence[Row], rank: int) -> list[list[Row]]:
    """The rows in groups that are kept together."""
    units: list[list[Row]] = []
    for row in rows:
        if not units or row.opens >= rank:
            units.append([])
        units[-1].append(row)
    return units


def _spread(units: Sequence[list[Row]], pieces: int) -> list[list[Row]]:
    """Groups in columns: the lowest limit of height at which they are not too many."""
    low = max((height(unit) for unit in units), default=0.0)
    high = sum(height(unit) + unit[0].gap for unit in units)
    best = _filled(units, high)
    for _ in range(12):
        middle = (low + high) / 2
        columns = _filled(units, middle)
        if len(columns) <= pieces:
            best, high = columns, middle
        else:
            low = middle
    return best


def _filled(units: Sequence[list[Row]], limit: float) -> list[list[Row]]:
    """Columns filled one after the other, each as far as the limit."""
    columns: list[list[Row]] = [[]]
    used = 0.0
    for unit in units:
        if columns[-1] and used + unit[0].gap + height(unit) > limit:
            columns.append([])
        used = used + unit[0].gap + height(unit) if columns[-1] else height(unit)
        columns[-1] += unit
    return columns
