"""One thing to mend in the content of a knowledge base."""

from enum import StrEnum

from pillarplan.domain.dataclass import dataclass


class Severity(StrEnum):
    """Whether something must be mended, or should be looked at."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to mend in the content of a knowledge base."""

    code: str
    id: str
    """Of the entry that it is about."""
    message: str
    severity: Severity = Severity.ERROR


def warning(code: str, id_: str, message: str) -> Finding:
    """Return what should be looked at, but does no harm."""
    return Finding(code=code, id=id_, message=message, severity=Severity.WARNING)
