"""How things look: the few marks and bars that all terminal views share."""

from collections.abc import Iterable

from pillarplan.domain.dataclass import dataclass
from pillarplan.domain.plan.roadmap import State
from pillarplan.render.palette import PALETTE
from pillarplan.render.pieces import Line, Piece

UNICODE_MARKS = {
    State.PLANNED: "○",
    State.STARTED: "◐",
    State.DONE: "✓",
    State.DROPPED: "✗",
}
ASCII_MARKS = {
    State.PLANNED: ".",
    State.STARTED: ">",
    State.DONE: "x",
    State.DROPPED: "-",
}

HEIGHTS = "▁▂▃▄▅▆▇█"
"""From the lowest level to the highest."""

LAST_DIGIT = 9
"""Higher levels take two places."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the output can show."""

    unicode: bool
    """Whether more than ASCII may be used."""
    width: int = 80
    """Columns of the terminal."""

    @property
    def arrow(self) -> str:
        """Points from one level to another."""
        return "→" if self.unicode else "->"

    @property
    def dash(self) -> str:
        """Stands between two dates."""
        return "\N{EN DASH}" if self.unicode else "-"

    @property
    def dot(self) -> str:
        """Stands between facts on one line."""
        return "·" if self.unicode else "|"

    @property
    def edge(self) -> str:
        """Stands before each line of the thing in hand."""
        return "▌" if self.unicode else ">"

    def sign(self, meaning: str) -> str:
        """Return the mark of a meaning of the palette."""
        return PALETTE[meaning].mark if self.unicode else PALETTE[meaning].ascii

    def mark(self, state: State) -> str:
        """Return the mark of an item's state."""
        return (UNICODE_MARKS if self.unicode else ASCII_MARKS)[state]

    def levels(self, current: int | None, target: int, top: int) -> str:
        """Return a place for each level: reached ones filled, open up to the target."""
        filled, wanted, beyond = "●○·" if self.unicode else "#-."
        reached = current or 0
        return "".join(
            filled if level <= reached else wanted if level <= target else beyond
            for level in range(1, top + 1)
        )

    def heights(self, levels: Iterable[int], top: int) -> str:
        """Return for each level a place that is as high, or its number."""
        if self.unicode:
            last = len(HEIGHTS) - 1
            return "".join(HEIGHTS[last * level // top] for level in levels)
        return (" " if top > LAST_DIGIT else "").join(map(str, levels))

    def bar(self, share: float, cells: int, style: str = "learn") -> Line:
        """Return a thin bar of `cells` places of which `share` (0 to 1) is filled."""
        halves = round(min(1.0, max(0.0, share)) * cells * 2)
        full, half, rest = "━╾─" if self.unicode else "==-"
        filled = full * (halves // 2) + half * (halves % 2)
        return Piece(style, filled), Piece("quiet", rest * (cells - len(filled)))
