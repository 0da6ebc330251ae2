"""Where the knowledge base is that ships with pillarplan."""

from pathlib import Path


def bundled_path() -> Path:
    """Return the entry file of the built-in knowledge base.

    A wheel carries it inside the package.  A source checkout, and therefore an
    editable install, has it at the root of the repository.
    """
    package = Path(__file__).parents[2]
    packaged = package / "data" / "pillars.yaml"
    if packaged.is_file():
        return packaged
    return package.parents[1] / "data" / "pillars.yaml"
