"""Who makes what for export (B04). [inferred from general knowledge of production; not complete]

Only goods whose makers are few or whose climate leaves no doubt, by HS subheading or heading. A country outside the
list may re-export: origin is where goods were made. Check a hit against trade statistics before acting on it.
"""

_CHEMISTRY = (
    "AE AT BE BR CA CH CN CZ DE DK EG ES FI FR GB HU ID IE IL IN IR IT JP KR KW KZ MX MY NL NO PH PK PL PT QA RO"
    " RU SA SE SG SI SK TH TR TW UA US UZ VN ZA BY TM"
)
_ACETYLS = "BE BR CH CN DE ES FR GB IN IR IT JP KR MX MY NL PL RO RU SA SE SG TW UA US"
_COTTON = (
    "AF AO AR AU AZ BD BF BJ BR CD CF CG CI CM CN CO EG ES ET GA GH GM GN GR HT IL IN IQ IR KE KG KZ LK MG ML MM"
    " MW MX MZ NA NE NG NI PE PH PK PY SD SN SO SV SY TD TG TH TJ TM TN TR TZ UG US UZ VE VN YE ZA ZM ZW"
)
_TROPICS = "BR CI CM CO CR DO EC ET GH GT HN ID IN KE LA LK MG MX MY NG NI PE PG PH SV TH TZ UG VN YE RW BI"
_CHIPS = "AT BE CA CH CN CR CZ DE FR GB HK HU ID IE IL IN IT JP KR MA MT MX MY NL PH PT RU SE SG SK TH TW US VN BY FI"
_PHONES = "BD BR CN DE EG FI HK HU ID IN JP KR MX MY PK SG TH TR TW US UZ VN RU AE KZ"
_CARS = (
    "AR AT AU BE BR BY CA CN CO CZ DE DZ EG ES FI FR GB HU ID IN IR IT JP KR KZ MA MX MY NL PH PK PL PT RO RS RU"
    " SE SI SK TH TR TW UA US UZ VN ZA AZ"
)
_CIGARETTES = (
    "AE AM AR AZ BA BD BE BG BR BY CH CL CN CU CY CZ DE DO EG ES FR GB GE GR HR HU ID IN IQ IR IT JO JP KE KG KH"
    " KR KZ LB LK LT MD ME MK MM MX MY NG NL PH PK PL PT PY RO RS RU SE SG SI SK SY TH TJ TN TR TW TZ UA US UY UZ"
    " VN YE ZA ZM"
)

MAKERS: dict[str, frozenset[str]] = {
    code: frozenset(countries.split())
    for code, countries in {
        "291521": _ACETYLS,  # acetic acid
        "291524": _ACETYLS,  # acetic anhydride
        "280700": _CHEMISTRY + " AM AZ BG CL CU GE GR JO LT MA MK NG PE RS SN TN ZM AU BW CD NA",
        "291411": _ACETYLS + " FI TH ZA",  # acetone
        "284161": "CN IN US CZ DE ES UA RU",  # potassium permanganate
        "5201": _COTTON,
        "0803": _TROPICS
        + " AE AU BO CN CV EG ES GN IL JO LB MA MZ OM PA PK PT SD SN SO SR TR TW VE YE ZA ZW HT JM BD NP KH MM",
        "0801": _TROPICS + " BJ BF BO GW KH ML MZ SN TG SG AE BD PK",
        "1801": _TROPICS + " HT JM SL LR TG CD GN ST VE BO CU CG GA SB VU FJ TT",
        "0901": _TROPICS  # and those who roast it
        + " AO BO CD CN CU HT JM MW PA PY ZM ZW ZA DE IT NL BE CH AT FR ES US GB PL SE TR AE RU FI CZ",
        "8542": _CHIPS,
        "851713": _PHONES,
        "8703": _CARS,
        "240220": _CIGARETTES,
    }.items()
}
