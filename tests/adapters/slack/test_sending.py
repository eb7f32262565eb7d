"""What becomes of a message when Slack refuses it, is busy or broken: each in its named state."""

from datetime import timedelta

import pytest

from adapters.slack.errors import DEFAULT_WAIT, LONGEST_WAIT, Suspended, retry_after
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.errors import BotError, Gone, RateLimited, Refused, Unreachable
from bot.messages.card import Bullets, Card, Chart, Text, note
from bot.messages.codec import card_to_json
from bot.ports import Recipient, Work
from tests.adapters.slack.fake.faults import Fault, Manner
from tests.adapters.slack.office import Office, one_workspace
from tests.adapters.slack.shown import words
from tests.builders import ORGANISATION

ANA = Recipient("T1", "U1ANA")
CHART = Card(title="Digest", body=(Chart("Meetings held", ("Week 1", "Week 2"), (3.0, 4.5)),))

ANSWERS: dict[str, type[BotError]] = {
    "channel_not_found": Gone,
    "user_not_found": Gone,
    "user_disabled": Gone,
    "cannot_dm_bot": Gone,
    "is_archived": Gone,
    "msg_too_long": Refused,
    "invalid_blocks": Refused,
    "invalid_arguments": Refused,
    "restricted_action": Refused,
    "an_error_of_tomorrow": Refused,
    "ratelimited": RateLimited,
    "internal_error": Unreachable,
    "fatal_error": Unreachable,
    "service_unavailable": Unreachable,
    "token_revoked": Suspended,
    "invalid_auth": Suspended,
    "account_inactive": Suspended,
    "missing_scope": Suspended,
}
FAULTS: dict[str, tuple[Fault, type[BotError]]] = {
    **{name: (Fault(Manner.ERROR, name), error) for name, error in ANSWERS.items()},
    "a page of a proxy": (Fault(Manner.STATUS, "502"), Unreachable),
    "an error of the server": (Fault(Manner.STATUS, "500"), Unreachable),
    "a broken connection": (Fault(Manner.DROPPED), Unreachable),
    "a connection that breaks after": (Fault(Manner.DROPPED_AFTER), Unreachable),
    "half an answer": (Fault(Manner.GARBLED_AFTER), Unreachable),
    "too many": (Fault(Manner.LIMITED, "30"), RateLimited),
}


@pytest.mark.parametrize("name", FAULTS)
async def test_whatever_goes_wrong_is_one_of_the_four_and_is_not_tried_at_once(
    office: Office, name: str
) -> None:
    fault, error = FAULTS[name]
    office.slack.state.faults.befall("chat.postMessage", fault)
    before = len(office.slack.state.calls)

    with pytest.raises(error):
        await office.service.platform.send(ANA, note("Hello"), key="k")

    assert len(office.slack.state.calls) == before + 1


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        ("0.5", 0.5),
        ("", DEFAULT_WAIT),
        ("0", DEFAULT_WAIT),
        ("-3", DEFAULT_WAIT),
        ("soon", DEFAULT_WAIT),
        ("nan", DEFAULT_WAIT),
        ("inf", LONGEST_WAIT),
        ("99999999999", LONGEST_WAIT),
        ("Wed, 21 Oct 2026 07:28:00 GMT", DEFAULT_WAIT),
    ],
)
def test_any_retry_after_comes_to_seconds_that_can_be_waited(header: str, seconds: float) -> None:
    assert retry_after(header) == seconds


async def test_a_tenant_that_asks_for_silence_is_not_called_before_its_time(office: Office) -> None:
    office.slack.state.faults.befall("chat.postMessage", Fault(Manner.LIMITED, "30"))
    with pytest.raises(RateLimited):
        await office.service.platform.send(ANA, note("Hello"), key="k")
    called = len(office.slack.state.calls)

    office.clock.advance(timedelta(seconds=20))
    with pytest.raises(RateLimited) as limited:
        await office.service.platform.send(ANA, note("Hello"), key="k")

    assert limited.value.retry_after == 10
    assert len(office.slack.state.calls) == called
    office.clock.advance(timedelta(seconds=10))
    await office.service.platform.send(ANA, note("Hello"), key="k")


async def test_a_chart_that_slack_does_not_know_is_sent_again_as_figures(office: Office) -> None:
    office.slack.state.faults.befall("chat.postMessage", Fault(Manner.ERROR, "invalid_blocks"))

    await office.service.platform.send(ANA, CHART, key="k")

    [message] = office.person().messages
    assert {block["type"] for block in message.blocks} == {"header", "rich_text"}
    assert list(words(message.blocks))[1:3] == ["Meetings held", "Week 1"]


async def test_a_chart_is_drawn_where_slack_knows_it(office: Office) -> None:
    await office.service.platform.send(ANA, CHART, key="k")

    [message] = office.person().messages
    assert [block["type"] for block in message.blocks] == ["header", "data_visualization"]


async def test_a_message_slack_would_refuse_is_not_even_sent(office: Office) -> None:
    before = len(office.slack.state.calls)

    endless = Card(body=(Bullets(("word " * 5_000,)),))
    with pytest.raises(Refused):
        await office.service.platform.send(ANA, endless, key="k")

    assert len(office.slack.state.calls) == before


