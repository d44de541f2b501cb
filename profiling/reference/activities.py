"""Which HS chapters a registered activity deals in (A11), by NACE revision 2, as the Kyrgyz classifier. [inferred]

Wide: every activity may bring its own machines, vehicles, packings and office goods, so those chapters fit anybody.
Activities that are not here (warehousing, transport, services to firms) say nothing of goods.
"""

ANYBODY = frozenset({"39", "48", "49", "63", "73", "76", "82", "83", "84", "85", "87", "90", "94", "96"})
_FOOD = "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 29 31 33 35 38"
_WEAR = "30 40 41 42 43 50 51 52 53 54 55 56 57 58 59 60 61 62 64 65 66 67 71"
_HOUSE = "28 29 30 32 33 34 35 36 37 38 40 42 44 46 57 64 66 67 68 69 70 71 91 92 93 95 97"
_BUILDING = "25 27 28 29 32 34 35 38 40 44 45 46 57 59 68 69 70 72 74 75 78 79 80 81 86"
_EVERYTHING = " ".join(f"{chapter:02}" for chapter in range(1, 98))

# division or group: chapters
ACTIVITIES: dict[str, frozenset[str]] = {
    code: frozenset(chapters.split()) | ANYBODY
    for code, chapters in {
        "01": _FOOD + " 41 51 52",
        "02": "06 12 13 14 31 44 45",
        "05": "25 26 27 36 86",
        "08": "25 26 27 36 68 71 86",
        "10": _FOOD,
        "11": _FOOD + " 70",
        "12": "24 33 38 55 56",
        "13": _WEAR + " 29 32 38",
        "14": _WEAR,
        "15": _WEAR + " 32 35",
        "16": "06 12 31 32 35 44 45",
        "20": "25 27 28 29 31 32 33 34 35 38 40",
        "21": "12 13 21 28 29 30 33 35 38 70",
        "22": "27 28 29 32 38 40",
        "23": "25 26 27 28 32 68 69 70",
        "31": "32 35 38 40 44 46 52 54 55 56 57 58 59 60 70",
        "41": _BUILDING,
        "42": _BUILDING,
        "43": _BUILDING,
        "45": "27 32 34 38 40 68 70 72",
        "46.2": _FOOD + " 41 43 50 51 52 53",
        "46.3": _FOOD,
        "46.4": _HOUSE + " " + _WEAR,
        "46.5": "37 91 95",
        "46.6": "27 34 40 68 70 72 86 88 89",
        "46.7": _BUILDING + " 26 31 37 39 41 47 51 52 53 54 55 71",
        "46.9": _EVERYTHING,
        "47": _EVERYTHING,
        "55": _FOOD + " " + _HOUSE + " 69",
        "56": _FOOD + " 69 70",
        "86": "12 13 21 28 29 30 33 34 35 37 38 40 42 70",
        "96": _HOUSE + " 21",
    }.items()
}


def chapters_of(activity: str) -> frozenset[str] | None:
    """Return the chapters that an activity, as "46.39", deals in; None where the table does not say."""
    digits = "".join(filter(str.isdigit, activity))
    return ACTIVITIES.get(f"{digits[:2]}.{digits[2:3]}") or ACTIVITIES.get(digits[:2])
