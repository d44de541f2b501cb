"""Equipment for which a country is known to have no industry (C18). [inferred; cautious]

Only what needs a plant that could not stay unknown: no statement about a country's trade. A first machine for a new
plant is possible; the papers then say so.
"""

_NO_PLANT_FOR_CHIPS = frozenset(["AF", "AM", "AZ", "GE", "IR", "IQ", "KG", "MN", "PK", "SY", "TJ", "TM", "UZ", "YE"])
_NO_REACTOR = frozenset(["AF", "AZ", "GE", "IQ", "KG", "MN", "SY", "TJ", "TM", "YE"])
_NO_SPACE_INDUSTRY = frozenset(["AF", "AM", "GE", "IQ", "KG", "MN", "SY", "TJ", "TM", "UZ", "YE"])
_NO_PRECISION_PLANT = frozenset(["AF", "TJ", "TM", "YE"])

BEYOND = {
    "8401": _NO_REACTOR,  # nuclear reactors and their parts
    "8486": _NO_PLANT_FOR_CHIPS,  # machines that make semiconductors
    "381800": _NO_PLANT_FOR_CHIPS,  # doped wafers
    "903082": _NO_PLANT_FOR_CHIPS,  # instruments that measure wafers
    "854310": _NO_REACTOR,  # particle accelerators
    "880260": _NO_SPACE_INDUSTRY,  # spacecraft and launchers
    "901210": _NO_PRECISION_PLANT,  # electron microscopes
    "845710": _NO_PRECISION_PLANT,  # machining centres
}
