"""What was told, one entry a line."""

from pillarplan.domain.person.entries import Entries
from pillarplan.domain.text import wrapped


def entries_lines(shown: Entries, width: int) -> str:
    """Return each entry with its number, its id for scripts, its day and its words."""
    digits = len(str(len(shown.entries)))
    lines = []
    for each in shown.entries:
        head = f"{each.number:>{digits}}  {each.id}  {each.on}  "
        said = ": ".join(filter(None, (each.told, each.text)))
        lines.append(wrapped(said, width, head, " " * len(head)))
    return "\n".join(lines) + "\n"
