"""Fields as a browser sends them: from a draft, or from the form of a page."""

from collections.abc import Iterable

from django.http import QueryDict
from lxml import html


def posted(fields: Iterable[tuple[str, list[str]]]) -> QueryDict:
    """Return the fields as a form that was sent."""
    data = QueryDict(mutable=True)
    for name, texts in fields:
        data.setlist(name, texts)
    return data


def form_of(page: bytes | str) -> dict[str, list[str]]:
    """Return what the page's form `profile` would send if nothing was changed; its buttons are not pressed."""
    (form,) = html.fromstring(page).xpath("//form[@id='profile']")
    sent: dict[str, list[str]] = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value)
    return sent
