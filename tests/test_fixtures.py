"""The fixtures themselves: two databases that are really separate, and a browser that draws."""

import pytest
from playwright.async_api import Page
from sqlalchemy import create_engine, text


@pytest.mark.parametrize("round_", [1, 2])
def test_each_test_has_a_database_of_its_own(database_url: str, round_: int) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        # Would fail the second time if the first one's table were still there.
        connection.execute(text("CREATE TABLE footprint (id integer)"))
        connection.execute(text("INSERT INTO footprint VALUES (:round_)"), {"round_": round_})
        found = connection.execute(text("SELECT id FROM footprint")).scalars().all()
    engine.dispose()

    assert found == [round_]


def test_an_empty_database_has_no_table(empty_database_url: str) -> None:
    engine = create_engine(empty_database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE organisation (id integer)"))
    name = engine.dialect.name
    engine.dispose()

    assert name in empty_database_url


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.asyncio(loop_scope="session")
async def test_the_browser_shows_a_page(page: Page) -> None:
    await page.set_content("<h1>Passerelle – jumelage inversé</h1>")

    assert await page.inner_text("h1") == "Passerelle – jumelage inversé"
