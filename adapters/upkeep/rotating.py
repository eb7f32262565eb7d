"""Changes an installation to its newest key, and says what a former one is still good for."""

from rich.console import Console

from adapters import bootstrap
from adapters.sealing import Sealer
from adapters.settings import Settings


async def rotate(found: Settings, console: Console) -> int:
    """Wrap all that is sealed by the first key of the settings; return the exit code."""
    sealer = Sealer(found.secret_keys)
    async with bootstrap.database(found) as store:
        wrapped = await store.rotate(sealer.anew)
    console.print(f"{wrapped} keys of people were wrapped anew; the first key opens everything.")
    console.print(
        "Former keys can leave PASSERELLE_SECRET_KEY now. Backups made before this moment open"
        " only with them: once the last copy of a former key is destroyed, what is sealed in"
        " those backups can be read by nobody any more, and a restored one lacks it.",
        soft_wrap=True,
    )
    return 0
