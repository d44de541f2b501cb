"""What vehicles and boxes weigh without goods, least and most: for comparing a weighbridge with what is declared (E10).

As generally known of makes on the roads and railways here; a stated tare is taken before any of these.
"""

# A lorry alone, from a light van to a heavy six-wheeler; with its trailer, from an old lorry's to a reefer train.
UNLADEN_VEHICLE_KG: tuple[float, float] = (2_500, 14_000)
WITH_TRAILER_KG: tuple[float, float] = (10_000, 19_000)

_TRAILER_KG = (4_500, 11_000)
_WAGON_KG = (19_000, 30_000)
_CONTAINER_KG = (1_800, 5_500)
# First character of the ISO 6346 size code: 2 is twenty feet, 4 forty, L and 9 forty-five; to the heaviest reefer.
_OF_SIZE_KG = {"2": (1_800, 3_600), "4": (3_000, 5_200), "L": (3_800, 5_500), "9": (3_800, 5_500)}
_STATED_WITHIN = 0.05  # ice, dunnage and worn plates


def unladen_kg(kind: str, size_type: str | None, tare_kg: float | None) -> tuple[float, float]:
    """Return the least and the most that an empty piece weighs."""
    if tare_kg:
        return tare_kg * (1 - _STATED_WITHIN), tare_kg * (1 + _STATED_WITHIN)
    if kind == "container":
        return _OF_SIZE_KG.get(size_type[0].upper() if size_type else "", _CONTAINER_KG)
    return {"trailer": _TRAILER_KG, "wagon": _WAGON_KG}.get(kind, UNLADEN_VEHICLE_KG)
