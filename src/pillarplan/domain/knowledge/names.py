"""What skills and pillars are called."""


class NamesById(dict[str, str]):
    """Names by id; what the knowledge base lost is called by its id."""

    def __missing__(self, lost: str) -> str:
        return lost
