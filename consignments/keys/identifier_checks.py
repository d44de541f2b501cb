"""Checks of identifiers against the rules of their issuers: container, tax number, number plate, e-mail domain."""

import re
from datetime import date
from enum import StrEnum

from stdnum import iso6346
from stdnum.cn import uscc
from stdnum.ru import inn as russian_inn

from consignments.keys.identifiers import PROVINCES, container_number, inn_key, plate_key

_CONTAINER_FORM = re.compile(r"([A-Z]{3})([A-Z])(\d{6})(\d)", re.ASCII)

# Regions in the last or first place of a plate. Kyrgyz 01-09 stand before the letters KG, Uzbek ones start at 01 and go
# in fives, Kazakh 01-20 and Tajik 01-08 stand last.
_UZBEK_REGIONS = frozenset({"01", "10", "20", "25", "30", "40", "50", "60", "70", "75", "80", "85", "90", "95"})
_KYRGYZ_REGIONS = frozenset(f"0{n}" for n in range(1, 10))
_KAZAKH_REGIONS = frozenset(f"{n:02}" for n in range(1, 21))
_TAJIK_REGIONS = frozenset(f"0{n}" for n in range(1, 9))

_RUSSIAN_PLATE = re.compile(r"[ABEKMHOPCTYX]\d{3}[ABEKMHOPCTYX]{2}\d{2,3}", re.ASCII)
_RUSSIAN_TRAILER = re.compile(r"[ABEKMHOPCTYX]{2}\d{6,7}", re.ASCII)
_MARKED_KYRGYZ_PLATE = re.compile(r"(?:\d{2}KG\d{3,4}[A-Z]{2,3}|KG\d{2}\d{3}[A-Z]{2,3})", re.ASCII)
_REGION_THEN_FIRM = re.compile(r"(\d{2})\d{3}[A-Z]{3}", re.ASCII)
_UZBEK_PRIVATE = re.compile(r"(\d{2})[A-Z]\d{3}[A-Z]{2}", re.ASCII)
_TAJIK_PLATE = re.compile(r"\d{4}[A-Z]{2}(\d{2})", re.ASCII)
_KAZAKH_PLATE = re.compile(r"\d{3}[A-Z]{2,3}(\d{2})", re.ASCII)
_CHINESE_PLATE = re.compile(rf"(?:{'|'.join(sorted(set(PROVINCES.values())))})[A-Z][A-Z0-9]{{5,6}}", re.ASCII)

FREE_MAIL_DOMAINS = """
    126.com, 139.com, 163.com, aliyun.com, aol.com, bk.ru, foxmail.com, gmail.com, gmx.com, gmx.de,
    googlemail.com, hotmail.com, icloud.com, inbox.ru, inbox.uz, internet.ru, list.ru, live.com, mail.com,
    mail.kz, mail.ru, mail.tj, msn.com, outlook.com, proton.me, protonmail.com, qq.com, rambler.ru, sina.cn,
    sina.com, ukr.net, umail.uz, ya.ru, yahoo.com, yahoo.com.tr, yandex.com, yandex.kz, yandex.ru, yeah.net,
    zoho.com
"""
_FREE_MAIL_DOMAINS = frozenset(domain.strip() for domain in FREE_MAIL_DOMAINS.split(","))


class ContainerAnswer(StrEnum):
    """What ISO 6346 says of a stated container number."""

    VALID = "valid"
    CHECK_DIGIT = "check_digit"  # the form is right, the check digit is not
    CATEGORY = "category"  # the fourth letter is not U, J or Z
    FORM = "form"  # not four letters and seven digits


def iso6346_answer(text: str) -> ContainerAnswer:
    """Say whether a text is a container number by ISO 6346: owner, U J or Z, six digits, check digit (E01)."""
    number = container_number(text)
    form = _CONTAINER_FORM.fullmatch(number)
    if form is None:
        return ContainerAnswer.FORM
    if form[2] not in "UJZ":
        return ContainerAnswer.CATEGORY
    return ContainerAnswer.VALID if iso6346.calc_check_digit(number[:10]) == form[4] else ContainerAnswer.CHECK_DIGIT


