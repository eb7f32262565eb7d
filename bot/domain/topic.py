"""Topics that an organisation adds to the catalogue."""

from dataclasses import dataclass


@dataclass(eq=False, kw_only=True)
class OwnTopic:
    """A topic of one organisation: its code (stored with profiles), names, and other names."""

    organisation_id: str
    id: str
    fr: str
    en: str
    synonyms: tuple[str, ...] = ()
