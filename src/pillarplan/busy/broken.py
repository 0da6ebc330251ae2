"""What is wrong with a calendar file, as it goes from one process to the other."""


class BrokenError(Exception):
    """Something in a calendar file says of no time when it is.

    It never leaves this room: whoever asked gets a sentence with a next step.
    """

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line
        self.what = what
