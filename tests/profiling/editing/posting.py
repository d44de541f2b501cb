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
    texts = {field.get("name") for field in form.xpath(".//textarea")}
    for name, value in form.form_values():
        # A browser leaves out the line end that follows the tag.
        sent.setdefault(name, []).append(value.removeprefix("\n") if name in texts else value)
    return sent
