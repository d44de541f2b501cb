"""Parties as a page shows them: role, name, number, address, as stated."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from consignments.models import ConsignmentRevision
from profiling.presenting.party_past_lines import PartyPastLine
from profiling.presenting.words import ROLES, word


@dataclass(frozen=True, slots=True)
class PartyLine:
    role: str
    name: str
    details: str
    past: PartyPastLine | None = None
    page: str = ""


def party_lines(
    revision: ConsignmentRevision, pasts: Mapping[str, PartyPastLine] = MappingProxyType({})
) -> list[PartyLine]:
    """Make the lines of a revision fetched with its parties; consignee first, as it is asked about most.

    pasts: what they did before, by role.
    """
    order = {"consignee": 0, "consignor": 1, "notify_party": 2}
    parties = sorted(revision.parties.all(), key=lambda party: (order.get(party.role, 3), party.pk))
    lines = [
        PartyLine(
            role=word(ROLES, party.role),
            name=party.name or _("not stated"),
            details=" · ".join(
                filter(
                    None,
                    [
                        f"{party.identifier_kind} {party.identifier}".strip() if party.identifier else "",
                        party.address or ", ".join(filter(None, [party.street, party.city])),
                        party.country,
                        party.phone,
                        party.email,
                    ],
                )
            ),
            past=pasts.get(party.role),
            page=_page(party.party_id),
        )
        for party in parties
    ]
    manifest = revision.manifest
    if manifest.carrier and not any(party.role == "carrier" for party in parties):
        lines.append(
            PartyLine(
                word(ROLES, "carrier"),
                manifest.carrier.name,
                manifest.carrier.country,
                pasts.get("carrier"),
                _page(manifest.carrier.pk),
            )
        )
    if manifest.driver_name and not any(party.role == "driver" for party in parties):
        lines.append(PartyLine(word(ROLES, "driver"), manifest.driver_name, ""))
    return lines


def _page(party_id: UUID | None) -> str:
    return reverse("profiling:party-show", args=[party_id]) if party_id else ""
