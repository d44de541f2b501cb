"""Words in the cells of a spreadsheet manifest, in English, Russian and Kyrgyz, and what they mean."""

import re

NO_SEAL = {"no", "none", "nil", "без пломбы", "нет", "жок", "не опломбирован"}

_FULLNESS = {
    "full": {"full", "loaded", "fcl", "груженый", "гружёный", "полный", "гружен", "5", "жүктүү"},
    "empty": {"empty", "mt", "порожний", "пустой", "порожн", "4", "бош"},
}
_MODES = {
    "road": {"road", "truck", "авто", "автомобильный", "автодорожный", "3", "30"},
    "rail": {"rail", "жд", "ж/д", "железнодорожный", "2", "20"},
    "sea": {"sea", "морской", "1", "10"},
    "air": {"air", "воздушный", "авиа", "4", "40"},
}
_PAYMENTS = {
    "cash": {"cash", "наличные", "нал", "наличными", "накталай"},
    "prepaid": {"prepaid", "предоплата", "оплачено"},
    "collect": {"collect", "при получении", "получателем"},
    "account": {"account", "bank transfer", "безнал", "безналичный", "перечисление"},
}
_PROCEDURES = (
    ("transit", ("transit", "транзит", "тт")),
    ("transhipment", ("transhipment", "перегрузка")),
    ("import", ("import", "импорт", "ввоз", "им")),
    ("export", ("export", "экспорт", "вывоз", "эк")),
)
_DOCUMENT_KINDS = (
    ("cmr", re.compile(r"\b(?:cmr|смр)\b", re.IGNORECASE)),
    ("smgs", re.compile(r"\b(?:smgs|смгс|жд)\b", re.IGNORECASE)),
    ("air_waybill", re.compile(r"\b(?:awb|авианакладная)\b", re.IGNORECASE)),
    ("bill_of_lading", re.compile(r"\b(?:b/?l|bill of lading|коносамент)\b", re.IGNORECASE)),
)


def fullness(word: str) -> str | None:
    return _meaning(word, _FULLNESS)


def mode(word: str) -> str | None:
    return _meaning(word, _MODES)


def freight_payment_method(word: str) -> str | None:
    return _meaning(word, _PAYMENTS) or "other"


def procedure(word: str) -> str | None:
    return next((name for name, starts in _PROCEDURES if word.startswith(starts)), None)


def document_kind(header: str) -> str | None:
    """Return the kind of transport document that the header of the column of numbers names, such as "CMR no."."""
    return next((kind for kind, pattern in _DOCUMENT_KINDS if pattern.search(header)), None)


def _meaning(word: str, meanings: dict[str, set[str]]) -> str | None:
    return next((name for name, words in meanings.items() if word in words), None)
