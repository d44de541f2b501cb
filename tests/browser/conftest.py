"""A real Chromium on a live server: PCU_CHROMIUM names it, else Debian's; without one these tests are skipped."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright

# The synchronous driver runs an event loop in this thread, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# Written by the browser and htmx without a fault of the page: a refusal is answered with 409 and a refused form with
# 400 or 422; a request still on its way when the page is left is cut off.
LOGGED_BY_ITSELF = re.compile(r"\b(400|409|422)\b|^htmx:(afterRequest|sendError|sendAbort)\b")

BACKEND = "django.contrib.auth.backends.ModelBackend"
OpenAs = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("PCU_CHROMIUM") or shutil.which("chromium")
    if path is None:
        pytest.skip(os.environ.get("PCU_NO_CHROMIUM", "no Chromium: install one or name it in PCU_CHROMIUM"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_as(chromium: Browser, live_server) -> Iterator[OpenAs]:
    """Return a function that opens a page signed in as an officer (None: a stranger).

    Keywords are those of a browser context: viewport, color_scheme, java_script_enabled. Whatever the browser complains
    about, such as a breach of the content-security policy, fails the test at its end.
    """
    contexts, complaints = [], []

    def open_page(officer: Any, path: str = "/", **options: Any) -> Page:
        context = chromium.new_context(
            base_url=live_server.url, **{"viewport": {"width": 1440, "height": 900}, "locale": "en-GB", **options}
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.set_default_navigation_timeout(40_000)  # the first page of a run compiles every template
        if officer is not None:
            client = Client()
            client.force_login(officer, backend=BACKEND)
            session = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.goto(path, timeout=60_000)  # the first answer of all imports the whole platform
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [complaint for complaint in complaints if not LOGGED_BY_ITSELF.search(complaint)] == []
