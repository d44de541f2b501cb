"""The countries of railways by their short names, as a station is followed by in a consignment note (SMGS, box 2)."""

import re

# Short names in Russian and in Latin letters, and the numbers of the railways (SMGS, annex 1; UIC leaflet 920-1).
_RAILWAYS = {
    "AZ": "АЗ AZ 57",
    "BY": "БЧ BC 21",
    "CN": "КЖД KZD CR 33",
    "EE": "ЭВР EVR 26",
    "GE": "ГР GR 28",
    "IR": "РАИ RAI 96",
    "KG": "КРГ KRG 59",
    "KP": "ЗЧ ZC 30",
    "KZ": "КЗХ KZH KTZ 27",
    "LT": "ЛГ LG 24",
    "LV": "ЛДЗ LDZ 25",
    "MD": "ЧФМ CFM 23",
    "MN": "УБЖД МТЗ UBZD MTZ 31",
    "PL": "ПКП PKP 51",
    "RU": "РЖД RZD 20",
    "TJ": "ТДЖ TDZ 66",
    "TM": "ТРК TRK 67",
    "UA": "УЗ UZ 22",
    "UZ": "УТИ UTI 29",
    "VN": "ВЖД VZD 32",
}
_COUNTRY_OF = {name: country for country, names in _RAILWAYS.items() for name in names.split() if not name.isdigit()}
_COUNTRY_OF_NUMBER = {name: country for country, names in _RAILWAYS.items() for name in names.split() if name.isdigit()}
_NUMBERED = re.compile(r"([0-9]{2})[ -]?([0-9]{6})")
_WORDS = re.compile(r"[^\W\d_]+")


def country_of_station(text: str) -> str | None:
    """Return the country of a station stated as "Ош-1, КРГ" or with the code "59 719903"; None without either."""
    named = next((_COUNTRY_OF[word] for word in reversed(_WORDS.findall(text)) if word in _COUNTRY_OF), None)
    if named:
        return named
    numbered = _NUMBERED.search(text)
    return _COUNTRY_OF_NUMBER.get(numbered[1]) if numbered else None
