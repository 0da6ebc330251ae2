import os
import shutil
import subprocess
import sys
from pathlib import Path

from pillarplan.journal.fingerprint import stamp
from tests.journal.driver import journal, spend
from tests.journal.running import ENVIRONMENT


def test_a_stamp_stays_while_nothing_happens_and_changes_with_each_command(
    tmp_path: Path,
) -> None:
    mine = journal(tmp_path)
    data = str(mine.data)
    stamps = [stamp(data)]
    for item in ("a", "b"):
        spend(mine, item)
        stamps.append(stamp(data))
        mine.read()
        assert stamp(data) == stamps[-1]
    shutil.copy(mine.survey().own, mine.logs / "copy.jsonl")
    stamps.append(stamp(data))
    os.utime(mine.data / "format.json", (0, 0))
    stamps.append(stamp(data))

    assert len(set(stamps)) == 5


def test_a_stamp_costs_a_prompt_next_to_nothing() -> None:
    code = (
        "import sys; from pillarplan.journal.fingerprint import stamp; "
        "print(*sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env=ENVIRONMENT,
        check=True,
        capture_output=True,
        text=True,
    )

    slow = {"dataclasses", "enum", "json", "pathlib", "re", "typing"}
    assert slow.isdisjoint(ran.stdout.split())
