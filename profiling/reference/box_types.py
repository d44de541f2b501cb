"""What a container is by its size-type code (ISO 6346 of 1984 and 1995, and trade words), and what it suits (E09).

The chapters that a type does not suit are inferred from what needs walls, a roof, a tank or cooling. [inferred]
"""

_LETTERS = {
    "G": "general",
    "V": "general",
    "R": "reefer",
    "H": "reefer",
    "U": "open_top",
    "P": "platform",
    "T": "tank",
    "K": "tank",
    "B": "bulk",
}
_WORDS = {
    "DC": "general",
    "DV": "general",
    "GP": "general",
    "HC": "general",
    "HQ": "general",
    "RF": "reefer",
    "RH": "reefer",
    "RE": "reefer",
    "OT": "open_top",
    "UT": "open_top",
    "FR": "platform",
    "PL": "platform",
    "TK": "tank",
    "TN": "tank",
    "BU": "bulk",
    "BK": "bulk",
}
_TENS_OF_1984 = {
    **dict.fromkeys("01", "general"),
    **dict.fromkeys("34", "reefer"),
    "5": "open_top",
    "6": "platform",
    "7": "tank",
    "8": "bulk",
}


def box_type(size_type: str) -> str | None:
    """Return general, reefer, open_top, platform, tank or bulk; None for a code that says nothing of it.

    >>> box_type("22G1"), box_type("45R1"), box_type("2270"), box_type("40HC"), box_type("20' box")
    ('general', 'reefer', 'tank', 'general', None)
    """
    code = "".join(filter(str.isalnum, size_type.upper()))
    if len(code) != 4:
        return None
    if code.isdigit():
        return _TENS_OF_1984.get(code[2])
    if code[2:].isalpha():
        return _WORDS.get(code[2:]) or _LETTERS.get(code[2])
    return _LETTERS.get(code[2])


def _chapters(*spans: tuple[int, int]) -> frozenset[str]:
    return frozenset(f"{chapter:02}" for first, last in spans for chapter in range(first, last + 1))


_NEEDS_A_ROOF = _chapters((1, 14), (16, 24), (30, 30), (33, 33), (37, 37), (41, 43), (46, 46), (48, 67), (91, 92))

UNSUITED: dict[str, frozenset[str]] = {
    # Live animals and fish or meat that is not cooled.
    "general": _chapters((1, 3)),
    # A cooling unit that is off: nobody pays for one to carry stone, metal or machines.
    "reefer": _chapters((25, 26), (44, 44), (47, 47), (68, 70), (72, 84), (86, 89), (94, 94)),
    "open_top": _NEEDS_A_ROOF,
    "platform": _NEEDS_A_ROOF | _chapters((15, 15), (28, 29), (31, 36), (38, 38), (71, 71), (90, 90), (95, 96)),
    # Solids and goods by the piece; melted, powdered and liquid goods of the other chapters do travel in tanks.
    "tank": _chapters((1, 3), (5, 10), (12, 14), (16, 16), (19, 19), (24, 24), (36, 37), (41, 97)),
    "bulk": _chapters((1, 6), (16, 16), (18, 22), (24, 24), (30, 30), (33, 33), (37, 37), (41, 43), (48, 67), (84, 97)),
}
