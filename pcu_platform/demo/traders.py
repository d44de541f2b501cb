"""Invented traders with habits: what they carry, with whom, through which post, at which hours, how often."""

from dataclasses import dataclass
from random import Random

from pcu_platform.demo.firms import Firm, firm_of, kyrgyz_firm
from pcu_platform.demo.goods import EXPORTS, KINDS, Kind
from pcu_platform.demo.vehicles import Carrier, carrier
from pcu_platform.reference.lists import TRUSTED

NEIGHBOUR = {
    "IRKESHTAM": "CN",
    "DOSTUK": "UZ",
    "KARAMYK": "TJ",
    "BOR_DOBO": "TJ",
    "OSH_RAIL": "UZ",
    "KENG_SAY": "UZ",
    "KYZYL_BEL": "TJ",
    "KULUNDU": "TJ",
    "KAIRAGACH": "TJ",
    "KYZYL_KYYA": "UZ",
    "KARA_BAGISH": "UZ",
}
# Share of the unit's road traffic. Third-country vehicles are admitted at KYZYL_BEL, so goods of CN come there too.
SHARE = {
    "BATKEN": {"KYZYL_BEL": 38, "KULUNDU": 14, "KAIRAGACH": 12, "KYZYL_KYYA": 28, "KARA_BAGISH": 8},
    "OSH": {"IRKESHTAM": 52, "DOSTUK": 38, "KARAMYK": 4, "BOR_DOBO": 6, "KENG_SAY": 4},
}
WAYS = {"import": 80, "export": 11, "transit": 9}


@dataclass(slots=True)
class Trader:
    """Whoever the goods are for; of exports, whoever sends them.

    ours: the trader. partners: firms abroad. way: import, export or transit. weight: its share of the unit's traffic.
    hours: when its trucks usually arrive, local [from, to). value_level: how its prices stand to the market's.
    """

    ours: Firm
    partners: tuple[Firm, ...]
    kinds: tuple[Kind, ...]
    carriers: tuple[Carrier, ...]
    post: str
    way: str
    weight: float
    hours: tuple[int, int]
    value_level: float
    uses_boxes: bool
    onward: str = ""  # where transit goes on to


def make_traders(rng: Random, unit: str, count: int) -> list[Trader]:
    """Return `count` traders of a unit, weighted after Zipf, the largest about one in a hundred consignments."""
    posts = SHARE[unit]
    hauliers = {
        country: [carrier(rng, country) for _ in range(number)]
        for country, number in (("KG", 50), ("CN", 12), ("UZ", 14), ("TJ", 14))
    }
    traders: list[Trader] = []
    for rank in range(count):
        post = rng.choices(list(posts), list(posts.values()))[0]
        way = rng.choices(list(WAYS), list(WAYS.values()))[0]
        traders.append(_trader(rng, post, way, hauliers, 1 / (rank + 40) ** 0.9))
    # One who is known and fair, of middling weight.
    trusted = next(trader for trader in traders[count // 20 :] if trader.way == "import")
    trusted.ours = Firm(*TRUSTED[0][::2], "Баткен", "ул. Ленина 8", TRUSTED[0][1])
    return traders


def _trader(rng: Random, post: str, way: str, hauliers: dict[str, list[Carrier]], weight: float) -> Trader:
    near = NEIGHBOUR[post]
    kinds = _kinds(rng, near, way)
    onward = rng.choice(("KZ", "RU", "RU")) if near in ("TJ", "UZ") else rng.choice(("UZ", "TJ"))
    partners = tuple(firm_of(rng, near) for _ in range(rng.choice((1, 1, 2, 3))))
    return Trader(
        ours=firm_of(rng, onward) if way == "transit" else kyrgyz_firm(rng),
        partners=partners,
        kinds=kinds,
        carriers=tuple(rng.choice(hauliers[rng.choice(("KG", near))]) for _ in range(rng.choice((1, 2, 2)))),
        post=post,
        way=way,
        weight=weight,
        hours=rng.choice(((7, 13), (8, 19), (9, 20), (12, 21), (8, 19))) if rng.random() < 0.94 else (20, 30),
        value_level=rng.lognormvariate(0, 0.05),
        uses_boxes=near == "CN" and rng.random() < 0.45,
        onward=onward if way == "transit" else "",
    )


def _kinds(rng: Random, near: str, way: str) -> tuple[Kind, ...]:
    """One to three kinds that come from across the border, of exports from ours."""
    if way == "export":
        return tuple(rng.sample(EXPORTS, rng.randint(1, 2)))
    return tuple(rng.sample([kind for kind in KINDS if near in kind.origins], rng.choice((1, 2, 2, 3))))
