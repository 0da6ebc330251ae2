"""Reading a file within limits of time and memory, in a process of its own."""

import os
import resource
import time
from pathlib import Path

from pillarplan.knowledge.formats.files import PartFile
from pillarplan.reading.model import read_model
from pillarplan.reading.problem import BrokenFileError
from pillarplan.reading.source import Source

SECONDS = 2
MEBIBYTES = 200

read_model(Source("warm-up", b"roles: []"), PartFile)


def refuse(path: Path, told: Path) -> None:
    """Read a broken file, and write the first problem to `told`.

    Who takes too much is ended by the system, or ends with an AssertionError.
    """
    resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
    resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
    with path.open("rb") as file:
        source = Source.read(file, path.name)
    started = time.process_time()
    try:
        read_model(source, PartFile)
    except BrokenFileError as error:
        told.write_text(error.problems[0].message, encoding="utf-8")
    assert time.process_time() - started < SECONDS, "too slow"
    # The peak of this process; `getrusage` would begin with that of its parent.
    status = Path(f"/proc/{os.getpid()}/status").read_text().splitlines()
    peak = dict(line.split(":", 1) for line in status)["VmHWM"]
    assert int(peak.split()[0]) < MEBIBYTES * 1024, "too large"
