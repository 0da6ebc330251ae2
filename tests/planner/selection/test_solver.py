from pathlib import Path

from highspy import HighsModelStatus

from pillarplan.planner.selection.solver import load_solver

SOLVABLE = Path(__file__).parents[2] / "data" / "solver" / "solvable.mps"
"""A stage of a real selection, which HiGHS 1.16 with presolve calls infeasible."""


def test_a_model_that_has_a_solution_is_solved() -> None:
    solver = load_solver([0], [])

    solver.readModel(str(SOLVABLE))
    solver.run()

    assert solver.getModelStatus() == HighsModelStatus.kOptimal
    assert solver.getInfo().objective_function_value == -12500
