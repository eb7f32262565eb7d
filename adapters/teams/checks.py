"""Looks whether Teams is set up as it must be; each fault comes with its remedy."""

from datetime import UTC, timedelta
from email.utils import parsedate_to_datetime

from adapters.serving.service import Finding
from adapters.teams.access import AccessToken, NoToken
from adapters.teams.addresses import Cloud
from adapters.teams.http import Http
from adapters.teams.keys import SigningKeys
from bot.ports import Clock

SKEW = timedelta(seconds=60)
"""Difference of the clocks that is worth a word; five minutes make every token wrong."""

REMEDIES = {
    "AADSTS700016": "PASSERELLE_TEAMS_APP_ID is no app of the first tenant in "
    "PASSERELLE_TEAMS_TENANTS: compare both with the Azure portal",
    "AADSTS7000215": "PASSERELLE_TEAMS_SECRET is wrong: paste the secret's value, not its id",
    "AADSTS7000222": "the client secret has expired: make a new one in the Azure portal",
    "AADSTS90002": "the first tenant in PASSERELLE_TEAMS_TENANTS does not exist",
    "AADSTS7000229": "the app has no service principal in the tenant: grant it admin consent",
}
"""What to do about an error of Entra, by its code."""
NETWORK = "let this machine reach {} over https (PASSERELLE_TEAMS_CLOUD names the cloud)"


async def examine(cloud: Cloud, *, http: Http, token: AccessToken, clock: Clock) -> list[Finding]:
    """Return what was looked at: the key host, the clock, and our own token."""
    return [*await _keys(cloud, http, clock), await _token(token)]


async def _keys(cloud: Cloud, http: Http, clock: Clock) -> list[Finding]:
    dates: list[str] = []

    async def fetch(url: str) -> bytes:
        answer = await http.send("GET", url, headers={}, body=None)
        dates.append(answer.headers.get("date", ""))
        return answer.body

    reached = await SigningKeys(cloud.metadata_url, fetch, clock).refresh()
    keys = Finding(
        what="the keys that sign Teams' requests can be fetched",
        well=reached,
        remedy=NETWORK.format(cloud.metadata_url),
    )
    return [keys, *(_skew(date, clock) for date in dates[:1] if date)]


def _skew(date: str, clock: Clock) -> Finding:
    """Compare our clock with that of an answer."""
    try:
        theirs = parsedate_to_datetime(date)
    except ValueError:
        return Finding(what="the key host tells the time", well=False, remedy="try again later")
    aware = theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC)
    skew = abs(clock.now() - aware)
    return Finding(
        what=f"this machine's clock and Microsoft's differ by {skew.total_seconds():.0f} s",
        well=skew <= SKEW,
        remedy="set the clock (NTP): beyond five minutes every request is refused",
    )


async def _token(token: AccessToken) -> Finding:
    what = "Entra gives the bot a token"
    try:
        await token.get()
    except NoToken as error:
        remedy = REMEDIES.get(error.reason, f"Entra says {error.reason}: check the app, its secret")
        return Finding(what=what, well=False, remedy=remedy)
    return Finding(what=what, well=True)