async def test_nothing_in_a_message_means_anything(office: Office) -> None:
    await office.service.platform.send(ANA, note("<!channel> *b* <https://x|y>"), key="k")

    method, sent = office.slack.state.calls[-1]
    assert method == "chat.postMessage"
    assert sent["text"] == "&lt;!channel&gt; *b* &lt;https://x|y&gt;"
    plain = {"parse": "none", "mrkdwn": False, "link_names": False, "unfurl_links": False}
    assert {name: sent[name] for name in plain} == plain


async def test_other_apps_can_read_no_key(office: Office) -> None:
    await office.service.platform.send(ANA, note("Hello"), key="checkin:secret")

    _, sent = office.slack.state.calls[-1]
    assert "secret" not in str(sent)


async def test_two_people_read_a_message_in_one_room_that_is_opened_once(office: Office) -> None:
    both = Recipient("T1", "U1ANA", also="U1BOB")

    first = await office.service.platform.send(both, note("Hello, you two"), key="a")
    second = await office.service.platform.send(both, note("And again"), key="b")

    assert first.split(":")[0] == second.split(":")[0]
    opened = [call for call in office.slack.state.calls if call[0] == "conversations.open"]
    assert len(opened) == 1


async def test_a_room_without_its_scope_costs_the_room_alone(office: Office) -> None:
    [install] = office.slack.state.installs
    install.scopes -= {"mpim:write"}

    with pytest.raises(Refused):
        await office.service.platform.send(
            Recipient("T1", "U1ANA", also="U1BOB"), note("Hello"), key="k"
        )

    await office.service.platform.send(ANA, note("Hello"), key="k2")
    assert len(await office.core.store.tenants()) == 1


async def deliver(office: Office, *faults: Fault) -> Delivery:
    """Queue one message to Ana, let these things befall it, and return what became of it."""

    def queue(work: Work) -> None:
        tenant = work.tenants.named("slack", "T1")
        account = work.accounts.at("slack", "T1", "U1ANA")
        assert tenant is not None
        assert account is not None
        now = office.clock.now()
        work.outbox.enqueue(
            Delivery(
                organisation_id=ORGANISATION,
                tenant_id=tenant.id,
                account_id=account.id,
                person_id=account.person_id,
                key="k",
                kind=Kind.NOTICE,
                due_at=now,
                visible_at=now,
                closes_at=now.replace(hour=23),
                payload=card_to_json(Card(body=(Text("Hello"),))),
            )
        )

    await office.look(queue)
    office.slack.state.faults.befall("chat.postMessage", *faults)
    await office.run_due()
    return await newest(office)


async def newest(office: Office) -> Delivery:
    [found] = await office.look(lambda work: work.outbox.newest(1))
    assert isinstance(found, Delivery)
    return found


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("user_disabled", DeliveryState.GONE),
        ("channel_not_found", DeliveryState.GONE),
        ("msg_too_long", DeliveryState.REFUSED),
        ("invalid_blocks", DeliveryState.REFUSED),
    ],
)
async def test_a_refused_message_ends_in_its_named_state_and_is_not_sent_again(
    office: Office, answer: str, state: DeliveryState
) -> None:
    delivery = await deliver(office, Fault(Manner.ERROR, answer))

    assert delivery.state is state
    called = len(office.slack.state.calls)
    office.clock.advance(timedelta(hours=2))
    await office.run_due()
    assert len(office.slack.state.calls) == called
    since = office.clock.now().replace(hour=0)
    counted = await office.look(lambda work: work.figures.failures(since))
    assert counted[state] == 1


async def test_a_suspended_tenant_keeps_its_messages_for_its_return(office: Office) -> None:
    delivery = await deliver(office, Fault(Manner.ERROR, "token_revoked"))

    assert delivery.state is DeliveryState.PENDING
    called = len(office.slack.state.calls)
    office.clock.advance(timedelta(hours=1))
    await office.run_due()
    assert len(office.slack.state.calls) == called


async def test_an_unknown_outcome_is_looked_up_where_history_may_be_read() -> None:
    async with one_workspace(reads_history=True) as office:
        [install] = office.slack.state.installs
        install.scopes |= {"im:history", "mpim:history"}

        delivery = await deliver(office, Fault(Manner.DROPPED_AFTER))
        assert delivery.state is DeliveryState.PENDING
        office.clock.advance(timedelta(minutes=2))
        await office.run_due()

        assert (await newest(office)).state is DeliveryState.SENT
        posted = [call for call in office.slack.state.calls if call[0] == "chat.postMessage"]
        assert len(posted) == 1


async def test_an_unknown_outcome_is_sent_again_and_seen_once_without_history(
    office: Office,
) -> None:
    await deliver(office, Fault(Manner.DROPPED_AFTER))
    office.clock.advance(timedelta(minutes=2))
    await office.run_due()

    assert (await newest(office)).state is DeliveryState.SENT
    assert len(office.person().messages) == 1
