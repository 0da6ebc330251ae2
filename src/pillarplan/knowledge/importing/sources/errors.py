"""What is wrong with a source, in a sentence that names the file and the place."""

from pillarplan.domain.text import file_name
from pillarplan.errors import InvalidInputError, UsageError


class UnfitSourceError(InvalidInputError):
    """A file cannot be brought in; nothing was written."""

    kind = "unfit-source"

    def __init__(self, name: str, reason: str, line: int | None = None) -> None:
        place = f":{line}" if line else ""
        end = "" if reason.endswith("?") else "."
        super().__init__(
            f"{file_name(name)}{place}: {reason}{end} Nothing was written."
        )


class NoColumnsError(UnfitSourceError):
    """A table lacks columns that the mapping names."""


class NoEntriesError(UnfitSourceError):
    """A way leads to nothing in a file."""


class WorkbookReaderMissingError(UsageError):
    """A workbook is to be read, but the optional library for it is not there."""

    kind = "xlsx-missing"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{file_name(name)}: to read workbooks takes an extra: "
            "pip install 'pillarplan[xlsx]'\n"
            "Without it: save the sheet as CSV (UTF-8)"
        )
