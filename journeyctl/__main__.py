"""``journeyctl`` and ``python -m journeyctl``."""

import gc
import io
import os
import signal
import sys
from typing import NoReturn

INTERRUPTED = 130
BUG = 2


def main() -> None:
    """Run the command line, and exit with its code; a bug of ours ends in one sentence."""
    # A short life makes little garbage: looking for it costs a tenth of the start-up.
    gc.disable()
    try:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # The same bytes in every locale, and no failure on a name that is no UTF-8.
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        for one in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
            if signal.getsignal(one) is signal.SIG_DFL:
                signal.signal(one, _end)
        from journeyctl.cli import command_line

        command_line(sys.argv[1:] or _completed())(prog_name="journeyctl")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as bug:
        if os.environ.get("JOURNEYCTL_DEBUG"):
            from traceback import print_exc

            print_exc()
        sys.stderr.write(
            f"journeyctl: this is a bug in journeyctl ({type(bug).__name__}), please report it;"
            " JOURNEYCTL_DEBUG=1 shows where it happened.\n"
        )
        sys.exit(BUG)
    finally:
        # Nor must Python look through everything once more on its way out.
        gc.freeze()


def _end(number: int, _frame: object) -> NoReturn:
    """End as with Control-C: with the engines and workers, and what was begun taken away."""
    sys.exit(128 + number)


def _completed() -> list[str]:
    """What was typed so far, where the shell asks how it may go on."""
    if "_JOURNEYCTL_COMPLETE" not in os.environ:
        return []
    typed = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS", "")
    return typed.split()[1:]


if __name__ == "__main__":
    main()
