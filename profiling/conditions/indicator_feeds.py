"""Which indicators wait for a feed from outside, and for which; all others answer from documents and history alone."""

COMPANIES = "the register of companies"
LICENCES = "the register of licences"
BRANDS = "the register of protected brands"
OWNERS = "the list of container owners"
MIRROR = "unit values of the partner country"
READINGS = "readings of weighbridges, scanners, gates or terminals"
WATCH_LISTS = "a watch list"
WARNINGS = "a warning message"
OUTCOMES = "results of examinations"
TAGS = "a tag that an officer sets"
ALTERED = "a tag that an officer sets, or an examination of the same piece"

# code: what it needs before it can answer
NEEDS = {
    "A03": WATCH_LISTS,
    "A12": COMPANIES,
    "C16": LICENCES,
    "C20": BRANDS,
    "D10": TAGS,
    "D11": TAGS,
    "E03": READINGS,
    "E06": READINGS,
    "E07": READINGS,
    "E10": READINGS,
    "E11": READINGS,
    "E12": ALTERED,
    "F06": MIRROR,
    "F07": COMPANIES,
    "G05": TAGS,
    "H02": LICENCES,
    "H04": READINGS,
    "H05": ALTERED,
    "H08": READINGS,
    "I01": OUTCOMES,
    "I02": WARNINGS,
    "I04": OUTCOMES,
    "I05": OUTCOMES,
}
# code: what makes it answer more than it does without
GAINS_BY = {
    "A10": COMPANIES,
    "A11": COMPANIES,
    "A17": COMPANIES,
    "B11": READINGS,
    "C22": READINGS,
    "E02": OWNERS,
    "E04": READINGS,
    "G06": READINGS,
    "H01": READINGS,
    "H06": READINGS,
    "H07": COMPANIES,
}

# Codes of the catalogue by group, each group without a gap.
CATALOGUE = {"A": 17, "B": 13, "C": 22, "D": 11, "E": 12, "F": 7, "G": 8, "H": 8, "I": 7}


def codes() -> list[str]:
    """Return every code of the catalogue."""
    return [f"{group}{number:02}" for group, last in CATALOGUE.items() for number in range(1, last + 1)]


def state_of(code: str) -> str:
    """Return in a few words whether an indicator answers by itself, or what it waits for."""
    if code in NEEDS:
        return f"needs {NEEDS[code]}"
    return f"in use; more with {GAINS_BY[code]}" if code in GAINS_BY else "in use"
