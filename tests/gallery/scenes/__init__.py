"""Every scene, by the chapters of the product."""

from tests.gallery.scenes import (
    checkin,
    coordinating,
    feedback,
    inviting,
    joining,
    leaving,
    meeting,
    mine,
    pairing,
    reviewing,
    unlisted,
)

MODULES = (
    *(joining, pairing, meeting, checkin, feedback, leaving, mine, coordinating),
    *(inviting, reviewing, unlisted),
)
SCENES = tuple(scene for module in MODULES for scene in module.chapter.scenes)
