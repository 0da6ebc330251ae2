"""What people write, as pydantic models: the base classes of all file formats.

A format is read strictly and says what its keys mean.  It knows short forms, and what
may be left out; the domain is exact.  So a format turns into the domain's frozen
dataclasses, and no other room has to know pydantic.
"""

from abc import abstractmethod
from typing import Any

from pydantic import BaseModel, ConfigDict

from pillarplan.domain.record import spelling


def plain_name(name: str) -> str:
    """Return how schemas call a model: ``SkillEntry`` describes a ``Skill``."""
    return name.removesuffix("Entry")


class Written(BaseModel):
    """Something that people write, or a whole file of it."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        alias_generator=spelling,
        use_attribute_docstrings=True,
        defer_build=True,
        model_title_generator=lambda model: plain_name(model.__name__),
    )


class Meant(Written):
    """Something written that stands for a dataclass of the domain."""

    @abstractmethod
    def to_domain(self) -> Any:
        """Return what it stands for."""

    def content(self, *left_out: str) -> dict[str, Any]:
        """Return the values of the fields by name, as the domain has them."""
        return {
            name: _meaning(value)
            for name, value in self.__dict__.items()
            if name not in left_out
        }


def _meaning(value: Any) -> Any:
    if isinstance(value, Meant):
        return value.to_domain()
    if isinstance(value, tuple):
        return tuple(map(_meaning, value))
    if isinstance(value, dict):
        return {key: _meaning(each) for key, each in value.items()}
    return value
