"""API clients that are signed in as one person."""

import pytest
from rest_framework.test import APIClient

from tests import factories as make


def api(officer=None) -> APIClient:
    client = APIClient()
    if officer is not None:
        client.force_authenticate(officer)
    return client


@pytest.fixture
def author():
    return make.officer("supervisor")


@pytest.fixture
def second():
    return make.officer("supervisor")
