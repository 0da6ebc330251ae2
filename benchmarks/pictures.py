"""The pictures of README.md, made from the program itself.

    .venv/bin/python -m benchmarks.pictures --write

Each is what a terminal of 80 columns shows of a command, in the middle of the session
that README.md tells.  Without ``--write`` it ends with 1 if a picture is not what the
program shows now; so does a test.
"""

import argparse
import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rich.ansi import AnsiDecoder
from rich.console import Console
from rich.terminal_theme import TerminalTheme

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "pictures"

WIDTH = 80

TODAY = "2026-12-17"

README = (ROOT / "README.md").read_text(encoding="utf-8")
RATINGS = re.compile(r"(?<=```yaml\n)format: pillarplan-ratings.*?(?=```\n)", re.DOTALL)

STORY = (
    ("2026-11-23", "assess --from {ratings}"),
    ("2026-11-23", "plan --hours 3 --until 2027-05-31 --yes"),
    ("2026-12-03", "checkin --hours getting-to-yes=5"),
    ("2026-12-10", "checkin --hours getting-to-yes=3 --done getting-to-yes"),
)
"""What was done before, and on which day."""

PICTURES = {"next": "next", "roadmap": "roadmap"}
"""The command that each picture shows."""

THEME = TerminalTheme(
    (24, 26, 31),
    (212, 215, 222),
    [
        *((40, 44, 52), (224, 108, 117), (152, 195, 121), (229, 192, 123)),
        *((97, 175, 239), (198, 120, 221), (86, 182, 194), (171, 178, 191)),
    ],
    [
        *((108, 115, 130), (240, 128, 138), (172, 215, 141), (249, 212, 143)),
        *((117, 195, 255), (218, 140, 241), (106, 202, 214), (255, 255, 255)),
    ],
)
"""Calm colours on dark, in the order of the sixteen."""

FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def pictures() -> Iterator[tuple[Path, str]]:
    """Yield the place of each picture, and what it is now."""
    with tempfile.TemporaryDirectory(prefix="pillarplan-pictures-") as folder:
        ratings = Path(folder) / "ratings.yaml"
        (text,) = RATINGS.findall(README)
        ratings.write_text(text, encoding="utf-8")
        for day, words in STORY:
            _run(folder, day, words.format(ratings=ratings))
        for name, words in PICTURES.items():
            shown = _run(folder, TODAY, words, FORCE_COLOR="1")
            yield FOLDER / f"{name}.svg", _drawn(name, words, shown)


def _run(folder: str, day: str, words: str, **more: str) -> str:
    env = {
        **{name: os.environ[name] for name in ("PATH",) if name in os.environ},
        "PILLARPLAN_HOME": f"{folder}/home",
        "PILLARPLAN_TODAY": day,
        "COLUMNS": str(WIDTH),
        "TERM": "xterm",
        "PYTHONUTF8": "1",
        **more,
    }
    done = subprocess.run(
        [sys.executable, "-m", "pillarplan", *words.split()],
        env=env,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def _drawn(name: str, words: str, shown: str) -> str:
    """Return what a terminal shows as SVG: without links, scripts and fonts to load."""
    console = Console(
        record=True,
        width=WIDTH,
        file=io.StringIO(),
        force_terminal=True,
        color_system="standard",
    )
    console.print(f"[bold]$[/] pillarplan {words}\n")
    decoder = AnsiDecoder()
    for line in shown.rstrip("\n").split("\n"):
        console.print(decoder.decode_line(line), no_wrap=True, overflow="crop")
    svg = console.export_svg(
        title="pillarplan", theme=THEME, unique_id=f"picture-{name}"
    )
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family: [^;]*;", f"font-family: {FONT};", svg)


def main() -> None:
    """Write the pictures, or say which are not what the program shows."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="write them")
    write = parser.parse_args().write
    stale = []
    for path, svg in pictures():
        if write:
            path.parent.mkdir(exist_ok=True)
            path.write_text(svg, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != svg:
            stale.append(path.name)
    if stale:
        sys.exit(f"Not what the program shows now: {', '.join(stale)}. Use --write.")


if __name__ == "__main__":
    main()
