"""A browser of an officer who has signed in, and the text of what it is shown."""

from django.test import Client

from tests import factories as make


def as_officer(officer=None) -> Client:
    client = Client()
    client.force_login(officer or make.officer("examiner"), backend="django.contrib.auth.backends.ModelBackend")
    return client


def text(answer) -> str:
    return answer.content.decode()
