"""The colours of a deck: slots of its theme where there is one, so that a company's design that
is laid over the deck takes them along (ECMA-376 part 1, 20.1.2.3.29 and 20.1.6.2)."""

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls

from journeyctl.themes import Theme, contrast, luminance

_READABLE = 4.5

SLOTS = (
    "dk1", "lt1", "dk2", "lt2",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
"""The slots of a colour scheme in the order of the schema."""


class Palette:
    """Which slot a colour of ``theme`` is. ``slots`` are the colours that a template has in its
    slots (by ``tx1``, ``bg1``, ``accent1`` …), and ``ground`` is what its slides have behind
    all, "" where that cannot be told; without one they are the theme's own, and the palette is
    not ``foreign``."""

    def __init__(
        self, theme: Theme, slots: Mapping[str, str] | None = None, ground: str = ""
    ) -> None:
        self._theme = theme
        strong = [stage.strong for stage in theme.stages]
        accents = [*strong, *theme.moods, *strong][:6]
        own = {"tx1": theme.ink, "bg1": theme.background, "tx2": theme.muted, "bg2": theme.band}
        own |= {f"accent{number}": colour for number, colour in enumerate(accents, start=1)}
        own |= {"hlink": theme.jump, "folHlink": theme.loop}
        self.own = own
        self.dark = luminance(theme.background) < luminance(theme.ink)
        self.foreign = slots is not None
        self._slots = slots or {}
        self._names = {colour: slot for slot, colour in reversed(own.items())}
        self._tints = {
            tint: (self._names[stage.strong], stage.strong)
            for stage in reversed(theme.stages)
            if stage.strong in self._names
            for tint in (stage.tint, stage.soft)
        }

        self.ground = ground or self._shown(theme.background)
        self.sheet = self.foreign and contrast(theme.ink, self.ground) < _READABLE
        """Whether a drawing can only be read on a sheet of its own."""
        behind = (self.ground, self._shown(theme.background))
        if any(contrast(self._shown(theme.ink), one) < _READABLE for one in behind):
            for slot in ("tx1", "bg1", "tx2", "bg2"):
                self._names.pop(own[slot], None)

    def drawn(self) -> "Palette":
        """The palette of drawings: where they need a sheet, of what stands on it."""
        return self.on(self._theme.background) if self.sheet else self

    def on(self, ground: str) -> "Palette":
        """A template's palette on another ground."""
        return Palette(self._theme, self._slots, ground)

    def scheme(self) -> dict[str, str]:
        """The theme's colours by ``SLOTS``. Of a dark theme the text is the light one; its master
        maps them so (``colour_map``)."""
        names = {slot: used for used, slot in self.colour_map().items()}
        return {slot: self.own[names.get(slot, slot)] for slot in SLOTS}

    def colour_map(self) -> dict[str, str]:
        """What the master says that text and ground are."""
        dark, light = ("bg", "tx") if self.dark else ("tx", "bg")
        return {f"{dark}1": "dk1", f"{light}1": "lt1", f"{dark}2": "dk2", f"{light}2": "lt2"}

    def colour(self, value: str) -> str:
        """``#rrggbb`` as an element: a slot, a lighter or darker one, or itself."""
        if value in self._names:
            return f'<a:schemeClr val="{self._names[value]}"/>'
        if value in self._tints:
            slot, strong = self._tints[value]
            shares = "".join(
                f'<a:{name} val="{round(share * 100_000)}"/>'
                for name, share in _steps(strong, value)
            )
            return f'<a:schemeClr val="{slot}">{shares}</a:schemeClr>'
        return f'<a:srgbClr val="{value[1:].upper()}"/>'

    def fill(self, value: str) -> str:
        """A fill with a colour, or with ``none``."""
        return (
            "<a:noFill/>" if value == "none" else f"<a:solidFill>{self.colour(value)}</a:solidFill>"
        )

    def ink(self, value: str, ground: str) -> str:
        """A fill for text on a ground, ``none`` for that of the slide: where a template makes it
        hard to read, it is the colour as it is, black or white, whatever reads best."""
        if not self.foreign:
            return self.fill(value)
        behind = self.ground if ground == "none" else self._shown(ground)
        if contrast(self._shown(value), behind) >= _READABLE:
            return self.fill(value)
        if contrast(value, behind) < _READABLE:
            value = max(("#000000", "#ffffff"), key=lambda one: contrast(one, behind))
        return f'<a:solidFill><a:srgbClr val="{value[1:].upper()}"/></a:solidFill>'

    def _shown(self, value: str) -> str:
        """What a colour of the theme looks like in the template."""
        slots = self._slots
        if value in self._names:
            return slots.get(self._names[value], value)
        if value not in self._tints:
            return value
        slot, strong = self._tints[value]
        hue, light, full = _hls(slots.get(slot, strong))
        for name, share in _steps(strong, value):
            light = light * share if name == "lumMod" else light
            light = light + share if name == "lumOff" else light
            full = min(1.0, full * share) if name == "satMod" else full
        return "#" + "".join(f"{round(part * 255):02x}" for part in hls_to_rgb(hue, light, full))


def _hls(colour: str) -> tuple[float, float, float]:
    return rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))


def _steps(strong: str, tint: str) -> list[tuple[str, float]]:
    """How one gets from a colour to a tint of it: its lightness and saturation, each by a
    share (20.1.2.3.18 ``lumMod``, 20.1.2.3.20 ``lumOff``, 20.1.2.3.26 ``satMod``)."""
    _, light, full = _hls(strong)
    _, lighter, fuller = _hls(tint)
    steps = [("satMod", fuller / full)] if full and fuller != full else []
    if lighter >= light:
        share = (1 - lighter) / (1 - light) if light < 1 else 1.0
        return [*steps, ("lumMod", share), ("lumOff", 1 - share)]
    return [*steps, ("lumMod", lighter / light)]
