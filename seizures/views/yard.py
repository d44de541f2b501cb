"""The examiner's work on a phone: what is theirs to examine, and what makes these pages work without a link."""

import hashlib
import json
import re
from functools import lru_cache

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django_htmx.jinja import htmx_script

from consignments.access import may
from seizures.due import due_for, with_due_rows
from seizures.presenting.kept import MAX_DUE, own_open
from seizures.presenting.list_rows import due_row, examination_row

from .finding import OfficerRequest

# The pages a phone keeps are drawn from these; what they load is the shell.
TEMPLATES = (
    "base.html",
    "_parts/_topbar.html",
    "seizures/mine.html",
    "seizures/begin.html",
    "seizures/examination_open.html",
    "seizures/_yard_head.html",
)
STATIC = re.compile(r'{% static "([^"]+)" %}')


@may("examine")
@require_safe
def mine(request: OfficerRequest) -> HttpResponse:
    """What is open with the officer, and what they are to examine next; it names no lane, so a phone may keep it."""
    now = timezone.now()
    shown = {
        "open": [examination_row(one, now) for one in own_open(request.user)],
        "due": [due_row(one, now) for one in with_due_rows(due_for(request.user))[:MAX_DUE]],
        "is_kept": "kept" in request.GET,
    }
    return render(request, "seizures/mine.html", shown)


@require_safe
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """The script that answers for pages of the yard when the link is gone. It holds nothing of any case."""
    shell = [static(name) for name in shell_files()] + re.findall(r'src="([^"]+)"', str(htmx_script()))
    told = {"shell": shell, "version": _version(), "store": static("js/yard_store.js")}
    told |= {"kept": reverse("seizures:examination-mine")}
    script = _script().replace('"FROM THE SERVER"', json.dumps(told))
    return HttpResponse(script, content_type="text/javascript; charset=utf-8", headers={"Service-Worker-Allowed": "/"})


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to install the pages of the yard beside its other apps."""
    icon = {"src": static("icons/pcu.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}
    told = {
        "name": _("Port Control Unit"),
        "short_name": _("PCU"),
        "id": "/",
        "start_url": reverse("seizures:examination-mine"),
        "scope": "/",
        "display": "standalone",
        "background_color": "#1b2230",
        "theme_color": "#1b2230",
        "icons": [icon],
    }
    return JsonResponse(told, content_type="application/manifest+json")


@lru_cache(maxsize=1)
def shell_files() -> tuple[str, ...]:
    """The files under /static/ that the pages of the yard load, by their names in the templates."""
    sources = [get_template(name).template.source for name in TEMPLATES]  # type: ignore[attr-defined]
    return tuple(dict.fromkeys(STATIC.findall("".join(sources))))


@lru_cache(maxsize=1)
def _script() -> str:
    return _read("js/service_worker.js")


@lru_cache(maxsize=1)
def _version() -> str:
    """Differs when anything of the shell does, so that no phone keeps an old half of it."""
    parts = [_read(name) for name in (*shell_files(), "js/service_worker.js")]
    return hashlib.sha256("".join(parts).encode()).hexdigest()[:12]


def _read(name: str) -> str:
    with open(finders.find(name), encoding="utf-8") as file:  # type: ignore[arg-type]
        return file.read()
