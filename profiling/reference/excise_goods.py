"""Goods under excise (C15), and what cigarettes are made of (C16), by HS 2022; verify against national law."""

TOBACCO = ("2402", "2403", "2404")
ALCOHOL = ("2203", "2204", "2205", "2206", "2207", "2208")

# Words by which a paper or a line shows that excise was thought of.
EXCISE_TERMS = "excise, акциз, акцизная, акцизный, акцизные, акцизных, акциздик, aksiz, aktsiz"

TOBACCO_INPUTS = {
    "2401": "raw tobacco",
    "240391": "reconstituted tobacco",
    "4813": "cigarette paper",
    "550210": "acetate tow",
    "560122": "wadding for filters",
    "8478": "machines for tobacco",
}
TOBACCO_INPUT_TERMS = """
    cigarette paper, cigarette filter, cigarette filters, filter rods, acetate tow, cigarette foil, cigarette packs,
    cigarette blanks, excise labels, excise stamps, папиросная бумага, сигаретная бумага, сигаретные фильтры, фильтры
    сигаретные, фильтры для сигарет, фильтрующие палочки, ацетатный жгут, фольга сигаретная, фольга для сигарет, пачки
    сигаретные, заготовки пачек, акцизные марки, марки акцизного сбора, тамеки кагазы, тамеки фильтри
"""
