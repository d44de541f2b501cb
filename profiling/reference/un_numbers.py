"""UN numbers of dangerous chemicals by HS subheading (C21), from the UN Model Regulations. Not complete.

Carriage by road and rail must name the number (ADR and RID 5.4.1, SMGS annex 2), so that a transport document of such
goods without one is at fault. Other substances of a subheading may have other numbers: only subheadings that hold one
substance, or whose substances are all here, are listed.
"""

UN_NUMBERS = {
    "280110": "1017",  # chlorine
    "280470": "1338 1381 2447 1339 1340",  # phosphorus
    "280610": "1789 1050 2186",  # hydrochloric acid
    "280700": "1830 1831 1832 2796",  # sulphuric acid
    "280800": "2031 2032 1796 1826",  # nitric acid
    "281119": "1787 2197 1788 1048 1052 1790 1802 1873 1051 1613 1614 3294",  # hydriodic and other acids
    "281410": "1005",  # ammonia
    "281420": "2672 2073 3318",  # ammonia water
    "281511": "1823",  # caustic soda
    "281512": "1824",
    "281520": "1813 1814",  # caustic potash
    "283711": "1689 3414",  # sodium cyanide
    "284161": "1490",  # potassium permanganate
    "284700": "2014 2015 2984 1511 3149",  # hydrogen peroxide
    "290220": "1114",  # benzene
    "290230": "1294",  # toluene
    "290241": "1307",
    "290242": "1307",
    "290243": "1307",
    "290244": "1307",
    "290312": "1593",  # dichloromethane
    "290313": "1888",  # chloroform
    "290511": "1230",  # methanol
    "290911": "1155",  # diethyl ether
    "291211": "1198 2209",  # formaldehyde
    "291411": "1090",  # acetone
    "291412": "1193",  # methyl ethyl ketone
    "291511": "1779 3412",  # formic acid
    "291521": "2789 2790",  # acetic acid
    "291524": "1715",  # acetic anhydride
    "292111": "1061 1235",  # methylamine
    "310230": "1942 2067 2426 3375",  # ammonium nitrate
}
NUMBERS_OF = {code: frozenset(numbers.split()) for code, numbers in UN_NUMBERS.items()}
CHAPTERS_OF: dict[str, frozenset[str]] = {
    number: frozenset(code[:2] for code, numbers in NUMBERS_OF.items() if number in numbers)
    for number in {number for numbers in NUMBERS_OF.values() for number in numbers}
}
