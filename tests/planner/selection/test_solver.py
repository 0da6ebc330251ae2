import subprocess
import sys
from pathlib import Path

from pillarplan.planner.selection.highs import core
from pillarplan.planner.selection.solver import Model

SOLVABLE = Path(__file__).parents[2] / "data" / "solver" / "solvable.mps"
"""A stage of a real selection, which HiGHS 1.16 with presolve calls infeasible."""

SOLVE = """
import sys
from pillarplan.planner.selection.solver import Model

model = Model([0, 0], [([(0, 2), (1, 3)], 4)], [[(0, 2), (1, 5)], [(0, 1), (1, -1)]])
print(model.maximise(0, [0, 0]), model.maximise(1, [0, 1]), "numpy" in sys.modules)
"""


def test_a_model_that_has_a_solution_is_solved() -> None:
    solver = Model([0], [], []).solver

    solver.readModel(str(SOLVABLE))
    solver.run()

    assert solver.getModelStatus() == core.HighsModelStatus.kOptimal
    assert solver.getInfo().objective_function_value == -12500


def test_a_model_is_solved_aim_by_aim_without_numpy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SOLVE], capture_output=True, text=True, check=True
    )

    assert done.stdout == "([0, 1], True) ([0, 1], True) False\n"


def test_what_is_pinned_and_does_not_fit_has_no_solution() -> None:
    model = Model([1, 1], [([(0, 2), (1, 3)], 4)], [[(0, 1)]])

    assert model.maximise(0, [1, 1]) is None


def test_the_package_around_the_core_can_be_imported_beside_it() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from pillarplan.planner.selection.highs import core\n"
            "import highspy\n"
            "print(highspy.HighsLp is core.HighsLp)",
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "True\n"
