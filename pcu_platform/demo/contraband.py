"""What may be wrong with a consignment in truth, where it is hidden, and how likely each examination finds it."""

from dataclasses import dataclass

from profiling.models import Outcome
from seizures.kinds import ExaminationKind
from seizures.seized import Category, Concealment, QuantityUnit

DOC, LOOK, SCAN, DOG, PART, FULL = (
    ExaminationKind.DOCUMENTS,
    ExaminationKind.INSPECTION,
    ExaminationKind.SCAN,
    ExaminationKind.DOG,
    ExaminationKind.PARTIAL,
    ExaminationKind.FULL,
)


@dataclass(frozen=True, slots=True)
class Contraband:
    """outcome: of an examination that finds it; quantities are of a seizure alone.

    detection: the share that each kind of examination finds. points: where on the checklist it shows.
    """

    outcome: str
    detection: dict[str, float]
    points: tuple[str, ...] = ()
    note: str = ""
    category: str = ""
    commodity: str = ""
    unit: str = ""
    usual: float = 0
    least: float = 0
    decimals: int = 0
    usd_each: float = 0
    concealments: tuple[str, ...] = (Concealment.NONE,)

    def found_by(self, kind: str) -> float:
        return self.detection[kind]


_HIDDEN: dict[str, float] = {DOC: 0.02, LOOK: 0.12, SCAN: 0.5, DOG: 0.65, PART: 0.6, FULL: 0.92}
_IN_LOAD: dict[str, float] = {DOC: 0.05, LOOK: 0.15, SCAN: 0.55, DOG: 0.2, PART: 0.7, FULL: 0.95}
_ON_PAPER: dict[str, float] = {DOC: 0.6, LOOK: 0.35, SCAN: 0.3, DOG: 0.1, PART: 0.75, FULL: 0.9}

CONTRABAND: dict[str, Contraband] = {
    "heroin": Contraband(
        Outcome.SEIZURE, _HIDDEN, ("floor", "tanks", "spare_wheel", "front_wall"), "hollow sound, fresh screws",
        Category.DRUGS, "Heroin", QuantityUnit.KILOGRAM, 9, 0.2, 2, 9000,
        (Concealment.FLOOR, Concealment.FUEL_TANK, Concealment.SPARE_WHEEL, Concealment.FRONT_WALL),
    ),
    "hashish": Contraband(
        Outcome.SEIZURE, _HIDDEN, ("cab", "gap", "floor"), "packets behind the lining",
        Category.DRUGS, "Hashish", QuantityUnit.KILOGRAM, 14, 0.3, 2, 900, (Concealment.COVER_LOAD, Concealment.CAB),
    ),
    "methamphetamine": Contraband(
        Outcome.SEIZURE, _HIDDEN, ("chassis", "headboard", "floor"), "cavity not on the drawing",
        Category.DRUGS, "Methamphetamine", QuantityUnit.KILOGRAM, 4, 0.1, 2, 14000,
        (Concealment.CHASSIS, Concealment.IN_LOAD),
    ),
    "precursor_without_permit": Contraband(
        Outcome.SEIZURE, _ON_PAPER, ("floor",), "drums without the declared batch", Category.DRUGS,
        "Acetic anhydride", QuantityUnit.LITRE, 400, 20, 0, 3, (Concealment.MISDECLARED,),
    ),
    "cigarettes": Contraband(
        Outcome.SEIZURE, _IN_LOAD, ("floor", "front_wall", "gap"), "cases behind the first rows",
        Category.REVENUE, "Cigarettes without excise marks", QuantityUnit.PACK, 6000, 200, 0, 0.9,
        (Concealment.COVER_LOAD, Concealment.UNDECLARED),
    ),
    "undeclared_goods": Contraband(
        Outcome.SEIZURE, _IN_LOAD, ("floor", "right_side"), "other goods than on the invoice",
        Category.REVENUE, "Undeclared consumer goods", QuantityUnit.PIECE, 700, 30, 0, 6, (Concealment.UNDECLARED,),
    ),
    "counterfeit": Contraband(
        Outcome.SEIZURE, _IN_LOAD, ("floor",), "brand labels without licence", Category.IPR, "Counterfeit sportswear",
        QuantityUnit.PIECE, 1200, 50, 0, 12, (Concealment.IN_LOAD,),
    ),
    "medicines": Contraband(
        Outcome.SEIZURE, _IN_LOAD, ("cab", "floor"), "cartons of tablets", Category.IPR, "Unregistered medicines",
        QuantityUnit.TABLET, 20000, 500, 0, 0.4, (Concealment.IN_LOAD, Concealment.CAB),
    ),
    "wildlife": Contraband(
        Outcome.SEIZURE, _IN_LOAD, ("floor", "cab"), "specimens without papers", Category.ENVIRONMENT,
        "Saiga horn and skins", QuantityUnit.PIECE, 40, 2, 0, 120, (Concealment.IN_LOAD, Concealment.MISDECLARED),
    ),
    "undervalued": Contraband(Outcome.REVENUE, _ON_PAPER, ("floor",), "more pieces than invoiced"),
    "papers_irregular": Contraband(Outcome.DOCUMENTARY, _ON_PAPER, ("doors",), "papers do not agree with the goods"),
}  # fmt: skip
