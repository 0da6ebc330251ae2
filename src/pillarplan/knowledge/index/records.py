"""What a compiled knowledge base keeps, read as models; a damaged one is replaced."""

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

from pillarplan.domain.record import from_record
from pillarplan.knowledge.index.tables import DAMAGE, read_about, unsealed

Model = TypeVar("Model")
Answer = TypeVar("Answer")


class Records:
    """The records of a compiled knowledge base."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        recompile: Callable[[], sqlite3.Connection],
    ) -> None:
        self._connection = connection
        self._recompile = recompile

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def about(self, key: str) -> Any:
        """Return what the knowledge base says about itself under a key."""
        return self._ask(lambda connection: read_about(connection, key))

    def every(self, model: type[Model], kind: str) -> tuple[Model, ...]:
        """Return all entries of a kind, in the order of the files."""
        records = self.where("kind = ?", kind)
        return tuple(from_record(model, record) for _, record in records)

    def one(self, model: type[Model], kind: str, id_: str) -> Model | None:
        """Return the entry of a kind that has an id; None if there is none."""
        records = self.where("kind = ? AND id = ?", kind, id_)
        return from_record(model, records[0][1]) if records else None

    def where(self, condition: str, *values: Any) -> list[tuple[str, Any]]:
        """Return kind and content of some entries, in the order of the files."""
        query = (
            f"SELECT kind, id, seal, body FROM entries WHERE {condition} ORDER BY place"
        )
        return self._ask(
            lambda connection: [
                (kind, unsealed(f"{kind} {id_}", number, body))
                for kind, id_, number, body in connection.execute(query, values)
            ]
        )

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Run a query with its values and return the rows."""
        return self._ask(
            lambda connection: connection.execute(query, values).fetchall()
        )

    def _ask(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Return an answer; a damaged index is first replaced by a new one."""
        try:
            return question(self._connection)
        except DAMAGE:
            self._connection.close()
            self._connection = self._recompile()
            return question(self._connection)
