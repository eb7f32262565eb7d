"""Which topics in people's own words HR may read, and why so few of them.

Words can identify whoever typed them, however many people took part: nobody else speaks of
"grafting apple trees". Waiting until several people wrote the same cannot help, since a wish is by
its nature written once. So three things have to hold. The author agreed to these words being read
without a name (off until touched). They are short, as a topic is: a sentence may tell of a person.
And they are released in batches of at least five volunteers of one role, in the order in which
these joined: a wish that is new on the list is one of five people's, not of the one who joined this
morning.

Nothing is said of the role, of how many wrote it, or when. What the catalogue knows by now is no
wish any more.
"""

from collections.abc import Iterable
from hashlib import sha256

from bot.domain.people import Role
from bot.domain.programme import Enrolment
from bot.privacy.figures import K
from bot.texts.folding import folded
from bot.texts.topics import Catalogue

LONGEST = 60
"""Characters of a wish that is shown: a topic's name and its other names fit well within."""


def released(volunteers: Iterable[Enrolment], catalogue: Catalogue) -> dict[str, str]:
    """Return the wishes that may be read, by an opaque id each, in alphabetical order."""
    words: dict[str, str] = {}
    everybody = sorted(volunteers, key=lambda each: (str(each.joined_at), each.id))
    for role in (Role.MENTOR, Role.MENTEE):
        mine = [each for each in everybody if each.role is role]
        for enrolment in mine[: len(mine) // K * K]:
            for wish in enrolment.wishes if enrolment.wishes_shared else ():
                if len(wish) <= LONGEST and catalogue.named(wish) is None:
                    words.setdefault(id_of(wish), wish)
    return dict(sorted(words.items(), key=lambda entry: folded(entry[1])))


def id_of(wish: str) -> str:
    """Return the id of a wish: the same however it is capitalised or accented."""
    return sha256(folded(wish).encode()).hexdigest()[:16]
