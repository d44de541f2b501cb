"""Control lists: HS codes, and a few words of a description, that call for another authority's permit (C05, C17).

Transcribed from public lists for the HS 2022 and not complete: verify against the issuer (International Narcotics
Control Board, CITES secretariat, Basel Convention, the states behind the Common High Priority List) before field
use. A code of four or two digits stands for all below it.
"""

PRECURSORS = {
    "280470": "red phosphorus",
    "280610": "hydrogen chloride, hydrochloric acid",
    "280700": "sulphuric acid, oleum",
    "281119": "hydriodic acid",
    "284161": "potassium permanganate",
    "290230": "toluene",
    "290420": "nitroethane",
    "290539": "1,4-butanediol",
    "290911": "diethyl ether",
    "291221": "benzaldehyde",
    "291411": "acetone",
    "291412": "methyl ethyl ketone",
    "291431": "phenylacetone (P-2-P)",
    "291524": "acetic anhydride",
    "291634": "phenylacetic acid",
    "291830": "methyl alpha-phenylacetoacetate (MAPA)",
    "292111": "methylamine",
    "292243": "anthranilic acid",
    "292423": "N-acetylanthranilic acid",
    "292429": "alpha-phenylacetoacetamide (APAA)",
    "292640": "alpha-phenylacetoacetonitrile (APAAN)",
    "293220": "gamma-butyrolactone",
    "293291": "isosafrole",
    "293292": "3,4-MDP-2-P (PMK)",
    "293293": "piperonal",
    "293294": "safrole",
    "293299": "PMK glycidate",
    "293332": "piperidine",
    "293336": "ANPP",
    "293337": "NPP",
    "293339": "4-anilinopiperidine, norfentanyl, 4-piperidone",
    "293941": "ephedrine",
    "293942": "pseudoephedrine",
    "293944": "norephedrine",
    "293961": "ergometrine",
    "293962": "ergotamine",
    "293963": "lysergic acid",
}

# Common High Priority List, state of February 2024, by tier.
CHPL_TIERS = {
    "1": "854231 854232 854233 854239",
    "2": "851762 852691 853221 853224 854800",
    "3A": "847150 850440 851769 852589 852910 852990 853669 853690 854110 854121 854129 854130 854149 854151 854159 "
    "854160",
    "3B": "848210 848220 848230 848250 880730 901310 901380 901420 901480",
    "4A": "847180 848610 848620 848640 853400 854320 902750 903020 903032 903039 903082",
    "4B": "845710 845811 845891 845961 846693",
}

# Where specimens of listed species are classified: a hint to ask for the permit, not a finding.
CITES = {
    "0106": "live animals other than livestock",
    "030192": "live eels",
    "0507": "ivory, tortoiseshell, horns, hooves",
    "0508": "coral, shells",
    "0510": "musk, castoreum",
    "160431": "caviar",
    "4103": "raw hides of reptiles and others",
    "4113": "leather of reptiles and others",
    "4301": "raw furskins",
    "4302": "dressed furskins",
    "960110": "worked ivory",
    "970522": "extinct or endangered species and parts",
}

ARMS = {
    "93": "arms and ammunition",
    "3601": "propellent powders",
    "3602": "prepared explosives",
    "3603": "fuses, detonators",
    "8710": "tanks and other armoured vehicles",
}

RADIOACTIVE = {
    "2612": "uranium and thorium ores",
    "2844": "radioactive elements and isotopes",
    "8401": "nuclear reactors and parts",
    "902229": "apparatus with alpha, beta or gamma radiation",
}

WASTE = {
    "2618": "granulated slag",
    "2619": "slag, dross",
    "2620": "ash and residues with metals",
    "2621": "other slag and ash",
    "271091": "waste oils with PCB",
    "271099": "other waste oils",
    "300692": "waste pharmaceuticals",
    "3825": "residual products, municipal and clinical waste",
    "3915": "plastic waste",
    "4004": "rubber waste",
    "401220": "used tyres",
    "4707": "waste paper",
    "6310": "used rags",
    "7204": "iron and steel scrap",
    "7404": "copper scrap",
    "7602": "aluminium scrap",
    "7802": "lead scrap",
    "8549": "electrical and electronic waste",
}

CODES: dict[str, frozenset[str]] = {
    "precursor": frozenset(PRECURSORS),
    "cites": frozenset(CITES),
    "arms": frozenset(ARMS),
    "waste": frozenset(WASTE),
    "radioactive": frozenset(RADIOACTIVE),
    "chpl": frozenset(code for tier in CHPL_TIERS.values() for code in tier.split()),
}

# Words that name a listed good whatever code stands beside them. Comma-separated, whole words in order.
TERMS: dict[str, str] = {
    "precursor": """
        acetic anhydride, уксусный ангидрид, ангидрид уксусной кислоты, уксус ангидриди, ephedrine, эфедрин,
        pseudoephedrine, псевдоэфедрин, potassium permanganate, перманганат калия, калий перманганаты, phenylacetone,
        фенилацетон, safrole, сафрол, piperonal, пиперональ, red phosphorus, красный фосфор, hydriodic acid,
        йодистоводородная кислота, 醋酸酐, 麻黄素
    """,
    "cites": """
        elephant ivory, raw ivory, ivory carving, ivory carvings, изделия из слоновой кости, бивень, бивни, caviar,
        икра осетровых, чёрная икра, икра осетровая, snow leopard, снежный барс, илбирс, saiga horn, saiga horns,
        рога сайгака, рога сайги, live falcon, live falcons, ловчие птицы, балобан, балобаны, bear bile, медвежья желчь
    """,
    "arms": """
        ammunition, боеприпасы, боевые патроны, патроны охотничьи, rifles, hunting rifle, винтовка, винтовки,
        handgun, handguns, боевой пистолет, боевые пистолеты, firearm, firearms, огнестрельное оружие, ок атуучу
        курал, detonator, detonators, детонатор, детонаторы
    """,
    "waste": """
        scrap metal, металлолом, лом металлов, plastic waste, отходы пластмасс, waste oil, отработанное масло, e-waste
    """,
    "radioactive": """
        uranium, уран, thorium, торий, cesium 137, цезий 137, cobalt 60, кобальт 60, iridium 192, иридий 192
    """,
}
