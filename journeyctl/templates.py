"""Where the templates are: for reports, and for new journeys."""

from pathlib import Path


def templates_folder() -> Path:
    """The folder of the templates: in the installed package, else beside it in the repository."""
    package = Path(__file__).resolve().parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"
