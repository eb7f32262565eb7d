"""The dress rehearsal is the same on PostgreSQL as in memory: every figure, digest and message."""

import pytest

from adapters.rehearsal import furnish, ids_from, open_house
from adapters.simulate.options import Options
from adapters.simulate.report import Report
from adapters.simulate.run import rehearse
from storage.database import SqlStore, make_engine

OPTIONS = Options(people=12, weeks=4, seed=1, show="keen", language="en")


@pytest.mark.postgres
@pytest.mark.slow
async def test_a_rehearsal_is_the_same_on_both_databases(postgres_url: str) -> None:
    async with open_house(OPTIONS) as house:
        in_memory = await rehearse(OPTIONS, house)
    store = SqlStore(make_engine(postgres_url), new_id=ids_from(OPTIONS.seed))
    on_postgres = await rehearse(OPTIONS, await furnish(store, OPTIONS))
    store.close()

    assert without_seconds(on_postgres) == without_seconds(in_memory)
    assert texts(on_postgres) == texts(in_memory)
    figures = in_memory.figures
    assert figures["people"]["matched"] > 2
    assert figures["prompts"]["answered"] > 2
    assert figures["digests"] > 3


def without_seconds(report: Report) -> str:
    return Report({**report.figures, "seconds": 0}).as_json()


def texts(report: Report) -> list[str]:
    return [transcript.text("en") for transcript in report.transcripts]
