"""Countries, currencies and UN/LOCODEs as documents spell them: codes, and names in English, Russian and Kyrgyz."""

import gettext
import re
from functools import cache

import pycountry

from .noting import Unreadable, storable

# Spellings of the trade that the ISO lists do not have.
_OTHER_COUNTRY_NAMES = {
    "AE": "uae|оаэ|emirates|эмираты",
    "CN": "prc|кнр|china pr|p.r. china|pr china|p.r.china|кытай|китайская народная республика|中国|中华人民共和国",
    "CZ": "czech republic|чешская республика",
    "GB": "uk|great britain|england|великобритания|англия",
    "IR": "iran|иран",
    "KG": "кыргызстан|киргизия|кыргызская республика|кыргыз республикасы|kyrgyz republic|кр|吉尔吉斯斯坦",
    "KP": "north korea|кндр|северная корея",
    "KR": "south korea|korea|корея|южная корея|республика корея",
    "KZ": "республика казахстан|рк|哈萨克斯坦",
    "RU": "russia|россия|рф|российская федерация|орусия|俄罗斯|俄罗斯联邦",
    "TJ": "таджикистан|республика таджикистан|рт|塔吉克斯坦",
    "TR": "turkey|turkiye|турция|土耳其",
    "US": "usa|u.s.a.|сша|america|америка",
    "UZ": "узбекистан|республика узбекистан|руз|өзбекстан|乌兹别克斯坦",
}
_OTHER_CURRENCY_NAMES = {
    "KGS": "сом|сомов|som",
    "USD": "доллар|доллар сша|долл|$|us$",
    "EUR": "евро|euro|€",
    "RUB": "рубль|руб|rur|₽",
    "CNY": "юань|rmb|yuan|¥",
    "KZT": "тенге",
    "UZS": "сум",
}
_UNLOCODE = re.compile(r"[A-Z]{2}[A-Z2-9]{3}")
_PUNCTUATION = re.compile(r"[\s.,()«»\"'’-]+")


def country(raw: object) -> str:
    """Return the ISO 3166-1 alpha-2 code for a code or a name."""
    text = storable(str(raw))
    found = _country_keys().get(_key(text))
    if not found:
        raise Unreadable("country_unknown")
    return found


def country_code(raw: object) -> str:
    """Return an alpha-2 code that ISO knows; names are not read."""
    code = storable(str(raw)).upper()
    if len(code) != 2 or not is_country_code(code):
        raise Unreadable("country_code_unknown")
    return code


def is_country_code(code: str) -> bool:
    return _country_keys().get(code.lower()) == code


def currency(raw: object) -> str:
    """Return the ISO 4217 code for a code or a usual name."""
    found = _currency_keys().get(_key(storable(str(raw))))
    if not found:
        raise Unreadable("currency_unknown")
    return found


def unlocode(raw: object) -> str:
    """Return a code of the form of a UN/LOCODE: a country and three places. Whether it is listed is not asked."""
    code = storable(str(raw)).upper().replace(" ", "")
    if not _UNLOCODE.fullmatch(code) or not is_country_code(code[:2]):
        raise Unreadable("unlocode_unreadable")
    return code


def _key(text: str) -> str:
    return _PUNCTUATION.sub(" ", text.lower().replace("ё", "е")).strip() or text


@cache
def _country_keys() -> dict[str, str]:
    keys: dict[str, str] = {}
    translations = [
        gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
        for language in ("ru", "ky")
    ]
    for one in pycountry.countries:
        names = [one.alpha_2, one.alpha_3, one.numeric, one.name, getattr(one, "common_name", one.name)]
        names += [getattr(one, "official_name", one.name)]
        names += [translation.gettext(name) for translation in translations for name in names[3:]]
        keys.update((_key(name), one.alpha_2) for name in names)
    for code, names_joined in _OTHER_COUNTRY_NAMES.items():
        keys.update((_key(name), code) for name in names_joined.split("|"))
    keys["xk"] = "XK"  # Kosovo: user-assigned, and customs papers use it
    return keys


@cache
def _currency_keys() -> dict[str, str]:
    keys: dict[str, str] = {}
    for one in pycountry.currencies:
        keys[one.alpha_3.lower()] = one.alpha_3
        keys[one.numeric] = one.alpha_3
    for code, names_joined in _OTHER_CURRENCY_NAMES.items():
        keys.update((_key(name), code) for name in names_joined.split("|"))
    return keys
