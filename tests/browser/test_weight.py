"""What a page costs a poor link: itself and all it asks for at once, compressed, photos left out."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from tests import factories as make
from tests.browser.pages import PAGES

AT_MOST_BYTES = 200_000
ASKED_FOR = re.compile(rf'(?:src|href)="{settings.STATIC_URL}([^"#?]+)')
IMPORTED = re.compile(r"""(?:@import\s+(?:url\()?|from\s+|import\s+)["']\.?/?([^"')]+)["']""")


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGES)
def test_a_page_comes_over_a_poor_link(name):
    seen = PAGES[name]
    path = reverse(name, kwargs=seen.arguments())
    client = Client(headers={"accept-encoding": "gzip"})
    if seen.role:
        client.force_login(make.officer(seen.role), backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers.get("Content-Encoding") == "gzip" or len(answer.content) < 200
    html = gzip.decompress(answer.content).decode()
    parts = {path: len(answer.content)} | {name: packed(file) for name, file in static_files(html).items()}
    assert sum(parts.values()) <= AT_MOST_BYTES, parts


def static_files(html: str) -> dict[str, Path]:
    """The static files a page names, and those that these name in turn."""
    found: dict[str, Path] = {}
    wanted = ASKED_FOR.findall(html)
    while wanted:
        name = wanted.pop()
        if name not in found:
            found[name] = Path(str(finders.find(name)))
            if name.endswith((".css", ".js")):
                wanted += [str(Path(name).parent / each) for each in IMPORTED.findall(found[name].read_text())]
    return found


def packed(file: Path) -> int:
    content = file.read_bytes()
    return min(len(content), len(gzip.compress(content)))
