"""What happened is counted by what people did, and only when they did it."""

from datetime import UTC, date, datetime, timedelta

from adapters.simulate import population
from adapters.simulate.chronicle import HAPPENINGS, Chronicle
from adapters.simulate.seen import Json, Seen, press

MONDAY = datetime(2026, 11, 2, 15, 0, tzinfo=UTC)
PERSON = population.invent(6, 1, language="en", today=date(2026, 9, 14))[1]


def does(chronicle: Chronicle, action: str, *, week: int = 0, subject: str = "one") -> None:
    button: Json = {"action": action, "subject": subject, "value": "", "label": "So"}
    at = MONDAY + timedelta(weeks=week)
    chronicle.did(PERSON, press(button), Seen(card={"buttons": [button]}), at)


def happened(chronicle: Chronicle) -> dict[str, int]:
    return {what: count for what, count in chronicle.figures().items() if count}


def test_nothing_has_happened_at_first_and_all_is_named() -> None:
    assert Chronicle().figures() == dict.fromkeys(HAPPENINGS, 0)


def test_an_event_is_counted_as_often_as_it_is_noted() -> None:
    chronicle = Chronicle()
    chronicle.note("married")
    chronicle.note("married")

    assert happened(chronicle) == {"married": 2}


def test_three_weeks_in_a_row_are_meeting_weekly_and_three_others_are_not() -> None:
    chronicle, other = Chronicle(), Chronicle()
    for week in range(3):
        does(chronicle, "checkin.met.yes", week=week)
        does(other, "checkin.met.yes", week=2 * week)

    assert happened(chronicle) == {"met_weekly": 1}
    assert happened(other) == {}


def test_one_cancellation_is_not_several() -> None:
    chronicle = Chronicle()
    does(chronicle, "plan.show.cancel")
    assert happened(chronicle) == {}

    does(chronicle, "plan.show.cancel", week=1)
    assert happened(chronicle) == {"cancelled_twice": 1}


def test_a_yes_after_a_no_is_about_the_same_proposal() -> None:
    chronicle = Chronicle()
    does(chronicle, "proposal.offer.other")
    does(chronicle, "proposal.offer.accept", subject="two")
    assert happened(chronicle) == {}

    does(chronicle, "proposal.offer.accept")
    assert happened(chronicle) == {"regretted_no": 1}


def test_an_answer_is_put_right_by_asking_again() -> None:
    chronicle = Chronicle()
    does(chronicle, "checkin.done.again")

    assert happened(chronicle) == {"put_right": 1}
