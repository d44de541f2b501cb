"""The masses of a box against each other: what documents declare, the tare, what a weighbridge read. Plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Weights:
    """declared_kg: of those consignments whose mass in this box is stated; told of `consignments`. difference_kg:
    weighed minus declared and tare; None where one of the three is not known."""

    declared_kg: Decimal | None
    told: int
    consignments: int
    tare_kg: Decimal | None
    weighed_kg: Decimal | None

    @property
    def expected_kg(self) -> Decimal | None:
        if self.declared_kg is None or self.tare_kg is None or self.told < self.consignments:
            return None
        return self.declared_kg + self.tare_kg

    @property
    def difference_kg(self) -> Decimal | None:
        if self.weighed_kg is None or self.expected_kg is None:
            return None
        return self.weighed_kg - self.expected_kg

    @property
    def difference_percent(self) -> float | None:
        """Of what was to be expected."""
        if self.difference_kg is None or not self.expected_kg:
            return None
        return round(100 * float(self.difference_kg) / float(self.expected_kg), 1)


def weights(
    masses_kg: Sequence[Decimal | None], tares_kg: Sequence[Decimal | None], weighed_kg: Decimal | None
) -> Weights:
    """masses_kg: of each consignment in this box, None where it is not stated or shared with other boxes."""
    known = [mass for mass in masses_kg if mass is not None]
    tares = [tare for tare in tares_kg if tare is not None]
    return Weights(
        declared_kg=sum(known, Decimal()) if known else None,
        told=len(known),
        consignments=len(masses_kg),
        tare_kg=max(tares) if tares else None,
        weighed_kg=weighed_kg,
    )
