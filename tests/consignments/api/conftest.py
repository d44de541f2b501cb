"""People who call the API, each with a caller of their own."""

import pytest
from rest_framework.test import APIClient

from tests import factories as make


def calling(user=None, **headers):
    """Return an API client that calls as this user; nobody for a stranger."""
    caller = APIClient(headers=headers)
    if user is not None:
        caller.force_authenticate(user)
    return caller


@pytest.fixture
def client_a():
    return make.client()


@pytest.fixture
def analyst():
    return make.officer("analyst")
