"""``journeyctl check``: check journeys for errors and weaknesses."""

import sys
from typing import Annotated, Literal

import typer

from journeyctl.commands.options import Diff, Paths, StdinFilename, Strict, known

Rules = list[str] | None
RULES = known("rules.registry:families", "rules.registry:summaries", several=True)


def check(
    paths: Paths,
    select: Annotated[
        Rules,
        typer.Option(
            metavar="RULES",
            help="Tell only what these rules find: names, codes or families,"
            " with commas or the option again.",
            show_default=False,
            autocompletion=RULES,
        ),
    ] = None,
    ignore: Annotated[
        Rules,
        typer.Option(
            metavar="RULES",
            help="Leave out what these rules find.",
            show_default=False,
            autocompletion=RULES,
        ),
    ] = None,
    strict: Strict = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")
    ] = False,
    output_format: Annotated[
        Literal["full", "concise", "json", "github", "sarif"],
        typer.Option(
            help="For people; one line each; a JSON document; GitHub annotations; SARIF 2.1.0."
        ),
    ] = "full",
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what can be mended safely, and tell what is left.")
    ] = False,
    diff: Diff = False,
    stdin_filename: StdinFilename = "",
) -> None:
    """Check journeys for errors and weaknesses.

    Names, the order of the stages, the way through, good practice, measures; each rule is
    explained by `journeyctl rule NAME`. Findings go to standard output, in the order of
    the files, and a count at the end.

    \b
    Examples:
      journeyctl check samples/minimal.journey
      journeyctl check --strict samples/minimal.journey
      journeyctl check --ignore measures,no-way-back samples
      journeyctl check --output-format json samples > findings.json
      journeyctl check --diff samples
      journeyctl check - < samples/minimal.journey
    """
    from journeyctl import many
    from journeyctl.inputs import is_pipe
    from journeyctl.run import Run

    # Standard output is for the differences, or for the mended text that was piped in.
    is_taken = diff or (fix and any(map(is_pipe, paths)))
    run = Run(
        sys.stderr if is_taken else sys.stdout,
        strict=strict,
        exit_zero=exit_zero,
        format="full" if diff else output_format,
        select=_codes("--select", select) if select else None,
        ignore=_codes("--ignore", ignore or []),
        stdin=stdin_filename,
    )
    if fix or diff:
        from journeyctl import mending

        code = mending.mend_all(run, paths, "diff" if diff else "write")
        raise typer.Exit(0 if exit_zero and code == 1 else code)
    for path, findings in many.checked(run.read(paths)):
        run.tell(run.chosen(path, findings))
    run.finish()
    raise typer.Exit(run.code)


def _codes(option: str, values: list[str]) -> frozenset[str]:
    """The codes of all rules that the values of an option name."""
    if not values:
        return frozenset()
    from journeyctl.rules.choose import no_rule, resolve_selectors

    words = [word.strip() for value in values for word in value.split(",")]
    chosen, unknown = resolve_selectors(words)
    for word, near in unknown:
        raise typer.BadParameter(no_rule(word, near), param_hint=option)
    return frozenset(kind.code for kind in chosen)
