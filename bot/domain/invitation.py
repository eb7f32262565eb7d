"""A coordinator's invitation to a round: whom it is for, and with which first words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.people import Role

LINE = 300
"""Characters of a first line: one or two sentences, before ours go on."""


@dataclass(eq=False, kw_only=True)
class Invitation:
    """Whom a coordinator invites to a cycle; what is empty, or zero, leaves nobody out.

    ``lowest`` and ``highest`` are levels, both included; ``people`` are ids; ``again`` is for those
    alone whom an earlier invitation did not reach. ``lines`` are first lines by language, where
    they are not ours. It is a draft until ``sent_at``, and kept with its cycle ever after.
    """

    organisation_id: str
    id: str
    cycle_id: str
    author_id: str
    written_at: datetime
    departments: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    lowest: int = 0
    highest: int = 0
    people: tuple[str, ...] = ()
    again: bool = False
    lines: Mapping[str, str] = field(default_factory=dict)
    sent_at: datetime | None = None

    @property
    def is_for_everybody(self) -> bool:
        """Whether it leaves nobody out."""
        return not (
            self.departments
            or self.offices
            or self.lowest
            or self.highest
            or self.people
            or self.again
        )

    def is_for(  # noqa: PLR0913  one call says all of whom
        self,
        *,
        departments: tuple[str, ...] = (),
        offices: tuple[str, ...] = (),
        lowest: int = 0,
        highest: int = 0,
        people: tuple[str, ...] = (),
        again: bool = False,
    ) -> None:
        """Choose whom, and forget who was chosen before; the first lines stay."""
        self.departments, self.offices = departments, offices
        self.lowest, self.highest = lowest, highest
        self.people, self.again = people, again


def delivery_key(enrolment_id: str) -> str:
    """Return the key of the delivery that invites somebody: a part is asked once."""
    return f"invite:{enrolment_id}"


def suggested_role(level: int, levels: tuple[int, int], *, leads: bool | None) -> Role | None:
    """Return the role to suggest to somebody; None where nobody said how senior they are.

    Whether they lead is said in a word, or else by a level among the lowest and highest there are.
    """
    if leads is None and level:
        leads = 2 * level > sum(levels)
    if leads is None:
        return None
    return Role.MENTEE if leads else Role.MENTOR
