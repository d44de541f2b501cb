"""Plausible gross mass of one package by HS chapter, for C08. [inferred]

Wide bands from what packages of the trade look like (cartons a person lifts, sacks, drums, bales, crated machines),
not from statistics: outside them something is miscounted, mistyped or not what it is said to be. Refine them from
own history.
"""

from typing import NamedTuple


class MassBand(NamedTuple):
    low_kg: float
    high_kg: float


# (first chapter, last chapter): band. Chapters between are included.
_BANDS = {
    ("01", "01"): MassBand(0.05, 1200),  # live animals
    ("02", "05"): MassBand(1, 120),  # meat, fish, dairy, eggs, animal products
    ("06", "06"): MassBand(0.3, 150),  # plants, flowers
    ("07", "08"): MassBand(1, 80),  # vegetables, fruit: crates, nets, sacks
    ("09", "09"): MassBand(0.5, 80),  # tea, coffee, spices
    ("10", "12"): MassBand(3, 1300),  # cereals, milling, seeds: sacks to big bags
    ("13", "14"): MassBand(0.5, 300),
    ("15", "15"): MassBand(1, 1100),  # oils: cartons of bottles to IBC
    ("16", "22"): MassBand(0.8, 250),  # prepared foods, beverages
    ("23", "23"): MassBand(5, 1300),
    ("24", "24"): MassBand(1, 250),  # cartons of cigarettes, bales of leaf
    ("25", "26"): MassBand(5, 2200),  # minerals, cement: sacks to big bags
    ("27", "27"): MassBand(1, 1200),
    ("28", "29"): MassBand(0.5, 1500),  # chemicals: cartons to IBC
    ("30", "30"): MassBand(0.2, 60),  # pharmaceuticals
    ("31", "31"): MassBand(5, 1300),
    ("32", "32"): MassBand(0.5, 1300),
    ("33", "34"): MassBand(0.5, 250),
    ("35", "38"): MassBand(0.3, 1500),
    ("39", "40"): MassBand(0.3, 1600),  # plastics, rubber: cartons to big bags
    ("41", "41"): MassBand(5, 1500),  # hides: bales, pallets
    ("42", "43"): MassBand(0.5, 80),
    ("44", "44"): MassBand(1, 3000),
    ("45", "46"): MassBand(0.3, 120),
    ("47", "48"): MassBand(1, 3000),  # reels
    ("49", "49"): MassBand(0.5, 80),
    ("50", "55"): MassBand(3, 350),  # yarn, rolls, cotton bales
    ("56", "60"): MassBand(1, 250),
    ("61", "62"): MassBand(1, 110),  # clothing: cartons, pressed bales
    ("63", "63"): MassBand(1, 550),  # used clothing in pressed bales
    ("64", "64"): MassBand(1, 60),
    ("65", "67"): MassBand(0.3, 50),
    ("68", "70"): MassBand(1, 2800),  # stone, tiles, glass crates
    ("71", "71"): MassBand(0.001, 60),
    ("72", "73"): MassBand(0.5, 28000),  # coils
    ("74", "81"): MassBand(0.3, 3500),
    ("82", "83"): MassBand(0.3, 300),
    ("84", "84"): MassBand(0.1, 40000),
    ("85", "85"): MassBand(0.05, 6000),
    ("86", "89"): MassBand(0.2, 60000),  # parts in cartons to whole vehicles
    ("90", "91"): MassBand(0.05, 1200),
    ("92", "92"): MassBand(0.3, 700),
    ("93", "93"): MassBand(0.3, 250),
    ("94", "94"): MassBand(0.5, 600),
    ("95", "96"): MassBand(0.3, 400),
    ("97", "97"): MassBand(0.1, 500),
}

MASS_BANDS = {
    f"{chapter:02}": band for (first, last), band in _BANDS.items() for chapter in range(int(first), int(last) + 1)
}

# UN/ECE Recommendation 21. Goods in bulk have no package whose mass could be judged.
BULK_KINDS = frozenset({"VG", "VL", "VO", "VQ", "VR", "VS", "VY", "NE", "NF", "NG", "TK", "TY", "ZZ"})
# Pallets and intermediate bulk containers hold many packages of the trade.
PALLET_KINDS = frozenset(
    {
        "PX",
        "PF",
        "PB",
        "PD",
        "PE",
        "PG",
        "8A",
        "8B",
        "AG",
        "AH",
        "OA",
        "OB",
        "OC",
        "OD",
        "OE",
        "OF",
        "WA",
        "WT",
        "43",
        "SA",
    }
)
_PALLET_AT_MOST_KG = 2200.0


def mass_band(chapter: str, package_kind: str | None = None) -> MassBand | None:
    """Return the plausible gross mass of one package; None where the chapter has no band or the goods are in bulk."""
    band = MASS_BANDS.get(chapter)
    if band is None or (package_kind or "").upper() in BULK_KINDS:
        return None
    if (package_kind or "").upper() in PALLET_KINDS:
        return MassBand(band.low_kg, max(band.high_kg, _PALLET_AT_MOST_KG))
    return band
