"""Colours as people see them who lack one of the three kinds of cones."""

from itertools import combinations
from math import dist

Three = tuple[float, float, float]

# G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model for
# Simulation of Color Vision Deficiency" (2009), severity 1.0, for linear RGB.
VISIONS: dict[str, tuple[Three, Three, Three]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}


def least_difference(colours: tuple[str, ...], vision: str) -> float:
    """The least difference of any two colours, as CIE 1976 has it; 2.3 is just seen."""
    seen = [lab(colour, vision) for colour in colours]
    return min(dist(one, other) for one, other in combinations(seen, 2))


def lab(colour: str, vision: str = "all cones") -> Three:
    """The colour in CIE L*a*b* (D65): lightness 0 to 100, and two axes of hue."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    seen = [min(1.0, max(0.0, r * red + g * green + b * blue)) for r, g, b in VISIONS[vision]]
    red, green, blue = seen
    x = _root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
    y = _root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = _root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _root(part: float) -> float:
    return float(part ** (1 / 3)) if part > 0.008856 else 7.787 * part + 16 / 116
