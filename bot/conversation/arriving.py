"""A card arrives: from then on, and not before, a typed line answers it."""

from collections.abc import Iterable, Mapping

from bot.conversation.awaiting import conversation_with
from bot.domain.delivery import Awaited, Delivery
from bot.domain.people import Account
from bot.ports import Work

Standing = Mapping[str, Awaited]
"""Where conversations stand, by account."""


def standing(work: Work, deliveries: Iterable[Delivery]) -> Standing:
    """Return where the conversations stand into which deliveries go."""
    accounts = (work.get(Account, each.account_id) for each in deliveries)
    return {each.id: conversation_with(work, each).stands_at for each in accounts if each}


def arrive(work: Work, delivery: Delivery, stood: Standing) -> None:
    """Await what a card that has arrived awaits.

    Not in the middle of a form, nor where the conversation has gone on since it ``stood``: the
    person may have pressed a button of this very card meanwhile.
    """
    account = work.get(Account, delivery.account_id) if delivery.step else None
    if account is None:
        return
    conversation = conversation_with(work, account)
    if not conversation.is_in_form and conversation.stands_at == stood.get(account.id):
        conversation.await_answer(*delivery.awaits)
