"""Words in the cells of a table of readings, in English, Russian and Kyrgyz, and what they mean."""

import re

from ..sheets import words as sheet_words

_EVENTS = {
    "gate_in": "gate in|gate-in|in|entry|entered|въезд|заезд|прибытие|кирүү|кирди",
    "gate_out": "gate out|gate-out|out|exit|left|выезд|убытие|чыгуу|чыкты",
    "loaded": "loaded|loading|погружен|погрузка|жүктөлдү|жүктөө",
    "discharged": "discharged|unloaded|discharge|выгружен|выгрузка|разгрузка|түшүрүлдү|түшүрүү",
    "weighed": "weighed|weighing|взвешен|взвешивание|взвешен(а)|тартылды|таразага тартылды|тартуу",
    "scanned": "scanned|scan|scanning|x-ray|сканирование|сканирован|просвечен|сканерленди|сканерлөө",
    "seen": "seen|passed|passage|camera|проезд|проехал|зафиксирован|замечен|өттү|көрүндү",
}
_ANOMALY = {
    True: "anomaly|anomalies|suspicious|suspect|mark|marked|yes|true|1|есть|аномалия|подозрительно|подозрение|да|"
    "шектүү|аномалия бар|ооба|бар",
    False: "no|none|clean|clear|ok|no anomaly|nothing|false|0|нет|чисто|норма|без замечаний|не выявлено|аномалий нет|"
    "жок|таза|аномалия жок",
}
_CONDITIONS = {
    "intact": "intact|ok|good|whole|цела|целая|целые|исправна|не нарушена|в норме|бүтүн|жакшы",
    "broken": "broken|damaged|cut|tampered|нарушена|повреждена|сорвана|срезана|сломана|бузулган|сынган|үзүлгөн",
    "repaired": "repaired|glued|replaced|восстановлена|заклеена|переставлена|оңдолгон|жамалган",
    "missing": "missing|absent|none|no seal|отсутствует|нет|без пломбы|жок",
}
_BETWEEN_SEALS = re.compile(r"[,;/\n]+|\s{2,}")


def event(text: str) -> str | None:
    return _by_word(_EVENTS, text)


def shows_anomaly(text: str) -> bool | None:
    return _by_word(_ANOMALY, text)


def seal_condition(text: str) -> str | None:
    return _by_word(_CONDITIONS, text)


def fullness(text: str) -> str | None:
    return sheet_words.fullness(_plain(text))


def seals(text: str) -> tuple[str, ...]:
    """Return the seal numbers of a cell; () where it says that there is none."""
    if _plain(text) in sheet_words.NO_SEAL:
        return ()
    return tuple(part.strip() for part in _BETWEEN_SEALS.split(text) if part.strip())


def _by_word(meanings, text: str):
    plain = _plain(text)
    return next((meaning for meaning, words in meanings.items() if plain in words.split("|")), None)


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("ё", "е").split())
