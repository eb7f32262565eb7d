"""Looks whether everything is set up as it must be, and says what to do where it is not."""

from collections.abc import Iterable

from rich.console import Console

from adapters import bootstrap
from adapters.sealing import Sealer, WrongKey
from adapters.serving.service import Finding
from adapters.settings import Settings
from bot.ports import Store
from storage.database import SqlStore

ILL = 1


async def examine(found: Settings, console: Console) -> int:
    """Print each thing that was checked; return 1 when one of them is not well, else 0."""
    findings = [_key(found)]
    async with bootstrap.database(found) as store:
        findings.append(Finding(what="the database answers, at the newest schema", well=True))
        if findings[0].well:
            findings.append(await _former_keys(store))
            house = bootstrap.open_platforms(found, store)
            findings.append(_platforms(house))
            findings.append(await _coordination(found, store))
            for service in house.services:
                findings += await service.checks()
    _print(findings, console)
    return 0 if all(finding.well for finding in findings) else ILL


def _key(found: Settings) -> Finding:
    what = "the secret key can seal"
    try:
        Sealer(found.secret_keys)
    except WrongKey as wrong:
        return Finding(what=what, well=False, remedy=(wrong.__doc__ or "").strip())
    return Finding(what=what, well=True)


async def _former_keys(store: SqlStore) -> Finding:
    former = await store.former_keys()
    remedy = f"run `passerelle key rotate`: {former} people's answers need a former key still"
    return Finding(what="the newest key opens all that is sealed", well=not former, remedy=remedy)


def _platforms(house: bootstrap.Platforms) -> Finding:
    names = ", ".join(service.platform.name for service in house.services)
    what = f"platforms in service: {names or 'none'}"
    remedy = "set the settings of Slack or Teams (docs/settings.md)"
    return Finding(what=what, well=bool(names), remedy=remedy)


async def _coordination(found: Settings, store: Store) -> Finding:
    """Look whether somebody coordinates, or will from the first look at Slack on."""
    there = await store.transact(bootstrap.ORGANISATION, lambda work: work.people.coordinators())
    # Where workspaces install the app themselves, the first person who does coordinates.
    to_come = found.slack_coordinators or found.slack_client_id
    remedy = (
        "name somebody: `passerelle import people.csv --apply --coordinator E-MAIL`,"
        " or their member id in PASSERELLE_SLACK_COORDINATORS"
    )
    return Finding(what="somebody coordinates", well=bool(there or to_come), remedy=remedy)


def _print(findings: Iterable[Finding], console: Console) -> None:
    for finding in findings:
        mark, style = ("well", "green") if finding.well else ("ill", "red")
        console.print(f"{mark:>4}  {finding.what}", style=style, markup=False, soft_wrap=True)
        if not finding.well:
            console.print(f"      {finding.remedy}", markup=False, soft_wrap=True)
