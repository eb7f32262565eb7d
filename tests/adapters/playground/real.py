"""The playground's pages before the real conversation, in a world that a test made."""

from adapters.playground.app import Pages
from adapters.playground.chats import Parts
from tests.builders import ORGANISATION
from tests.world import TENANT, World


def pages_of(world: World) -> Pages:
    """Return the pages of a world's own playground."""
    return Pages(
        Parts(
            engine=world.engine,
            registry=world.engine.registry,
            store=world.store,
            platform=world.platform,
            clock=world.clock,
            run_due=world.run_due,
            organisation_id=ORGANISATION,
            tenant=TENANT,
        )
    )
