"""What else than the name agrees with a listed party, or contradicts it: numbers, date of birth, address, country."""

from collections.abc import Iterable
from dataclasses import dataclass

from consignments.keys.addresses import address_key
from consignments.keys.identifier_checks import birth_date_of_inn
from consignments.keys.identifiers import inn_key


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is said of a party beside its name. birth_dates: "1975", "1975-03", "1975-03-14"; empty: nothing is said."""

    identifiers: tuple[str, ...] = ()  # keys
    birth_dates: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()  # keys
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Words of what agreed and what contradicts, as they are stored and shown."""

    agreed: tuple[str, ...]
    contradicted: tuple[str, ...]


def particulars(
    identifiers: Iterable[str], birth_dates: Iterable[str], addresses: Iterable[str], countries: Iterable[str]
) -> Particulars:
    """Make what is stated ready to be compared; a Kyrgyz tax number of a person states the day of birth, too."""
    numbers = tuple(dict.fromkeys(filter(None, map(inn_key, identifiers))))
    born = [day.isoformat() for number in numbers if (day := birth_date_of_inn(number))]
    return Particulars(
        numbers,
        tuple(dict.fromkeys([*filter(None, birth_dates), *born])),
        tuple(dict.fromkeys(filter(None, map(address_key, addresses)))),
        tuple(dict.fromkeys(filter(None, countries))),
    )


def compare(stated: Particulars, listed: Particulars) -> Comparison:
    """Say what of the two agrees. Silence of either side is neither; another country or address contradicts nothing."""
    agreed, contradicted = [], []
    if set(stated.identifiers) & set(listed.identifiers):
        agreed.append("identifier")
    elif any(_of_one_kind(one, other) for one in stated.identifiers for other in listed.identifiers):
        contradicted.append("identifier")
    if stated.birth_dates and listed.birth_dates:
        same = any(_same_day(one, other) for one in stated.birth_dates for other in listed.birth_dates)
        (agreed if same else contradicted).append("birth_date")
    if set(stated.addresses) & set(listed.addresses):
        agreed.append("address")
    if set(stated.countries) & set(listed.countries):
        agreed.append("country")
    return Comparison(tuple(agreed), tuple(contradicted))


def _of_one_kind(number: str, other: str) -> bool:
    """A passport does not contradict a tax number: only digits of one length can be two numbers of one register."""
    return len(number) == len(other) and number.isdigit() and other.isdigit()


def _same_day(one: str, other: str) -> bool:
    """A year agrees with every day in it."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter)
