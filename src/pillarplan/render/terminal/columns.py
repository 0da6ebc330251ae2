"""Text cut or padded to a number of columns."""

from rich.console import OverflowMethod
from rich.text import Text

from pillarplan.render.look import Look


def to_columns(text: Text, columns: int, look: Look) -> Text:
    """Return `text` in exactly `columns` columns, wide letters counted as two."""
    overflow: OverflowMethod = "ellipsis" if look.unicode else "crop"
    fitted = text.copy()
    fitted.truncate(columns, overflow=overflow, pad=True)
    return fitted
