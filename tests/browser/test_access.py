"""Every page as its officer meets it, light and dark, at a desk and on a phone: the automated check is silent."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests import factories as make
from tests.browser.pages import NO_PAGES, PAGES

SIZES = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]
SCHEMES = ["light", "dark"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", PAGES)
def test_the_automated_check_has_nothing_to_say(open_as, name):
    seen = PAGES[name]
    path = reverse(name, kwargs=seen.arguments())
    page = open_as(make.officer(seen.role) if seen.role else None, path)
    faults = []
    for size in SIZES:
        page.set_viewport_size(size)
        width = page.evaluate("document.documentElement.scrollWidth")
        faults += [(size["width"], "scrolls sideways", width)] if width > size["width"] else []
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.wait_for_timeout(200)  # colours change in a transition
            for violation in Axe().run(page).response["violations"]:
                faults += [(size["width"], scheme, violation["id"], node["html"][:150]) for node in violation["nodes"]]
    assert faults == []


def test_every_route_is_a_page_that_is_checked_or_none():
    routes = {name for name in names_below(get_resolver()) if not name.startswith("api-")}
    assert routes == PAGES.keys() | NO_PAGES


def names_below(resolver: URLResolver, space: str = "") -> list[str]:
    """The names of all routes, with the app's before them."""
    found: list[str] = []
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            found.append(f"{space}{entry.name}")
        else:
            found += names_below(entry, f"{entry.namespace}:" if entry.namespace else space)
    return found
