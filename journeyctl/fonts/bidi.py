"""In which order the characters of a line stand, seen from the left: for who sets them one by one.

The Unicode bidirectional algorithm (UAX #9) for one line, without its explicit embeddings: the
characters that ask for these are left out, as nothing is to be seen of them.
"""

from unicodedata import bidirectional, category, mirrored

from journeyctl.direction import DEEPEST, FIRST, ISOLATES, POP, RIGHT, right_to_left

_NUMBERS = ("EN", "AN")
_NEUTRAL = ("B", "S", "WS", "ON")
_OBJECT = "\ufffc"
_PAIRS = {"(": ")", "[": "]", "{": "}", "⁅": "⁆", "⁽": "⁾", "₍": "₎"}
_MIRRORED = {**_PAIRS, "<": ">", "«": "»", "‹": "›", "≤": "≥", "⟨": "⟩", "≪": "≫", "≺": "≻"}
_MIRRORED |= {there: here for here, there in _MIRRORED.items()}


def visual(line: str) -> str:
    """The characters of a line from left to right. Marks stay behind their letters, and brackets
    between letters that run to the left are turned round."""
    return _visual(line, to_left=right_to_left(line))


def _visual(line: str, *, to_left: bool, depth: int = 0) -> str:
    shown, isolates = _parted(line, depth)
    kinds = [bidirectional(char) or "L" for char in shown]
    base = int(to_left)
    if not shown or not (base or {"R", "AL", "AN"} & {*kinds}):
        return "".join(isolates.get(at, char) for at, char in enumerate(shown))
    levels = _levels(shown, kinds, base)
    for at in range(len(shown) - 1, -1, -1):  # L1
        if bidirectional(shown[at]) not in ("WS", "S", "B"):
            break
        levels[at] = base
    turned = [
        _MIRRORED.get(char, char) if level % 2 and mirrored(char) else char
        for char, level in zip(shown, levels, strict=True)
    ]  # L4
    order = _marks_behind(shown, _reordered(levels))
    return "".join(isolates.get(at, turned[at]) for at in order)


def _parted(line: str, depth: int) -> tuple[list[str], dict[int, str]]:
    """What is to be seen of a line, with one neutral sign for each isolate in it (X5a to X6a),
    and by the index of that sign what is seen of the isolate."""
    shown: list[str] = []
    isolates: dict[int, str] = {}
    at = 0
    while at < len(line):
        char = line[at]
        at += 1
        if char in ISOLATES and depth < DEEPEST:
            start, unclosed = at, 1
            while at < len(line) and unclosed:
                unclosed += (line[at] in ISOLATES) - (line[at] == POP)
                at += 1
            inside = line[start:at] if unclosed else line[start : at - 1]
            to_left = char == RIGHT or (char == FIRST and right_to_left(inside))
            isolates[len(shown)] = _visual(inside, to_left=to_left, depth=depth + 1)
            shown.append(_OBJECT)
        elif category(char) not in ("Cf", "Cc", "Zl", "Zp"):
            shown.append(char)
    return shown, isolates


def _levels(shown: list[str], kinds: list[str], base: int) -> list[int]:
    """The embedding level of each character."""
    edge = "RL"[not base]
    weak = _weak(kinds, edge)
    _brackets(shown, kinds, weak, edge)
    _neutrals(weak, edge)
    # I1, I2
    odd = {"L": 1, "R": 0, "EN": 1, "AN": 1}
    even = {"L": 0, "R": 1, "EN": 2, "AN": 2}
    return [base + (odd if base else even)[kind] for kind in weak]


def _weak(kinds: list[str], edge: str) -> list[str]:
    """What marks, digits and the signs about them count as (W1 to W7)."""
    found: list[str] = []
    strong = edge
    for kind in kinds:
        kind = (found[-1] if found else edge) if kind == "NSM" else kind  # W1
        strong = kind if kind in ("L", "R", "AL") else strong
        found.append("AN" if kind == "EN" and strong == "AL" else kind)  # W2
    found = ["R" if kind == "AL" else kind for kind in found]  # W3
    for at in range(1, len(found) - 1):  # W4
        before, after = found[at - 1], found[at + 1]
        if before == after and (
            (found[at] == "ES" and before == "EN") or (found[at] == "CS" and before in _NUMBERS)
        ):
            found[at] = before
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):  # W5
        step = order.step
        for at in order:
            if found[at] == "ET" and found[at - step] == "EN":
                found[at] = "EN"
    strong = edge
    for at, kind in enumerate(found):
        if kind in ("ES", "ET", "CS"):  # W6
            found[at] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            found[at] = "L"
    return found


def _brackets(shown: list[str], kinds: list[str], weak: list[str], edge: str) -> None:
    """Brackets run as what is between them, or else as what is about them (N0)."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(shown):
        if weak[at] != "ON":
            continue
        if char in _PAIRS:
            waiting.append((_PAIRS[char], at))
        elif any(char == closing for closing, _ in waiting):
            while waiting:
                closing, start = waiting.pop()
                if closing == char:
                    pairs.append((start, at))
                    break
    for start, end in sorted(pairs):
        within = {_direction(kind) for kind in weak[start + 1 : end]}
        other = "L" if edge == "R" else "R"
        if edge in within:
            chosen = edge
        elif other in within:
            before = (_direction(kind) for kind in reversed(weak[:start]))
            chosen = next((one for one in before if one), edge)
        else:
            continue
        for place in (start, end):
            weak[place] = chosen
            following = place + 1
            while following < len(kinds) and kinds[following] == "NSM":
                weak[following] = chosen
                following += 1


def _direction(kind: str) -> str:
    """Digits run as Hebrew does where neutrals are asked (N0 to N2)."""
    return "R" if kind in ("R", *_NUMBERS) else kind if kind == "L" else ""


def _neutrals(weak: list[str], edge: str) -> None:
    """Spaces and signs between two of one direction run like these, others like the line."""
    at = 0
    while at < len(weak):
        end = at
        while end < len(weak) and weak[end] in _NEUTRAL:
            end += 1
        if end > at:
            before = _direction(weak[at - 1]) if at else edge
            after = _direction(weak[end]) if end < len(weak) else edge
            weak[at:end] = [before if before == after else edge] * (end - at)
        at = end + 1


def _reordered(levels: list[int]) -> list[int]:
    """The indexes from left to right: each run of a level and above turned round (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            if end > at:
                order[at:end] = order[at:end][::-1]
            at = end + 1
    return order


def _marks_behind(shown: list[str], order: list[int]) -> list[int]:
    """The indexes in this order, marks set after the letter that they stand on (L3)."""
    out: list[int] = []
    marks: list[int] = []
    for at in order:
        if bidirectional(shown[at]) == "NSM":
            marks.append(at)
        else:
            out += [at, *reversed(marks)]
            marks = []
    return out + marks
