"""Invented firms and persons, written in the way of their country: Cyrillic, Latin or Chinese."""

from dataclasses import dataclass, replace
from random import Random

from anyascii import anyascii

from pcu_platform.demo import words


@dataclass(frozen=True, slots=True)
class Firm:
    """identifier: Kyrgyz tax number (INN), "" where none is stated. is_person: a natural person."""

    name: str
    country: str
    city: str = ""
    street: str = ""
    identifier: str = ""
    phone: str = ""
    is_person: bool = False


def kyrgyz_firm(rng: Random) -> Firm:
    form = rng.choice(words.KYRGYZ_FORMS)
    if form == "ИП":
        name = f"ИП {rng.choice(words.FAMILY_KG)} {rng.choice(words.GIVEN_KG)}"
    else:
        name = f"{form} «{rng.choice(words.KYRGYZ_STEMS)} {rng.choice(words.KYRGYZ_TAILS)}»"
    if rng.random() < 0.2:
        name = in_latin(name)
    return Firm(name, "KG", rng.choice(words.CITIES_KG), _street(rng), _inn(rng, "0"), _phone(rng))


def kyrgyz_person(rng: Random) -> Firm:
    name = f"{rng.choice(words.FAMILY_KG)} {rng.choice(words.GIVEN_KG)} {rng.choice(words.FATHER_KG)}"
    return Firm(name, "KG", rng.choice(words.CITIES_KG), _street(rng), _inn(rng, "2"), _phone(rng), is_person=True)


def firm_of(rng: Random, country: str) -> Firm:
    """Return a firm of a country."""
    match country:
        case "KG":
            return kyrgyz_firm(rng)
        case "CN":
            return _chinese_firm(rng)
        case "UZ":
            name = f"{rng.choice(words.UZBEK_PLACES)} {rng.choice(words.UZBEK_TRADES)} {rng.choice(words.UZBEK_FORMS)}"
            return Firm(name, "UZ", rng.choice(words.CITIES_UZ), f"Navoiy ko'chasi {rng.randint(1, 120)}")
        case "TJ":
            form, place, trade = map(rng.choice, (words.TAJIK_FORMS, words.TAJIK_PLACES, words.TAJIK_TRADES))
            name = f"{form} «{place} {trade}»"
            return Firm(name, "TJ", rng.choice(words.CITIES_TJ), f"кӯчаи Сомонӣ {rng.randint(1, 90)}")
        case "KZ":
            name = f"ТОО «{rng.choice(words.KAZAKH_STEMS)} {rng.randint(1, 60)}»"
            return Firm(name, "KZ", rng.choice(words.CITIES_KZ), f"Абай даңғылы {rng.randint(1, 150)}")
    name = f"{rng.choice(words.OTHER_STEMS[country])} {'ООО' if country == 'RU' else 'LLC'}"
    return Firm(name, country, words.CITIES_OTHER[country], f"Street {rng.randint(1, 80)}")


def newcomer(rng: Random, country: str = "KG") -> Firm:
    """Return a firm that hardly any other of the demo is: by its tax number at home, by one name more abroad."""
    made = firm_of(rng, country)
    if country == "KG":
        return made
    own = rng.choice(words.OWN_NAMES.get(country, words.OWN_NAMES["KZ"]))
    if "»" in made.name:
        return replace(made, name=made.name.replace("»", f" {own}»"))
    first, _, rest = made.name.partition(" ")
    return replace(made, name=f"{first} {own} {rest}" if rest else f"{first}{own}")


def in_latin(name: str) -> str:
    """Return a name as a foreign clerk writes it: «ОсОО «Ала-Тоо Трейд»» is "Ala-Too Treid OsOO"."""
    form, _, rest = name.partition(" ")
    return f"{anyascii(rest).strip('<>')} {anyascii(form)}"


def _chinese_firm(rng: Random) -> Firm:
    place, brand, trade = (
        rng.choice(parts) for parts in (words.CHINESE_PLACES, words.CHINESE_BRANDS, words.CHINESE_TRADES)
    )
    form = rng.choice(("Co., Ltd", "Co., Ltd", "Trading Co., Ltd"))
    name = f"{place[0]} {brand[0]} {trade[0]} {form}"
    if rng.random() < 0.12:
        name = f"{place[1]}{brand[1]}{trade[1]}有限公司"
    return Firm(name, "CN", place[0], f"No. {rng.randint(1, 400)} Renmin Road")


def _street(rng: Random) -> str:
    return f"{rng.choice(words.STREETS_KG)} {rng.randint(1, 240)}"


def _inn(rng: Random, first: str) -> str:
    """Fourteen digits: whose, day of registration or birth as DDMMYYYY, five of no meaning."""
    year = rng.randint(2005, 2024) if first == "0" else rng.randint(1962, 2001)
    return f"{first}{rng.randint(1, 28):02}{rng.randint(1, 12):02}{year}{rng.randint(10000, 99999)}"


def _phone(rng: Random) -> str:
    return f"+996 {rng.choice(('555', '700', '772'))} {rng.randint(100000, 999999)}"
