"""Programs of others that check what we hand over to them."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest


def find(program: str) -> str:
    """Return the path of a program; without it skip the test, but under CI fail."""
    path = shutil.which(program)
    if path is None and os.environ.get("CI") != "true":
        pytest.skip(f"{program} is not installed; see .ci/install-clients")
    assert path is not None, f"{program} is not installed; see .ci/install-clients"
    return path


def call(
    *command: str | Path,
    stdin: str = "",
    environment: Mapping[str, str] | None = None,
    exit_code: int = 0,
) -> str:
    """Run a program; return its stdout, or fail with all that it wrote."""
    done = subprocess.run(
        command,
        input=stdin.encode(),
        env=os.environ | (environment or {}),
        capture_output=True,
        check=False,
    )
    assert done.returncode == exit_code, (done.stdout + done.stderr).decode()
    return done.stdout.decode()
