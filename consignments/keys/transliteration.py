"""Any script to plain lowercase Latin words, so that one name written in three alphabets can be compared."""

import re
from functools import lru_cache

from anyascii import anyascii
from pypinyin import lazy_pinyin

# What Chinese firms write in Latin letters is a translation, not pinyin: 进出口 stands as "import export", 乌鲁木齐 as
# "Urumqi". Longer entries win. Legal forms vanish here because "gongsi" is never written in Latin.
HAN_WORDS = {
    "股份有限公司": " ",
    "有限责任公司": " ",
    "有限公司": " ",
    "总公司": " ",
    "分公司": " ",
    "公司": " ",
    "进出口": " import export ",
    "进口": " import ",
    "出口": " export ",
    "国际": " international ",
    "贸易": " trade ",
    "商贸": " trade ",
    "外贸": " foreign trade ",
    "物流": " logistics ",
    "货运": " freight ",
    "货代": " freight forwarding ",
    "运输": " transport ",
    "供应链": " supply chain ",
    "科技": " technology ",
    "电子": " electronics ",
    "服装": " garment ",
    "纺织": " textile ",
    "化工": " chemical ",
    "机械": " machinery ",
    "汽车": " auto ",
    "实业": " industry ",
    "集团": " group ",
    "新疆": " xinjiang ",
    "乌鲁木齐": " urumqi ",
    "喀什": " kashgar ",
    "乌恰": " wuqia ",
    "伊宁": " yining ",
    "霍尔果斯": " khorgos ",
    "阿图什": " artush ",
    "义乌": " yiwu ",
    "浙江": " zhejiang ",
    "宁波": " ningbo ",
    "杭州": " hangzhou ",
    "广州": " guangzhou ",
    "广东": " guangdong ",
    "深圳": " shenzhen ",
    "上海": " shanghai ",
    "北京": " beijing ",
    "西安": " xian ",
    "兰州": " lanzhou ",
    "市": " ",
    "省": " ",
}

_HAN_WORD = re.compile("|".join(sorted(map(re.escape, HAN_WORDS), key=len, reverse=True)))
_HAN_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_HAN_PERSON = re.compile(r"\s*[\u4e00-\u9fff]{2,3}\s*")
_APOSTROPHES = re.compile(r"['`´ʹʺʻʼʽ’‘‛′\"]")
# Uzbek o‘ is Cyrillic ў, which transliterates as u; O'Brien, with a plain apostrophe and a capital, stays.
_UZBEK_O = re.compile(r"[oO](?:[ʻ‘](?=\w)|['`’ʼ](?=[a-z]))")
_NOT_A_WORD_CHARACTER = re.compile(r"[^a-z0-9]+")


def latin_words(text: str) -> list[str]:
    """Return the words of `text` in lowercase a-z and 0-9, in order; empty when it has neither letter nor digit.

    Apostrophes and soft signs vanish inside a word, every other mark parts words, and a run of single letters
    ("О.с.О.О.", "L L C") is one word.
    """
    return list(_remembered(text) if len(text) <= _REMEMBERED_CHARACTERS else _latin_words(text))


def _latin_words(text: str) -> tuple[str, ...]:
    text = _UZBEK_O.sub("u", text)
    if not text.isascii():
        text = anyascii(_han_to_latin(text))
    lowered = _APOSTROPHES.sub("", text.lower().replace("&", " and "))
    return tuple(joined_initials(_NOT_A_WORD_CHARACTER.sub(" ", lowered).split()))


# Names and places come again and again, and several keys are made of each.
_REMEMBERED_CHARACTERS = 200
_remembered = lru_cache(maxsize=4_096)(_latin_words)


def latin_keys(listed: str) -> frozenset[str]:
    """Read a table written as comma-separated words or phrases into their Latin forms."""
    keys = (" ".join(latin_words(entry)) for entry in listed.split(","))
    return frozenset(key for key in keys if key)


def joined_initials(words: list[str]) -> list[str]:
    """Join neighbouring words of one letter: initials and dotted abbreviations are written in too many ways."""
    joined: list[str] = []
    after_initial = False
    for word in words:
        is_initial = len(word) == 1 and word.isalpha()
        if is_initial and after_initial:
            joined[-1] += word
        else:
            joined.append(word)
        after_initial = is_initial
    return joined


def _han_to_latin(text: str) -> str:
    """Write Han as translated company words and pinyin; a name of two or three characters is surname and given name."""
    if not _HAN_RUN.search(text):
        return text
    if _HAN_PERSON.fullmatch(text):
        surname, *given = lazy_pinyin(text.strip())
        return f"{surname} {''.join(given)}"
    translated = _HAN_WORD.sub(lambda word: HAN_WORDS[word.group()], text)
    return _HAN_RUN.sub(lambda run: f" {''.join(lazy_pinyin(run.group()))} ", translated)
