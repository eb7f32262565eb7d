"""Invitations: seen as they will arrive, by name and in numbers, then sent after two yeses."""

from dataclasses import replace

from bot.conversation.flow import Next, ask, finish
from bot.conversation.paging import PAGE, Page, place_asked
from bot.conversation.turn import Turn
from bot.domain.invitation import Invitation, suggested_role
from bot.domain.people import Person, Role
from bot.domain.programme import Cycle
from bot.errors import Sorry
from bot.flows.coordinating.cycles import open_cycle, promised
from bot.flows.coordinating.invitations.drafts import begun, drafted, flow, whom
from bot.flows.joining import welcome
from bot.messages.card import Block, Bullets, Card, Facts, Heading, Quote, Style
from bot.messages.plain import plain
from bot.texts import LANGUAGES

ROLES = (Role.MENTOR, Role.MENTEE)


@flow.command("invite", "inviter")
def invite(turn: Turn) -> Next:
    cycle = open_cycle(turn)
    asked = turn.work.enrolments.uninvited(cycle.id) + turn.work.invitations.unreached(cycle.id)
    if not asked:
        return finish(turn.card("invitations-none", commands=("volunteers", "recall", "programme")))
    return ask(preview, begun(turn, cycle).id)


@flow.step("preview")
def preview(turn: Turn) -> Card:
    """Whom, in numbers and by suggested role; and the card itself, as each language reads it."""
    draft = drafted(turn)
    groups = turn.work.invitations.groups(draft)
    count = sum(group.count for group in groups)
    rows = [(turn.say("invitations-row.whom"), whom(turn, draft)), *_by_role(turn, draft)]
    out_of_reach = sum(group.count for group in groups if not group.reachable)
    if out_of_reach:
        rows.append((turn.say("invitations-row.unreachable"), str(out_of_reach)))
    if draft.people and (left_out := len(draft.people) - count):
        rows.append((turn.say("invitations-row.left-out"), str(left_out)))
    some = ("go", "names") if count else ()
    return turn.card(
        "invitations-preview",
        Facts(tuple(rows)),
        *(_as_it_arrives(turn, draft) if count else ()),
        taps=(*some, "choose", "lines", "no"),
        count=count,
    )


@preview.on("go")
def sure_asked(turn: Turn) -> Next:
    return ask(sure, drafted(turn).id)


@preview.on("names")
def names_asked(turn: Turn) -> Next:
    drafted(turn)
    return ask(names, "0")


@flow.step("names")
def names(turn: Turn) -> Card:
    """Who would be asked, a page at a time; its subject is how many come before."""
    draft = turn.work.invitations.draft(open_cycle(turn).id, turn.person.id)
    if draft is None:
        raise Sorry("stale")
    count = sum(group.count for group in turn.work.invitations.groups(draft))
    before = min(int(turn.subject or "0"), max(0, count - 1)) // PAGE * PAGE
    page = Page(turn.work.invitations.people(draft, before, PAGE), before, count)
    levels = turn.work.seniority.levels()
    items = tuple(_line(turn, person, levels) for person in page.items)
    return turn.card(
        "invitations-names",
        Bullets(items),
        taps=page.taps(turn),
        commands=("invite",),
        **page.numbers,
    )


@names.on("previous", "following")
def turn_page(turn: Turn) -> Next:
    return ask(names, place_asked(turn))


@flow.step("sure")
def sure(turn: Turn) -> Card:
    draft = drafted(turn)
    count = sum(group.count for group in turn.work.invitations.groups(draft))
    label = turn.say("invitations-sure.yes", count=count)
    yes = turn.tap("yes", label, style=Style.PRIMARY)
    return turn.card("invitations-sure", taps=(yes, "no"), count=count, whom=whom(turn, draft))


@sure.on("yes")
def sent(turn: Turn) -> Next:
    draft = drafted(turn)
    count = turn.work.invitations.send(draft, turn.now)
    if not count:
        raise Sorry("invitations-already")
    draft.sent_at = turn.now
    turn.audit("cycle.invited", draft.cycle_id, count=count)
    by = promised(turn, turn.coordinated(Cycle, draft.cycle_id))
    commands = ("volunteers", "recall")
    return finish(turn.card("invitations-sent", commands=commands, count=count, **by))


@preview.on("no")
@sure.on("no")
def not_sent(turn: Turn) -> Next:
    return finish(turn.card("invitations-kept", commands=("invite", "programme")))


def _by_role(turn: Turn, draft: Invitation) -> list[tuple[str, str]]:
    """How many would be suggested each role; of whom HR has said no level, none is known."""
    levels = turn.work.seniority.levels()
    counts: dict[str, int] = {}
    for group in turn.work.invitations.groups(draft):
        role = suggested_role(group.level, levels, leads=group.leads) or "unknown"
        counts[role] = counts.get(role, 0) + group.count
    shown = [role for role in (*ROLES, "unknown") if counts.get(role)]
    return [(turn.say(f"invitations-role.{role}"), str(counts[role])) for role in shown]


def _as_it_arrives(turn: Turn, draft: Invitation) -> list[Block]:
    """The invitation's own card, as it is read in each language."""
    cycle = turn.coordinated(Cycle, draft.cycle_id)
    blocks: list[Block] = []
    for language in LANGUAGES:
        reader = turn.seen_by(replace(turn.person, language=language))
        shown = replace(reader, step=welcome.invitation, subject=cycle.id)
        card = welcome.invitation_card(shown, cycle, draft)
        blocks += [Heading(turn.say(f"invitations-in.{language}")), Quote(plain(card))]
    return blocks


def _line(turn: Turn, person: Person, levels: tuple[int, int]) -> str:
    role = suggested_role(person.level, levels, leads=person.leads) or "unknown"
    place = ", ".join(filter(None, (person.department, person.office))) or "none"
    return turn.say(
        "invitations-name", name=person.name, email=person.email, place=place, role=str(role)
    )
