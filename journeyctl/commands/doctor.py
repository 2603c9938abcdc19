"""``journeyctl doctor``: look after the engines and fonts."""

import typer


def doctor() -> None:
    """Say which engines and fonts there are, and what mends the rest.

    Exits with 0 when the bundled engine draws, with 2 when it does not.

    \b
    Examples:
      journeyctl doctor
    """
    from journeyctl import doctor

    raise typer.Exit(doctor.main())
