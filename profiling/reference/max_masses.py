"""Masses that box, vehicle and law do not allow to be exceeded (C10), and what an empty one weighs at most (C22).

Legal and constructional maxima as generally known; verify national limits before field use.
"""

# ISO 668: no series-1 box may weigh more than this with its load; most are plated at 30,480 or 32,500 kg.
CONTAINER_GROSS_MAX_KG = 36_000

# What the road can carry in one vehicle: 44 t permitted total mass less the lightest tractor and semi-trailer, 14 t.
ROAD_LOAD_MAX_KG = 30_000
# A four-axle covered wagon of 1520 mm gauge carries 72 t, the heaviest eight-axle tank 125 t.
WAGON_LOAD_MAX_KG = 125_000

# The heaviest empty piece of each kind: a 45-foot reefer, a low-bed trailer, an eight-axle tank wagon.
EMPTY_MAX_KG = {"container": 5_500, "trailer": 15_000, "wagon": 52_000}
# First character of the ISO 6346 size code: 2 is twenty feet, 4 forty, L and 9 forty-five.
EMPTY_CONTAINER_MAX_KG = {"2": 3_600, "4": 5_200, "L": 5_500, "9": 5_500}
# A stated tare is exceeded by more than weighing and a broom left inside explain.
TARE_TOLERANCE = 1.10


def empty_maximum_kg(kind: str, size_type: str | None, tare_kg: float | None) -> float:
    """Return the most that an empty piece of equipment weighs, from its stated tare if there is one."""
    if tare_kg:
        return tare_kg * TARE_TOLERANCE
    if kind == "container" and size_type:
        return EMPTY_CONTAINER_MAX_KG.get(size_type[0].upper(), EMPTY_MAX_KG[kind])
    return EMPTY_MAX_KG.get(kind, EMPTY_MAX_KG["wagon"])
