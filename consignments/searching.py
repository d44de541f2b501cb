"""The search box: consignments by plate, box, party, tax number, reference or document number, in any script."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import CharField, Lookup, Q, QuerySet
from django.utils import timezone

from consignments.keys.identifiers import inn_key, number_key
from consignments.keys.names import name_key
from consignments.models import Consignment, ConsignmentParty, ConsignmentRevision, Manifest, Party, TransportEquipment

# Each way to find is cut at so many consignments: a box that finds more is asked to be more precise.
EACH_UP_TO = 200
SHORTEST = 3  # a trigram
YEARS_OF_REFERENCES = 5


@CharField.register_lookup
class Written(Lookup):
    """`name__written="нур"`: contains, whatever the case. ILIKE, unlike `icontains`, is served by trigram indexes."""

    lookup_name = "written"

    def as_sql(self, compiler, connection):
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return f"{left} ILIKE {right}", [*left_params, *right_params]

    def get_prep_lookup(self):
        escaped = str(self.rhs).replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
        return f"%{escaped}%"


@dataclass(frozen=True, slots=True)
class Found:
    """ids: consignments the officer may see; hidden: matches in other units; is_cut: there may be more of both."""

    ids: frozenset[UUID]
    hidden: int
    is_cut: bool


def find_consignments(text: str, officer) -> Found:
    """Find consignments that the text names, and count those of other units; nothing for less than a trigram."""
    rows, is_cut = look(text)
    sees_all = officer.may("read_all_units")
    seen = frozenset(pk for pk, unit_id in rows if sees_all or unit_id == officer.unit_id)
    return Found(seen, len({pk for pk, _unit in rows} - seen), is_cut)


def look(text: str) -> tuple[set[tuple[UUID, UUID]], bool]:
    """Return (consignment id, unit id) of all that is found, and whether a way to find was cut short."""
    text = text.strip()
    if len(text) < SHORTEST:
        return set(), False
    ways = list(_ways(text))
    return {row for rows, _is_cut in ways for row in rows}, any(is_cut for _rows, is_cut in ways)


# What one way finds: (consignment id, unit id), and whether there may be more.
Way = tuple[list[tuple[UUID, UUID]], bool]


def _ways(text: str) -> Iterator[Way]:
    """Each way takes its few from the one table whose index finds them, and only then looks at their revisions."""
    consignments = Consignment.objects.values_list("pk", "unit_id")
    numbers = list(
        consignments.filter(Q(reference__in=references_meant(text)) | Q(document_number__written=text))[:EACH_UP_TO]
    )
    yield numbers, len(numbers) == EACH_UP_TO
    key = number_key(text)
    if len(key) >= SHORTEST:
        yield _in_force(TransportEquipment.objects.filter(number_key__contains=key).values_list("revision"), "pk")
        yield _in_force(Manifest.objects.filter(conveyance_key__startswith=key).values_list("pk"), "manifest")
    parties = parties_named(text)
    if parties:
        yield _in_force(ConsignmentParty.objects.filter(party__in=parties).values_list("revision"), "pk")
    if any(char.isalpha() for char in text) and len(parties) < EACH_UP_TO:
        # The same party under another name than the one it was first known by; a word that names hundreds, such as a
        # legal form, has found enough.
        yield _in_force(ConsignmentParty.objects.filter(name__written=text).values_list("revision"), "pk")


def _in_force(found: QuerySet, column: str) -> Way:
    """Of the revisions that have one of these ids in the column, those in force."""
    ids = {pk for (pk,) in found[:EACH_UP_TO]}
    revisions = ConsignmentRevision.objects.in_force().filter(**{f"{column}__in": ids})
    rows = list(revisions.values_list("consignment_id", "consignment__unit_id")[:EACH_UP_TO]) if ids else []
    return rows, EACH_UP_TO in (len(ids), len(rows))


def references_meant(text: str) -> list[str]:
    """The references the text may mean: whole, or its number alone in the latest years."""
    stated = text.upper().replace(" ", "")
    if not stated.isdecimal() or len(stated) > 6:
        return [stated]
    year = timezone.localdate().year
    return [f"KG-{(year - back) % 100:02d}-{int(stated):06d}" for back in range(YEARS_OF_REFERENCES)]


def parties_named(text: str) -> list[UUID]:
    """Parties by tax number, or by the canonical form of the name: Нур-Кийим finds Nur-Kiyim."""
    wanted = Q(match_key=f"inn:{inn_key(text)}")
    key = name_key(text)
    if len(key) >= SHORTEST:
        wanted |= Q(name_key__contains=key)
    if any(char.isalpha() for char in text):
        wanted |= Q(name__written=text)
    return list(Party.objects.filter(wanted).values_list("pk", flat=True)[:EACH_UP_TO])
