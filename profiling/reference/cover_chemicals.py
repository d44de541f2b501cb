"""Chemicals that look like a precursor or serve as its cover (C06). [inferred from published seizures]

A tank of "acetic acid" or "cleaning liquid" was acetic anhydride more than once. Which of them matter changes: keep
the list short and look at the route.
"""

CODES = {
    "220720": "denatured alcohol",
    "290511": "methanol",
    "291411": "acetone",
    "291521": "acetic acid",
    "281410": "ammonia",
    "281420": "ammonia water",
    "3402": "cleaning preparations",
    "3811": "additives for fuels and liquids",
    "3814": "solvents and thinners",
    "3819": "brake fluids",
    "3820": "antifreeze",
    "382499": "chemical mixtures",
}
TERMS = """
    acetic acid, vinegar essence, vinegar acid, solvent, solvents, thinner, thinners, cleaning liquid, cleaning fluid,
    cleaning agent, washing liquid, windscreen washer, washer fluid, summer fluid, winter fluid, antifreeze, coolant,
    technical liquid, industrial liquid, ammonia water, uksus, уксусная кислота, уксусная эссенция, растворитель,
    растворители, разбавитель, моющая жидкость, чистящая жидкость, моющее средство, чистящее средство, омыватель,
    омывающая жидкость, омыватель стекол, антифриз, тосол, техническая жидкость, аммиачная вода, нашатырный спирт,
    уксус кислотасы, эриткич, жуучу суюктук, тазалоочу суюктук, техникалык суюктук
"""
