"""The request of a page behind `may`: its user is an officer."""

from typing import Any

from django.http import HttpRequest


class OfficerRequest(HttpRequest):
    user: Any
