"""Run pillarplan as ``python -m pillarplan``."""

from pillarplan.cli import main

main()
