"""Every query, a method each, named after the question it answers."""

from storage.records.base import BaseRecords
from storage.records.coordination import CoordinationRecords
from storage.records.figures import FigureRecords
from storage.records.outbox import OutboxRecords
from storage.records.pairings import PairingRecords
from storage.records.people import PeopleRecords
from storage.records.programmes import ProgrammeRecords


class SqlRecords(
    PeopleRecords,
    ProgrammeRecords,
    PairingRecords,
    CoordinationRecords,
    FigureRecords,
    OutboxRecords,
    BaseRecords,
):
    """The rows of one organisation within one transaction."""


__all__ = ["SqlRecords"]
