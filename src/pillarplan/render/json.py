"""Models as JSON answers: one object with ``format`` and ``version``.

Additions raise the minor version and readers ignore keys that they do not know; a
change that breaks readers raises the major version.
"""

import json
from typing import Any

from pillarplan.domain.record import to_record

VERSION = "1.3"


def answer(kind: str, model: Any) -> str:
    """Return a dataclass or a mapping as the JSON answer ``pillarplan-KIND``."""
    document = {"format": f"pillarplan-{kind}", "version": VERSION, **to_record(model)}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
