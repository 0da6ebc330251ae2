"""The core of HiGHS, without the Python that highspy has around it.

That is for writing models with operators.  It imports numpy, which takes longer than a
usual plan, and starts threads for keys; of all this nothing is used here.
"""

import sys
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING


def _load_alone(package: str, name: str) -> ModuleType:
    """Return a module of a package, without what the package imports by itself.

    Raises ModuleNotFoundError if there is none.
    """
    full = f"{package}.{name}"
    if full not in sys.modules:
        around = find_spec(package)
        places = around.submodule_search_locations if around else None
        spec = PathFinder.find_spec(full, places)
        if spec is None or spec.loader is None:
            raise ModuleNotFoundError(f"No module named {full!r}", name=full)
        module = module_from_spec(spec)
        sys.modules[full] = module
        spec.loader.exec_module(module)
    return sys.modules[full]


__all__ = ["core"]

if TYPE_CHECKING:
    from highspy import _core as core
else:
    core = _load_alone("highspy", "_core")
