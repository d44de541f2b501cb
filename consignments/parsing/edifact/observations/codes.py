"""Code values of the messages about equipment, and what they mean for an observation."""

# 8053: what kind of equipment an EQD segment names; all else is a container.
EQUIPMENT_KINDS = {"TE": "trailer", "TS": "trailer", "CH": "trailer", "RR": "wagon", "RG": "wagon"}
# 8169: 7 and 8 are full with a mixed and with a single consignment.
FULLNESS = {"4": "empty", "5": "full", "7": "full", "8": "full"}
# 4517
SEAL_CONDITIONS = {"1": "intact", "2": "broken", "3": "missing"}
NO_SEAL = frozenset({"NO", "NONE", "NIL", "NOSEAL", "NO SEAL", "NOT SEALED", "UNSEALED", "N/A"})

# 6313 and 6311: the mass of a box with its goods, the most reliable first. VGM was weighed, the others are stated.
GROSS_MASS_CODES = ("VGM", "AET", "G", "EGW", "AAB", "AAD", "WT", "AAE", "")
TARE_MASS_CODES = frozenset({"T", "TAR", "AAO"})

# 1001 of BGM, D.95B and D.00B
GATE_EVENTS = {"34": "gate_in", "109": "gate_in", "36": "gate_out", "110": "gate_out"}
SHIP_EVENTS = {"44": "discharged", "46": "loaded", "98": "discharged", "270": "loaded"}
# 8249: export and transhipment boxes are loaded, import boxes discharged.
SHIP_EVENT_OF_STATUS = {"2": "loaded", "3": "discharged"}

# 8067: a box on the road or rail moves with the truck or wagon that TDT names, else with the vessel.
OVERLAND_MODES = frozenset({"2", "3"})
INLAND_STAGES = frozenset({"1", "10", "30"})

# What carriers write in the status of IFTSTA; every other status only says that the box was seen.
STATUS_EVENTS = {
    "I": "gate_in", "OA": "gate_out", "AE": "loaded", "AL": "loaded", "UV": "discharged", "UR": "discharged",
}  # fmt: skip
STATUS_WORDS = (
    ("gate_in", ("gate in", "gate-in", "in-gate", "ingate", "in gate")),
    ("gate_out", ("gate out", "gate-out", "out-gate", "outgate", "out gate")),
    ("discharged", ("discharg", "unload")),
    ("loaded", ("loaded on", "loaded aboard", "load on board", "loaded at", "vessel load")),
    ("weighed", ("weighed",)),
    ("scanned", ("scanned", "x-ray")),
)


def event_of_status(code: str, text: str) -> str:
    """Return the event that a status of IFTSTA reports, by its words, else its code; "seen" for all others."""
    low = text.lower()
    by_words = next((event for event, words in STATUS_WORDS if any(word in low for word in words)), None)
    return by_words or STATUS_EVENTS.get(code.strip().upper(), "seen")
