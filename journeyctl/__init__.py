"""journeyctl: customer journeys as plain text, checked, drawn and reported.

What is listed in ``__all__`` is the public API, told in ``docs/api.md``; all else is private and
changes without notice.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeyctl.api import (
        Finding,
        Journey,
        JourneyError,
        check,
        compare,
        load,
        render,
        report,
    )

__all__ = [
    "Finding",
    "Journey",
    "JourneyError",
    "check",
    "compare",
    "load",
    "render",
    "report",
]

__version__ = "0.1.0"


if not TYPE_CHECKING:  # Else any name would seem to be there.

    def __getattr__(name: str) -> object:
        """The public API, imported at its first use: the command line starts without it."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from journeyctl import api

        return getattr(api, name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
