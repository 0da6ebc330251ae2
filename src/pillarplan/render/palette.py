"""The palette: what colours and marks mean, as plain data for whoever draws.

A style is a few words of the palette with blanks between them: ``learn``, ``quiet``,
``strong apply``.  Each meaning has one of the sixteen colours of a terminal, so that
the person's own theme decides the shade.  Nothing is said by colour alone: what
matters has a mark or a word as well.

Plain lines are inked by `pillarplan.render.pieces`, Rich gets its theme from
`pillarplan.render.terminal.theme`, and a screen that asks makes its styles from the
same two tables.
"""

from typing import NamedTuple

NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
"""The eight colours of ECMA-48 in their order; each has a bright one as well."""


class Meaning(NamedTuple):
    """What stands for one meaning."""

    colour: str
    """One of the sixteen: a name of `NAMES`, or ``bright`` and a name."""
    mark: str
    ascii: str
    """The mark where the output can show no more than ASCII."""


PALETTE = {
    "learn": Meaning("cyan", "●", "*"),
    "apply": Meaning("yellow", "▲", "^"),
    "done": Meaning("green", "✓", "x"),
    "again": Meaning("magenta", "◆", "?"),
    # Not "dim", which vanishes on many light themes.
    "quiet": Meaning("bright black", "·", "."),
}
"""The five meanings.

learn: to learn, in focus, the thing in hand.  apply: to apply at work, a target, what
matters much.  done: done, reached.  again: rate again, evidence is due.  quiet: what
stands beside.
"""

WEIGHTS = {"strong": ("bold", 1), "link": ("underline", 4), "struck": ("strike", 9)}
"""Words that go with a meaning or alone, each as Rich calls it, and as ECMA-48 does.

strong: the one thing that counts on a screen.  link: an address.  struck: dropped.
"""


def codes_of(style: str) -> str:
    """Return a style as the parameters of an escape sequence: ``1;36``."""
    return ";".join(str(_code(word)) for word in style.split())


def _code(word: str) -> int:
    if word in WEIGHTS:
        return WEIGHTS[word][1]
    *bright, name = PALETTE[word].colour.split()
    return (90 if bright else 30) + NAMES.index(name)
