"""Compares documents on the same goods, field by field: each value agrees, differs, or cannot be compared."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz

from consignments.keys.identifiers import number_key, seal_key
from consignments.keys.transliteration import latin_words
from profiling.facts.known import Tolerances
from profiling.facts.papers import Paper
from profiling.reference.hs import code_digits
from profiling.screening.kinds_of_name import is_placeholder
from profiling.screening.similarity import keyed_name, name_score


class Compared(StrEnum):
    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one document states of a field, as stated (None: nothing), and whether that agrees with the base."""

    stated: Any
    answer: Compared


@dataclass(frozen=True, slots=True)
class Row:
    """One field over all documents; base: the position of the one that the others are held against."""

    field: str
    cells: tuple[Cell, ...]
    base: int = 0

    @property
    def answer(self) -> Compared:
        answers = {cell.answer for place, cell in enumerate(self.cells) if place != self.base}
        if Compared.DIFFERS in answers:
            return Compared.DIFFERS
        return Compared.AGREES if Compared.AGREES in answers else Compared.NOT_COMPARABLE


@dataclass(frozen=True, slots=True)
class _Measure:
    tolerances: Tolerances
    usd_rates: Mapping[str, Decimal]


Asked = Callable[[Any, Any, _Measure], bool | None]
# Several invoices of one consignment add up to it; two notes on the same goods do not.
ADDED_UP = frozenset(["invoice", "packing_list", "declaration", "certificate_of_origin"])


def cross_check(
    papers: Sequence[Paper], tolerances: Tolerances, usd_rates: Mapping[str, Decimal] | None = None
) -> list[Row]:
    """Return a row per field that at least one of the documents states.

    Each is held against the first document that states the field: the consignment itself where it does. Documents of
    one kind that add up (several invoices) are compared by their sum or union, and share the answer.
    """
    measure = _Measure(tolerances, usd_rates or {})
    rows = (_row(field, papers, measure) for field in _FIELDS)
    return [row for row in rows if any(_says(cell.stated) for cell in row.cells)]


def _row(field: str, papers: Sequence[Paper], measure: _Measure) -> Row:
    read, added, asked = _FIELDS[field]
    stated = [read(paper) for paper in papers]
    base = next((place for place, value in enumerate(stated) if _says(value)), 0)
    answers = [Compared.NOT_COMPARABLE] * len(papers)
    for group in _groups(papers, base):
        values = [stated[place] for place in group if _says(stated[place])]
        if not values or (len(values) < len(group) and added in (_summed, _summed_values)):
            continue  # where one invoice of two states no mass, the other says nothing of the whole
        whole = added(values) if added and len(values) > 1 else values[0]
        agrees = asked(stated[base], whole, measure) if whole is not None else None
        for place in group:
            if agrees is not None and _says(stated[place]):
                answers[place] = Compared.AGREES if agrees else Compared.DIFFERS
    if any(answer is not Compared.NOT_COMPARABLE for answer in answers):
        answers[base] = Compared.AGREES
    return Row(field, tuple(Cell(*pair) for pair in zip(stated, answers, strict=True)), base)


def _groups(papers: Sequence[Paper], base: int) -> list[list[int]]:
    groups: dict[Any, list[int]] = {}
    for place, paper in enumerate(papers):
        if place != base:
            alone = paper.kind not in ADDED_UP or paper.kind == papers[base].kind
            groups.setdefault(place if alone else paper.kind, []).append(place)
    return list(groups.values())


def _says(value: Any) -> bool:
    return value is not None and value != ()


def _names_agree(base: tuple[str, ...], other: tuple[str, ...], measure: _Measure) -> bool | None:
    """One name of each must be the same. A placeholder is no name; one in Chinese may translate the other."""
    known, asked = ([name for name in names if not is_placeholder(name)] for names in (base, other))
    if not known or not asked:
        return None
    least = measure.tolerances.name_likeness
    # A name of which nothing is left but a legal form has no key, and is the same all the same.
    if any(one == two or name_score(keyed_name(one), keyed_name(two)) >= least for one in known for two in asked):
        return True
    return None if {script_of(name) == "han" for name in [*known, *asked]} == {True, False} else False


def _numbers_agree(base: int, other: int, _measure: _Measure) -> bool:
    return base == other


def _masses_agree(base: Decimal, other: Decimal, measure: _Measure) -> bool:
    allowed = max(measure.tolerances.mass_kg, float(max(base, other)) * measure.tolerances.mass_percent / 100)
    return abs(float(base - other)) <= allowed


