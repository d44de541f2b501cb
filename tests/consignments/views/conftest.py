"""Officers at their desks."""

import pytest
from django.test import Client

from tests import factories as make


def at_desk(officer=None):
    """Return a browser in which this officer is signed in; nobody for a stranger."""
    browser = Client()
    if officer is not None:
        browser.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return browser


@pytest.fixture
def analyst():
    return make.officer("analyst")


@pytest.fixture
def browser(analyst):
    return at_desk(analyst)
