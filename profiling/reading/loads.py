"""Reads what is declared to be in each box and on each vehicle, over all consignments of a manifest."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

_DECLARED = """
SELECT r.manifest_id, r.id, h.gross_mass_kg, coalesce(array_agg(e.number_key) FILTER (WHERE e.id IS NOT NULL), '{}')
FROM consignments_consignmentrevision r
JOIN profiling_history h ON h.revision_id = r.id
LEFT JOIN consignments_transportequipment e ON e.revision_id = r.id
WHERE r.manifest_id = ANY(%s::uuid[]) AND r.replaced_at IS NULL AND NOT r.is_cancelled
GROUP BY r.manifest_id, r.id, h.gross_mass_kg
"""


@dataclass(slots=True)
class Load:
    """Kilograms of goods on a conveyance and in each of its boxes; None where they cannot be told apart."""

    total_kg: float | None = None
    of_piece: dict[str, float | None] = field(default_factory=dict)


def loads_of(manifests: Iterable[UUID]) -> dict[UUID, Load]:
    """Return what is declared on each manifest's conveyance, by its id."""
    with connection.cursor() as cursor:
        cursor.execute(_DECLARED, [list(manifests)])
        rows = cursor.fetchall()
    by_manifest: dict[UUID, list[tuple[float | None, list[str]]]] = defaultdict(list)
    for manifest_id, _revision_id, gross_kg, keys in rows:
        by_manifest[manifest_id].append((gross_kg, keys))
    return {manifest_id: _load(stated) for manifest_id, stated in by_manifest.items()}


def _load(stated: list[tuple[float | None, list[str]]]) -> Load:
    load = Load(total_kg=_sum(gross for gross, _keys in stated))
    for key in {key for _gross, keys in stated for key in keys}:
        inside = [(gross, keys) for gross, keys in stated if key in keys]
        # Goods in two boxes are in neither by a known share.
        is_told_apart = all(set(keys) == {key} for _gross, keys in inside)
        load.of_piece[key] = _sum(gross for gross, _keys in inside) if is_told_apart else None
    return load


def _sum(masses: Iterable[float | None]) -> float | None:
    total = 0.0
    for mass in masses:
        if mass is None:
            return None
        total += mass
    return total
