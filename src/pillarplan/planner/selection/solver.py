"""The exact solver: silent, one thread, and the same answer every time."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

import highspy

Terms = Sequence[tuple[int, int]]
"""A weighted sum: pairs of column and whole weight."""

SAFETY_SECONDS = 10.0
"""A stage that is not proven by then hands over the best that it has found."""

FEASIBLE = highspy.SolutionStatus.kSolutionStatusFeasible
NO_SOLUTION = (
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,
)


class _SilentHighs(highspy.Highs):
    """The solver without the banner that it prints when callbacks are enabled."""

    def enableCallbacks(self) -> None:  # noqa: N802  # the solver's spelling
        """Switch all output off, and leave callbacks off too: none is used."""
        self.setOptionValue("output_flag", False)


def load_solver(
    lower_bounds: Sequence[int], rows: Iterable[tuple[Terms, int]]
) -> highspy.Highs:
    """Return a solver that holds the model, of whole columns up to 1.

    Each row is a sum and what it may amount to at most.
    """
    solver = _SilentHighs()  # type: ignore[no-untyped-call]  # of highspy
    options: dict[str, bool | float | str] = {
        "threads": 1,
        "random_seed": 0,
        # With presolve, HiGHS 1.16 calls one in some hundred solvable models of ours
        # infeasible; other versions did so with other models (HiGHS #2388, #3090).
        "presolve": "off",
        "mip_rel_gap": 0.0,
        # All weights and columns are whole: less than one from the bound is optimal.
        "mip_abs_gap": 0.99,
        # On models as small as ours this takes half of the time and finds nothing.
        "mip_heuristic_run_feasibility_jump": False,
    }
    for option, value in options.items():
        solver.setOptionValue(option, value)
    rows = list(rows)
    width = len(lower_bounds)
    terms = [terms for terms, _ in rows]
    model = highspy.HighsLp()
    model.num_col_ = width
    model.num_row_ = len(rows)
    model.col_cost_ = [0.0] * width
    model.col_lower_ = [float(bound) for bound in lower_bounds]
    model.col_upper_ = [1.0] * width
    model.row_lower_ = [-highspy.kHighsInf] * len(rows)
    model.row_upper_ = [float(most) for _, most in rows]
    model.integrality_ = [highspy.HighsVarType.kInteger] * width
    model.sense_ = highspy.ObjSense.kMaximize
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = list(accumulate(map(len, terms), initial=0))
    model.a_matrix_.index_ = [column for row in terms for column, _ in row]
    model.a_matrix_.value_ = [float(weight) for row in terms for _, weight in row]
    solver.passModel(model)
    return solver


def maximise(
    solver: highspy.Highs, weights: Terms, values: list[int]
) -> tuple[list[int], bool] | None:
    """Make a sum greatest and hold it there; return the values, and if that is proven.

    None if there is no solution at all; the `values` before if none better is found.
    """
    costs, columns = dict(weights), list(range(len(values)))
    solver.changeColsCost(
        len(columns), columns, [float(costs.get(c, 0)) for c in columns]
    )
    # Never hand over the values of the stage before as a start (setSolution): with
    # presolve, HiGHS 1.16 then calls a worse solution optimal now and then.
    solver.setOptionValue("time_limit", solver.getRunTime() + SAFETY_SECONDS)
    solver.run()
    status = solver.getModelStatus()
    if status in NO_SOLUTION:
        return None
    if solver.getInfo().primal_solution_status == FEASIBLE:
        values = [round(value) for value in solver.getSolution().col_value]
    hold(solver, weights, sum(weight * values[column] for column, weight in weights))
    return values, bool(status == highspy.HighsModelStatus.kOptimal)


def hold(solver: highspy.Highs, weights: Terms, reached: int) -> None:
    """Let a sum never again be less than what it has reached."""
    columns = [column for column, _ in weights]
    factors = [float(weight) for _, weight in weights]
    solver.addRow(reached, highspy.kHighsInf, len(columns), columns, factors)
