"""What the operator can set, by environment variable, file or option of the command line."""

from adapters.settings.reading import PREFIX, SECRETS, Settings, WrongSettings, read_settings
from adapters.settings.values import split

__all__ = ["PREFIX", "SECRETS", "Settings", "WrongSettings", "read_settings", "split"]
