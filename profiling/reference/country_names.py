"""Names of countries in the reader's language (ISO 3166-1, from the package pycountry)."""

import gettext
from functools import cache

import pycountry
from django.utils.translation import get_language


def country_names() -> list[tuple[str, str]]:
    """Return (code, name) in the active language, by name."""
    return _names((get_language() or "en")[:2])


@cache
def _names(language: str) -> list[tuple[str, str]]:
    told = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
    return sorted(((each.alpha_2, told.gettext(each.name)) for each in pycountry.countries), key=lambda pair: pair[1])
