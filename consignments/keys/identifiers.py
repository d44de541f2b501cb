"""Canonical forms of identifiers: what makes two writings of one container, plate, seal or number equal.

Each returns "" for a text without a letter or digit, and gives its own results back unchanged.
"""

import re
import unicodedata
from functools import lru_cache

# Cyrillic capitals that look like Latin ones: an officer reads "В" and types "B". The Kyrgyz Ү and Ө look like Y and O.
_LOOK_ALIKES = str.maketrans("АВЕЁЗІЈКМНОӨРСЅТУҮХҺ", "ABEE3IJKMHOOPCSTYYXH")

# The first character of a Chinese plate is its province; plate readers abroad print its pinyin, which a few share.
PROVINCES = {
    "京": "JING", "津": "JIN", "冀": "JI", "晋": "JIN", "蒙": "MENG", "辽": "LIAO", "吉": "JI",
    "黑": "HEI", "沪": "HU", "苏": "SU", "浙": "ZHE", "皖": "WAN", "闽": "MIN", "赣": "GAN",
    "鲁": "LU", "豫": "YU", "鄂": "E", "湘": "XIANG", "粤": "YUE", "桂": "GUI", "琼": "QIONG",
    "渝": "YU", "川": "CHUAN", "贵": "GUI", "云": "YUN", "藏": "ZANG", "陕": "SHAN", "甘": "GAN",
    "青": "QING", "宁": "NING", "新": "XIN",
}  # fmt: skip
_PROVINCE = re.compile("|".join(PROVINCES))

# Persian and Arabic digits stand in papers from Iran and Afghanistan.
_ASCII_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")

_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
_NUMBER_WORD = re.compile(r"^(?:NO)+(?=\d)")  # "No 12", "N° 12" and "No. No. 12" as they look without marks
# ИНН, СТИР and БИН as they look after their look-alikes became Latin.
_TAX_NUMBER_WORD = re.compile(r"^(?:INN|TIN|BIN|STIR|ИHH|CTИP|БИH)(?=\d)")
_NOT_A_DIGIT = re.compile(r"\D+")
_EXTENSION = re.compile(r"(?:доб|вн|ext|#).*$", re.IGNORECASE)
_FIRST_OF_SEVERAL = re.compile(r"[,;/|\n]")


def container_number(text: str) -> str:
    """Return a container number, or what stands for one, in capitals without marks: "msku 123456-5" is MSKU1234565."""
    return _alphanumeric(text)


def seal_key(text: str) -> str:
    """Return a seal number in capitals without marks; leading zeros stay, they are part of the number."""
    return _alphanumeric(text)


def document_key(text: str) -> str:
    """Return a document number in capitals without marks or a leading number sign: «№ 001/26-А» is 00126A."""
    return _NUMBER_WORD.sub("", _alphanumeric(text.replace("№", " ")))


def plate_key(text: str) -> str:
    """Return a number plate in capitals without marks, a Chinese province in pinyin: 新A·12345 is XINA12345."""
    return _alphanumeric(_PROVINCE.sub(lambda province: PROVINCES[province.group()], text))


def number_key(text: str) -> str:
    """Return the key of a plate, container or wagon number; the text itself where it has no letter or digit."""
    return plate_key(text) or text.strip()


def inn_key(text: str) -> str:
    """Return a tax number in capitals without marks or the word INN before it, as far as it is one."""
    return _TAX_NUMBER_WORD.sub("", _alphanumeric(text))


def phone_key(text: str, *, country_code: str = "996") -> str:
    """Return the first phone number stated, in international form without a plus: "0 (555) 12-34-56" is 996555123456.

    A national form is completed with `country_code` (996 Kyrgyz Republic), except 8 and ten digits, which is Russian or
    Kazakh. "" for fewer than seven digits, which no phone has.
    """
    first = _EXTENSION.sub("", _FIRST_OF_SEVERAL.split(text.strip(), maxsplit=1)[0])
    digits = _ascii_digits(first)
    if len(digits) < 7:
        return ""
    if first.lstrip().startswith("+"):
        return digits
    if digits.startswith("00"):
        abroad = digits.lstrip("0")
        return abroad if len(abroad) >= 7 else ""
    if len(digits) == 11 and digits.startswith("8"):
        return "7" + digits[1:]
    if len(digits) == 10 and digits.startswith("0"):
        return country_code + digits[1:]
    if len(digits) == 9 and country_code == "996":
        return country_code + digits
    return digits


@lru_cache(maxsize=4_096)  # one truck stands in every consignment it carries
def _alphanumeric(text: str) -> str:
    capitals = unicodedata.normalize("NFKC", text).upper().translate(_LOOK_ALIKES)
    return _NOT_ALPHANUMERIC.sub("", capitals)


def _ascii_digits(text: str) -> str:
    return _NOT_A_DIGIT.sub("", unicodedata.normalize("NFKC", text)).translate(_ASCII_DIGITS)
