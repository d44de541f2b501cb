"""People at their desks: a supervisor, a second one, an analyst."""

import pytest
from django.test import Client

from tests import factories as make


def signed_in(officer) -> Client:
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def author():
    return make.officer("supervisor", full_name="Bakyt Author")


@pytest.fixture
def desk(author) -> Client:
    return signed_in(author)


@pytest.fixture
def second_desk() -> Client:
    return signed_in(make.officer("supervisor", full_name="Jyldyz Second"))
