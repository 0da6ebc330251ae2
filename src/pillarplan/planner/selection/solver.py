"""The exact solver: silent, one thread, and the same answer every time."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from pillarplan.planner.selection.highs import core

Terms = Sequence[tuple[int, int]]
"""A weighted sum: pairs of column and whole weight."""

SAFETY_SECONDS = 10.0
"""A stage that is not proven by then hands over the best that it has found."""

FEASIBLE = core.SolutionStatus.kSolutionStatusFeasible
NO_SOLUTION = (
    core.HighsModelStatus.kInfeasible,
    core.HighsModelStatus.kUnboundedOrInfeasible,
)


OPTIONS: dict[str, bool | float | str] = {
    "output_flag": False,
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


class Model:
    """Whole columns up to 1, with aims that are made greatest one after the other."""

    def __init__(
        self,
        lower_bounds: Sequence[int],
        rows: Iterable[tuple[Terms, int]],
        aims: Sequence[Terms],
    ) -> None:
        """Load it: each row is a sum and what it may amount to at most."""
        self.solver = core._Highs()
        for option, value in OPTIONS.items():
            self.solver.setOptionValue(option, value)
        rows = list(rows)
        terms = [*(terms for terms, _ in rows), *aims]
        for bound in lower_bounds:
            self.solver.addVar(bound, 1)
        # This has the costs of all columns, which cannot be set without numpy.
        model = self.solver.getLp()
        model.num_row_ = len(terms)
        model.row_lower_ = [-core.kHighsInf] * len(terms)
        free = [core.kHighsInf] * len(aims)
        model.row_upper_ = [*(float(most) for _, most in rows), *free]
        model.integrality_ = [core.HighsVarType.kInteger] * len(lower_bounds)
        model.sense_ = core.ObjSense.kMaximize
        model.a_matrix_.format_ = core.MatrixFormat.kRowwise
        model.a_matrix_.start_ = list(accumulate(map(len, terms), initial=0))
        model.a_matrix_.index_ = [column for row in terms for column, _ in row]
        model.a_matrix_.value_ = [float(weight) for row in terms for _, weight in row]
        self.solver.passModel(model)
        self._aims, self._first = aims, len(rows)
        self._aimed_at: Terms = ()

    def maximise(self, aim: int, values: list[int]) -> tuple[list[int], bool] | None:
        """Make an aim greatest and hold it; return the values, and if that is proven.

        None if there is no solution; the `values` before if none better is found.
        """
        solver, weights = self.solver, self._aims[aim]
        for column, _ in self._aimed_at:
            solver.changeColCost(column, 0)
        for column, weight in weights:
            solver.changeColCost(column, weight)
        self._aimed_at = weights
        # Never hand over the values of the stage before as a start (setSolution): with
        # presolve, HiGHS 1.16 then calls a worse solution optimal now and then.
        solver.setOptionValue("time_limit", solver.getRunTime() + SAFETY_SECONDS)
        solver.run()
        status = solver.getModelStatus()
        if status in NO_SOLUTION:
            return None
        if solver.getInfo().primal_solution_status == FEASIBLE:
            values = [round(value) for value in solver.getSolution().col_value]
        self.hold(aim, sum(weight * values[column] for column, weight in weights))
        return values, bool(status == core.HighsModelStatus.kOptimal)

    def hold(self, aim: int, reached: int) -> None:
        """Let an aim never again be less than what it has reached."""
        self.solver.changeRowBounds(self._first + aim, reached, core.kHighsInf)
