"""The keys of owners, each wrapped by the installation's key."""

from sqlalchemy import Index, Table

from storage.tables.core import column, key, metadata
from storage.types import line

owner_keys = Table(
    "owner_keys",
    metadata,
    key("organisation_id"),
    key("owner_id"),
    column("under", line(12)),
    column("wrapped", line(120)),
    Index(None, "under"),
)
