from io import StringIO

from rich.console import Console

from pillarplan.domain.reports.shape import PillarShape
from pillarplan.render.look import Look
from pillarplan.render.terminal.shape import shape_view
from tests.scales import FIVE


def test_a_pillar_tells_where_it_is_should_be_and_was() -> None:
    shape = PillarShape(
        pillar="a", rated=2, skills=3, current=2.0, target=3.0, before=1.5
    )
    console = Console(file=StringIO(), width=60)

    console.print(
        shape_view([shape], {"a": "Soft skills"}, "PM", FIVE, Look(False, 60))
    )

    assert isinstance(console.file, StringIO)
    row = console.file.getvalue().splitlines()[2]
    assert row == "Soft skills          =======---....... 2.0 of 3.0, was 1.5"
