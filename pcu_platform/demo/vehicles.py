"""Invented hauliers with their trucks, containers with valid check digits, and seals."""

from dataclasses import dataclass
from random import Random

from stdnum.iso6346 import calc_check_digit

from pcu_platform.demo import words
from pcu_platform.demo.firms import Firm, firm_of


@dataclass(frozen=True, slots=True)
class Truck:
    plate: str
    country: str
    trailer: str


@dataclass(frozen=True, slots=True)
class Carrier:
    firm: Firm
    trucks: tuple[Truck, ...]
    drivers: tuple[str, ...]


def carrier(rng: Random, country: str) -> Carrier:
    stem = f"{rng.choice(words.CARRIER_STEMS)}-Транс {rng.randint(1, 400)}"
    if country == "KG":
        base = firm_of(rng, "KG")
        firm = Firm(f"ОсОО «{stem}»", "KG", base.city, base.street, base.identifier, base.phone)
    else:
        firm = firm_of(rng, country)
    drivers = tuple(f"{rng.choice(words.FAMILY_KG)} {rng.choice(words.GIVEN_KG)}" for _ in range(6))
    return Carrier(firm, tuple(truck(rng, country) for _ in range(rng.randint(8, 24))), drivers)


def truck(rng: Random, country: str) -> Truck:
    trailer = f"{rng.randint(1, 9):02} {rng.randint(1000, 9999)} P{rng.choice('ABK')}"
    return Truck(_plate(rng, country), country, trailer)


def box_number(rng: Random) -> str:
    """Return a container number with the right check digit; the owners are invented."""
    body = rng.choice(("KSHU", "TSHU", "OSKU", "BTKU", "ZZKU", "FGNU")) + f"{rng.randint(100000, 999999)}"
    return body + calc_check_digit(body)


def mistyped(rng: Random, number: str) -> str:
    """Return a container number with two digits exchanged or one wrong, so that its check digit fails."""
    while True:
        at = rng.randrange(4, 10)
        typed = number[:at] + rng.choice("0123456789") + number[at + 1 :]
        if calc_check_digit(typed[:10]) != typed[10]:
            return typed


def wagon_number(rng: Random) -> str:
    """Return eight digits of a covered wagon with the check digit of the 1520 mm railways."""
    body = f"2{rng.randint(100000, 999999)}"
    doubled = (int(digit) * (2 if position % 2 == 0 else 1) for position, digit in enumerate(body))
    return body + str(-sum(sum(map(int, str(number))) for number in doubled) % 10)


def _plate(rng: Random, country: str) -> str:
    letters = "".join(rng.choice("ABCDEHKMOPTX") for _ in range(3))
    match country:
        case "KG":
            return f"{rng.randint(1, 9):02} KG {rng.randint(100, 999)} {letters}"
        case "UZ":
            return f"{rng.choice((30, 40, 50, 60))} {rng.randint(100, 999)} {letters}"
        case "TJ":
            return f"{rng.randint(1000, 9999)} {letters[:2]} {rng.choice(('01', '02', '03'))}"
        case "KZ":
            return f"{rng.randint(100, 999)} {letters} {rng.choice(('13', '02', '05'))}"
        case "CN":
            return f"新{rng.choice('ABNP')}{rng.randint(10000, 99999)}"
    return f"{letters[0]}{rng.randint(100, 999)}{letters[1:]}{rng.choice(('16', '54', '74'))}"
