"""What changes for a person who goes from one role to another."""

from pillarplan.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetChange:
    """A skill of which the new role asks another level."""

    skill: str
    name: str
    pillar: str
    before: int
    """The target in the old role."""
    after: int
    """The target in the new role."""
    current: int | None
    """None if the skill was never rated, or does not apply."""
    applies: bool
    steps: int
    """What is to be done from the current level to the new target; 0 if unrated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChange:
    """All targets that differ between two roles, most urgent first."""

    before: str
    before_name: str
    after: str
    after_name: str
    skills: tuple[TargetChange, ...]
    unchanged: int
    """How many skills have the same target in both roles."""
    steps_before: int
    """What is still to be done for the old role, in all rated skills."""
    steps_after: int
    """The same for the new role."""
