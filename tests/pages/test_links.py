"""Every link of every page leads somewhere, and every page can be reached from README."""

import pytest

from tests.pages.reading import ROOT, Page, pages


def relative_links(page: Page) -> list[str]:
    return [link for link in page.links if "://" not in link and not link.startswith("mailto:")]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.path)
def test_every_link_leads_to_a_file_and_a_heading(page: Page) -> None:
    astray = []
    for link in relative_links(page):
        path, _, anchor = page.leads_to(link), *link.partition("#")[1:]
        if not (ROOT / path).exists() or (anchor and anchor not in Page(path).anchors):
            astray.append(link)

    assert astray == []


def test_every_page_can_be_reached_from_readme() -> None:
    known = {page.path: page for page in pages()}
    reached, ahead = {"README.md"}, [known["README.md"]]
    while ahead:
        page = ahead.pop()
        found = {page.leads_to(link) for link in relative_links(page)} & known.keys()
        ahead += [known[path] for path in found - reached]
        reached |= found

    assert sorted(known.keys() - reached) == []


def test_links_are_found_at_all() -> None:
    assert sum(len(relative_links(page)) for page in pages()) > 50
