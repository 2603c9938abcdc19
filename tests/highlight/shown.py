"""Painted text as tests show it."""

from journeyctl.highlight.paint import paint


def roles_of(text: str) -> list[str]:
    """The role of each character, "" for space between the parts."""
    roles = [""] * len(text)
    for start, end, role in paint(text):
        roles[start:end] = [role] * (end - start)
    return roles


def shown(text: str) -> str:
    """Each line, and under it each part with its role."""
    lines = []
    start = 0
    strokes = list(paint(text))
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        lines.append(line.rstrip("\n"))
        lines += [
            f"    {one.role}: {text[one.start : one.end]}"
            for one in strokes
            if start <= one.start < end
        ]
        start = end
    return "\n".join(lines) + "\n"