def _values_agree(base: tuple, other: tuple, measure: _Measure) -> bool | None:
    """Amounts of one currency, else both changed into US dollars at the rate of the day; (amount, currency)."""
    (one, currency), (two, other_currency) = base, other
    if one is None or two is None or not currency or not other_currency:
        return None
    percent = measure.tolerances.value_percent
    if currency != other_currency:
        rate, other_rate = measure.usd_rates.get(currency), measure.usd_rates.get(other_currency)
        if rate is None or other_rate is None:
            return None
        one, two, percent = one * rate, two * other_rate, measure.tolerances.value_percent_across_currencies
    return abs(float(one - two)) <= float(max(one, two)) * percent / 100


def _codes_agree(base: tuple[str, ...], other: tuple[str, ...], _measure: _Measure) -> bool | None:
    """Each code of either must begin like one of the other: a document may state four digits, another ten."""
    codes, others = ([digits for code in side if (digits := code_digits(code) or "")] for side in (base, other))
    if not codes or not others:
        return None
    return _each_begins_like_one(codes, others) and _each_begins_like_one(others, codes)


def _each_begins_like_one(codes: list[str], others: list[str]) -> bool:
    return all(any(_begin_alike(code[:6], one[:6]) for one in others) for code in codes)


def _begin_alike(code: str, other: str) -> bool:
    return code.startswith(other) or other.startswith(code)


def _words_agree(base: tuple[str, ...], other: tuple[str, ...], measure: _Measure) -> bool | None:
    """Whether the words of the goods are alike; not comparable across scripts, for one may translate the other."""
    one, two = " ".join(base), " ".join(other)
    if script_of(one) != script_of(two) or script_of(one) == "":
        return None
    return one == two or _likeness(one, two) >= measure.tolerances.words_likeness


def _sets_agree(key: Callable[[str], str]) -> Asked:
    """A paper may name some of the boxes; it differs where either names what the other does not, both ways."""

    def ask(base: tuple[str, ...], other: tuple[str, ...], _measure: _Measure) -> bool | None:
        one, two = {key(each) for each in base}, {key(each) for each in other}
        return one <= two or two <= one

    return ask


def _origins_agree(base: tuple[str, ...], other: tuple[str, ...], _measure: _Measure) -> bool:
    return set(other) <= set(base)


def _union(values: Sequence[tuple]) -> tuple:
    return tuple(dict.fromkeys(each for value in values for each in value))


def _summed(values: Sequence[Any]) -> Any:
    return sum(values[1:], start=values[0])


def _summed_values(values: Sequence[tuple]) -> tuple | None:
    """The sum of amounts in one currency; None where they are of several."""
    currencies = {currency for _amount, currency in values}
    amounts = [amount for amount, _currency in values]
    return (_summed(amounts), currencies.pop()) if len(currencies) == 1 and None not in amounts else None


@lru_cache(maxsize=4096)
def script_of(text: str) -> str:
    """Return the script of most letters: latin, cyrillic, han, other, or "" for a text without letters."""
    counts = {name: len(found.findall(text)) for name, found in _SCRIPTS.items()}
    letters = sum(map(str.isalpha, text))
    if not letters:
        return ""
    name = max(counts, key=lambda each: counts[each])
    return name if counts[name] * 2 >= letters else "other"


_SCRIPTS = {
    "latin": re.compile(r"[A-Za-zÀ-ɏ]"),
    "cyrillic": re.compile(r"[Ѐ-ԯ]"),
    "han": re.compile(r"[\u3400-\u9fff]"),
}


@lru_cache(maxsize=4096)
def _likeness(one: str, two: str) -> float:
    return fuzz.token_set_ratio(" ".join(latin_words(one)), " ".join(latin_words(two)))


Reader = Callable[[Paper], Any]
Adder = Callable[[Sequence[Any]], Any]

# field: how a document states it, how several of a kind add up (None: each stands alone), and what asks if two agree
_FIELDS: dict[str, tuple[Reader, Adder | None, Asked]] = {
    "consignor": (lambda paper: paper.senders, _union, _names_agree),
    "consignee": (lambda paper: paper.receivers, _union, _names_agree),
    "packages": (lambda paper: paper.packages, _summed, _numbers_agree),
    "gross_mass": (lambda paper: paper.gross_mass_kg, _summed, _masses_agree),
    "net_mass": (lambda paper: paper.net_mass_kg, _summed, _masses_agree),
    "value": (lambda paper: paper.amount, _summed_values, _values_agree),
    "commodity_codes": (lambda paper: paper.codes, _union, _codes_agree),
    "goods": (lambda paper: paper.descriptions, _union, _words_agree),
    "containers": (lambda paper: paper.containers, _union, _sets_agree(number_key)),
    "seals": (lambda paper: paper.seals, _union, _sets_agree(seal_key)),
    "origin": (lambda paper: paper.origins, _union, _origins_agree),
}  # fmt: skip
FIELDS = tuple(_FIELDS)
