"""What only the whole people file can tell: who reports to somebody missing, or in a circle."""

from collections.abc import Collection, Mapping

from adapters.people.csv.faults import CellFault, FaultList
from bot.domain.org_chart import reporting_loops

NAMED = 5
"""People of a circle who are named; the others are counted."""

People = Mapping[str, tuple[int, str | None]]
"""By e-mail address: the line it stands on, and the line manager's address."""


def check_unknown(people: People, known: Collection[str], faults: FaultList) -> None:
    """Note everybody whose line manager is neither in the file nor known."""
    for line, manager in people.values():
        if manager is not None and manager not in people and manager not in known:
            fault = CellFault("line-manager-unknown", value=manager)
            faults.add(fault, line=line, column="manager_email")


def check_loops(people: People, faults: FaultList) -> None:
    """Note every circle of reporting lines, at the line of the first person in it."""
    for loop in reporting_loops((email, manager) for email, (_, manager) in people.items()):
        if len(loop) == 1:
            fault = CellFault("reporting-self", value=loop[0])
        else:
            named = loop[:NAMED] if len(loop) > NAMED + 1 else loop
            rest = ["…"] * (len(named) < len(loop))
            path = " → ".join([*named, *rest, loop[0]])
            fault = CellFault("reporting-loop", count=len(loop), loop=path)
        faults.add(fault, line=people[loop[0]][0], column="manager_email")
