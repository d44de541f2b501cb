"""Facts from registers: how long a firm exists, what it deals in, its licence for tobacco, and brands named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from consignments.keys.identifiers import inn_key
from consignments.keys.names import name_key
from consignments.keys.transliteration import latin_words
from profiling.facts.goods_tables import digits_of, entry_of
from profiling.facts.goods_words import TOBACCO_INPUTS, named_term
from profiling.facts.known import HOME_COUNTRY, KnownConsignment, KnownGoodsItem, KnownParty, Noted
from profiling.facts.tax_numbers import tax_number_of
from profiling.reference.activities import chapters_of
from profiling.reference.excise_goods import TOBACCO_INPUTS as TOBACCO_INPUT_CODES

# Numbers of firms begin so; those of persons are in no register of companies.
FIRMS_BEGIN_WITH = "0"


@dataclass(frozen=True, slots=True)
class KnownCompany:
    inn_key: str
    name: str
    registered_on: date | None = None
    is_closed: bool = False
    activity_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownBrand:
    word: str
    words: tuple[str, ...]
    origin_countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Registers:
    """What the registers say of a batch. fed: registers of which a whole file is there. tobacco: numbers licensed."""

    fed: frozenset[str] = frozenset()
    by_inn: Mapping[str, KnownCompany] = field(default_factory=dict)
    by_name: Mapping[str, KnownCompany] = field(default_factory=dict)
    tobacco: Mapping[str, Sequence[tuple[date | None, date | None]]] = field(default_factory=dict)
    brands: Mapping[str, Sequence[KnownBrand]] = field(default_factory=dict)  # by first word, longest first

    def company(self, party: KnownParty) -> KnownCompany | None:
        """The firm of this tax number; without a number, the one firm of this name."""
        if number := tax_number_of(party):
            return self.by_inn.get(inn_key(number))
        return self.by_name.get(name_key(party.name)) if party.name else None


def register_facts(known: KnownConsignment, day: date, registers: Registers, chapters: Sequence[str | None]) -> Noted:
    """Answer the columns of registers for the consignment. chapters: of its goods; day: that of the round."""
    noted = Noted()
    consignee = known.party("consignee")
    company = registers.company(consignee) if consignee and "companies" in registers.fed else None
    _note_age(noted, company, day)
    _note_activity(noted, company, chapters)
    _note_licence(noted, known, consignee, registers, day)
    if "companies" in registers.fed:
        _note_unknown_number(noted, known, registers)
    return noted


def brand_facts(item: KnownGoodsItem, registers: Registers) -> Noted:
    """C20 "A protected brand is named, and not from where the holder has it made"; not known until brands are fed."""
    noted = Noted()
    if "brands" not in registers.fed or item.description is None:
        noted.note("brand_named", None)
        noted.note("brand_origin_unusual", None)
        return noted
    brand = _brand_in(item.description, registers.brands)
    noted.note("brand_named", brand is not None, brand=brand.word if brand else "")
    if brand is None:
        noted.note("brand_origin_unusual", False)
    elif not brand.origin_countries or item.origin_country is None:
        noted.note("brand_origin_unusual", None)
    else:
        made_in = ", ".join(brand.origin_countries)
        is_unusual = item.origin_country not in brand.origin_countries
        noted.note("brand_origin_unusual", is_unusual, origin=item.origin_country, made_in=made_in)
    return noted


def _note_age(noted: Noted, company: KnownCompany | None, day: date) -> None:
    """A12 "The company was registered shortly before the shipment." """
    column = "consignee_registered_days"
    if company is None or company.registered_on is None:
        noted.note(column, None)
        return
    noted.note(column, float((day - company.registered_on).days))
    noted.evidence[column] = {"firm": company.name, "registered": company.registered_on.isoformat()}


def _note_activity(noted: Noted, company: KnownCompany | None, chapters: Sequence[str | None]) -> None:
    """A11 "The goods do not fit the registered activity." One activity that the table does not hold may fit."""
    column = "activity_does_not_fit"
    fields = [chapters_of(code) for code in company.activity_codes] if company else []
    stated = [chapter for chapter in chapters if chapter]
    if company is None or not fields or None in fields or not stated:
        noted.note(column, None)
        return
    outside = [chapter for chapter in stated if not any(chapter in each for each in fields if each)]
    activities = ", ".join(company.activity_codes[:5])
    noted.note(column, bool(outside), outside=", ".join(sorted(set(outside))), activities=activities)


def _note_unknown_number(noted: Noted, known: KnownConsignment, registers: Registers) -> None:
    """A17 "The register does not know the tax number, or knows the firm as closed." Adds to what the form says."""
    column = "tax_number_faulty"
    for role in ("consignee", "consignor"):
        party = known.party(role)
        number = inn_key(tax_number_of(party) or "") if party else ""
        if not party or party.country not in (None, HOME_COUNTRY) or not number.startswith(FIRMS_BEGIN_WITH):
            continue
        company = registers.by_inn.get(number)
        if company is None or company.is_closed:
            why = "closed_firm" if company else "unknown_to_register"
            noted.note(column, True, role=role, number=number, country=HOME_COUNTRY, why=why)
            return


def _note_licence(
    noted: Noted, known: KnownConsignment, consignee: KnownParty | None, registers: Registers, day: date
) -> None:
    """C16 "Tobacco inputs to a trader with no licence." """
    column = "tobacco_licence_missing"
    inputs = [(item.number, _tobacco_input(item)) for item in known.goods]
    found = next(((number, named) for number, named in inputs if named), None)
    if found is None:
        noted.note(column, None if not inputs or any(named is None for _n, named in inputs) else False)
        return
    number = inn_key(tax_number_of(consignee) or "") if consignee else ""
    is_ours = consignee is not None and consignee.country in (None, HOME_COUNTRY)
    if "licences" not in registers.fed or not number or not is_ours or consignee is None:
        noted.note(column, None)
        return
    in_force = any(
        (begins is None or begins <= day) and (ends is None or day <= ends)
        for begins, ends in registers.tobacco.get(number, ())
    )
    noted.note(column, not in_force, item=found[0], named=found[1], consignee=consignee.name or number)


@lru_cache(maxsize=16_384)
def _named_input(code: str | None, description: str | None) -> str | None:
    """What of the table it is, "" for nothing of it, None where neither code nor text tells."""
    digits = digits_of(code)
    by_code = entry_of(TOBACCO_INPUT_CODES, digits)
    term = named_term(description, TOBACCO_INPUTS) if description else None
    if by_code or term:
        return term or by_code[1] if by_code else term
    return "" if len(digits) >= 4 or description else None


def _tobacco_input(item: KnownGoodsItem) -> str | None:
    return _named_input(item.commodity_code, item.description)


def _brand_in(text: str, brands: Mapping[str, Sequence[KnownBrand]]) -> KnownBrand | None:
    words = latin_words(text)
    for start, word in enumerate(words):
        for brand in brands.get(word, ()):
            if tuple(words[start : start + len(brand.words)]) == brand.words:
                return brand
    return None