def inn_is_plausible(text: str, country: str | None = "KG", *, today: date | None = None) -> bool | None:
    """Say whether a tax number can be one of its country's (A17); None where we know no rule for the country.

    KG: 14 digits, the first 0-4 (0 a firm, 1 and 2 a person), then a day of birth or registration as DDMMYYYY.
    RU: 10 or 12 digits with check digits. CN: 18 characters with a check character. KZ: 12 digits. UZ: 9 or 14. TJ: 9.
    """
    number = inn_key(text)
    match country:
        case "KG":
            return _is_kyrgyz_inn(number, today or date.today())
        case "RU":
            return bool(russian_inn.is_valid(number))
        case "CN":
            return bool(uscc.is_valid(number))
        case "KZ":
            return _is_digits(number, 12)
        case "UZ":
            return _is_digits(number, 9, 14)
        case "TJ":
            return _is_digits(number, 9)
    return None


def birth_date_of_inn(text: str) -> date | None:
    """Return the day of birth that a Kyrgyz tax number of a person states; None where the number is no such one."""
    number = inn_key(text)
    return _kyrgyz_day(number) if _is_digits(number, 14) and number[0] in "12" else None


def country_of_plate(text: str) -> str | None:
    """Return the country whose plates look like this (KG UZ TJ KZ RU CN); None when none or more than one does.

    A firm's plate 01 123 ABC is Uzbek and, where KG is left out, Kyrgyz: None.
    """
    plate = plate_key(text)
    if _MARKED_KYRGYZ_PLATE.fullmatch(plate):
        return "KG"
    candidates = [country for country, looks_like in _PLATE_FORMS if looks_like(plate)]
    return candidates[0] if len(candidates) == 1 else None


def email_is_free_domain(text: str) -> bool | None:
    """Say whether an e-mail address is at a free provider (A09); None when the text is no e-mail address."""
    _, at, domain = text.strip().lower().rpartition("@")
    return domain.rstrip(".") in _FREE_MAIL_DOMAINS if at and "." in domain else None


def _is_kyrgyz_inn(number: str, today: date) -> bool:
    if not _is_digits(number, 14) or number[0] not in "01234":
        return False
    day = _kyrgyz_day(number)
    return day is not None and date(1900, 1, 1) <= day <= today


def _kyrgyz_day(number: str) -> date | None:
    try:
        return date(int(number[5:9]), int(number[3:5]), int(number[1:3]))
    except ValueError:
        return None


def _is_digits(number: str, *lengths: int) -> bool:
    return len(number) in lengths and number.isascii() and number.isdigit()


def _has_region(form: re.Pattern[str], regions: frozenset[str], plate: str) -> bool:
    found = form.fullmatch(plate)
    return found is not None and found[1] in regions


_PLATE_FORMS = (
    ("KG", lambda plate: _has_region(_REGION_THEN_FIRM, _KYRGYZ_REGIONS, plate)),
    ("UZ", lambda plate: _has_region(_REGION_THEN_FIRM, _UZBEK_REGIONS, plate)),
    ("UZ", lambda plate: _has_region(_UZBEK_PRIVATE, _UZBEK_REGIONS, plate)),
    ("TJ", lambda plate: _has_region(_TAJIK_PLATE, _TAJIK_REGIONS, plate)),
    ("KZ", lambda plate: _has_region(_KAZAKH_PLATE, _KAZAKH_REGIONS, plate)),
    ("RU", lambda plate: bool(_RUSSIAN_PLATE.fullmatch(plate) or _RUSSIAN_TRAILER.fullmatch(plate))),
    ("CN", lambda plate: bool(_CHINESE_PLATE.fullmatch(plate))),
)
