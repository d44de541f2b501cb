"""What a cubic metre of packed goods weighs by HS chapter, and what boxes and vehicles hold (C09). [inferred]

Wide bands from the density of the material and from how loosely it is packed; outside them mass or volume is wrong.
"""

from typing import NamedTuple


class DensityBand(NamedTuple):
    low_kg_per_m3: float
    high_kg_per_m3: float


_BANDS = {
    ("01", "01"): DensityBand(30, 700),
    ("02", "04"): DensityBand(150, 1_300),
    ("05", "06"): DensityBand(15, 1_500),
    ("07", "08"): DensityBand(150, 1_100),
    ("09", "09"): DensityBand(80, 900),
    ("10", "12"): DensityBand(150, 1_100),
    ("13", "14"): DensityBand(40, 1_200),
    ("15", "15"): DensityBand(300, 1_200),
    ("16", "23"): DensityBand(100, 1_700),
    ("24", "24"): DensityBand(80, 700),
    ("25", "27"): DensityBand(300, 5_500),
    ("28", "28"): DensityBand(150, 14_000),
    ("29", "32"): DensityBand(100, 3_500),
    ("33", "38"): DensityBand(80, 2_500),
    ("39", "39"): DensityBand(8, 2_200),  # foam to sheets
    ("40", "40"): DensityBand(40, 1_700),
    ("41", "43"): DensityBand(40, 1_200),
    ("44", "44"): DensityBand(100, 1_300),
    ("45", "46"): DensityBand(20, 700),
    ("47", "49"): DensityBand(80, 1_500),
    ("50", "60"): DensityBand(40, 1_300),
    ("61", "63"): DensityBand(50, 900),  # hanging garments to pressed bales
    ("64", "67"): DensityBand(15, 700),
    ("68", "70"): DensityBand(50, 3_500),
    ("71", "71"): DensityBand(50, 22_000),
    ("72", "81"): DensityBand(50, 20_000),
    ("82", "83"): DensityBand(50, 8_500),
    ("84", "85"): DensityBand(25, 9_000),
    ("86", "89"): DensityBand(20, 8_500),
    ("90", "93"): DensityBand(20, 9_000),
    ("94", "96"): DensityBand(8, 3_500),
}  # fmt: skip
BANDS: dict[str, DensityBand] = {
    f"{chapter:02}": band for (first, last), band in _BANDS.items() for chapter in range(int(first), int(last) + 1)
}

# The room in cubic metres of the largest piece of its kind: a road train, a covered wagon of 1520 mm gauge.
VEHICLE_M3 = 130.0
_WAGON_M3 = 160.0
_TRAILER_M3 = 110.0
# First character of the ISO 6346 size code: 2 is twenty feet, 4 forty, L and 9 forty-five; the high cube of each.
_OF_SIZE_M3 = {"2": 38.0, "4": 77.0, "L": 87.0, "9": 87.0}
_LARGEST_BOX_M3 = 87.0


def room_m3(kind: str, size_type: str | None) -> float:
    """Return the most that a piece of equipment holds."""
    if kind == "container":
        return _OF_SIZE_M3.get(size_type[0].upper() if size_type else "", _LARGEST_BOX_M3)
    return _WAGON_M3 if kind == "wagon" else _TRAILER_M3
