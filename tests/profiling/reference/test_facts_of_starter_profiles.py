"""No shipped profile rests on a field that only the demo's own documents have.

The demo hands in our JSON manifest and our sheet. For each fact that a profile asks for, the fields it is worked out of
must be carried by at least one kind of document that others write: the forms of the union, EDIFACT, WCO, ASYCUDA and
X12 messages, or the typed papers.
"""

import pytest

from consignments.parsing.carries import Carry, carries
from consignments.parsing.documents import KINDS
from consignments.parsing.values import DocumentKind
from profiling.conditions.catalogue import FACTS
from profiling.conditions.definition import read_definition
from profiling.conditions.fact import Source
from profiling.conditions.tree import fact_names
from profiling.reference.starter_profiles import STARTER_PROFILES

OUR_OWN = {DocumentKind.JSON_MANIFEST, DocumentKind.SPREADSHEET_MANIFEST}
# A kind that rules nothing out has no table of what it carries: readings of equipment, and papers nobody has listed.
OTHERS = [kind.kind for kind in KINDS if kind.kind not in OUR_OWN and kind.cannot and kind.must]
PARTIES = ("parties.consignor", "parties.consignee")
ROUTE = ("dispatch_country", "destination_country")
CODE, WORDS = "goods.commodity_code", "goods.description"

# What the platform itself knows or notes, whoever wrote the document: what came before, and what comes beside it.
BESIDE_THE_DOCUMENT = {"document_kind", "amended_key_field", "route_changed", "documents_differ"}
# Worked out of papers that come after it, by their own door.
OF_SUPPORTING_PAPERS = {"permit_faulty", "required_document_missing", "certificate_does_not_fit"}
FIELDS_OF: dict[str, tuple[str, ...]] = {
    "arrival_at_night": ("manifest.arrival_at",),
    "beyond_destination_level": (CODE, "destination_country"),
    "carnet_faulty": ("tir_carnet_number",),
    "commodity_code_faulty": (CODE,),
    "consignee_is_forwarder": ("parties.consignee",),
    "consignee_is_person": ("parties.consignee.identifier",),
    "consignee_to_order": ("parties.consignee", "parties.notify_party"),
    "container_number_invalid": ("equipment.number",),
    "containers": ("equipment.number",),
    "control_lists": (CODE,),
    "cover_chemical": (WORDS,),
    "dates_impossible": ("issued_on", "manifest.arrival_at"),
    "delivery_near_border": ("place_of_delivery",),
    "density_implausible": ("goods.volume_m3", "goods.gross_mass_kg"),
    "description": (WORDS,),
    "description_conflicts": (WORDS, CODE),
    "description_is_meaningless": (WORDS,),
    "description_is_vague": (WORDS,),
    "destination_country": ("destination_country",),
    "dispatch_country": ("dispatch_country",),
    "empty_but_heavy": ("equipment.fullness", "goods.gross_mass_kg"),
    "equipment_unsuited": ("equipment.size_type",),
    "exit_post_illogical": ("manifest.exit_post", "destination_country"),
    "freight_in_cash": ("freight_payment_method",),
    "freight_payer_is_third_party": ("parties.freight_payer",),
    "goods_sections": (CODE,),
    "gross_above_maximum": ("goods.gross_mass_kg", "equipment.number"),
    "gross_mass_is_round": ("goods.gross_mass_kg",),
    "gross_mass_kg": ("goods.gross_mass_kg",),
    "hs4": (CODE,),
    "hs_chapter": (CODE,),
    "hub_without_sense": ROUTE,
    "mass_per_package_implausible": ("goods.gross_mass_kg", "goods.packages", CODE),
    "mode": ("manifest.mode",),
    "net_exceeds_gross": ("goods.net_mass_kg", "goods.gross_mass_kg"),
    "notify_differs_abroad": ("parties.notify_party.address", "parties.consignee.address"),
    "onward_countries": ("destination_country",),
    "origin_country": ("goods.origin_country",),
    "origin_implausible": ("goods.origin_country", CODE),
    "out_of_season": ("goods.origin_country", CODE, "manifest.arrival_at"),
    "party_address_incomplete": ("parties.consignee.address",),
    "party_is_placeholder": PARTIES,
    "procedure": ("procedure",),
    "route_countries": ROUTE,
    "seal_missing": ("equipment.seals",),
    "tax_number_faulty": ("parties.consignee.identifier",),
    "third_country_at_bilateral_post": ("manifest.conveyance_nationality", "manifest.entry_post"),
    "transport_document_kind": ("transport_document_kind",),
    "un_number_faulty": ("goods.un_number", CODE),
    "used_or_scrap": (WORDS,),
    "volume_exceeds_equipment": ("goods.volume_m3", "equipment.size_type"),
}


def facts_used() -> set[str]:
    used: set[str] = set()
    for profile in STARTER_PROFILES:
        definition = read_definition(profile.definition)[0]
        assert definition is not None
        conditions = [indicator.when for indicator in definition.indicators]
        for condition in [*conditions, *filter(None, [definition.gate])]:
            used |= set(fact_names(condition))
    return used


USED = facts_used()


def test_every_fact_of_a_document_is_in_the_table():
    of_documents = {name for name in USED if FACTS[name].source is Source.DOCUMENT}
    assert of_documents == FIELDS_OF.keys() | BESIDE_THE_DOCUMENT | OF_SUPPORTING_PAPERS


@pytest.mark.parametrize("fact", FIELDS_OF)
def test_others_than_the_demo_carry_what_a_profile_asks_for(fact):
    fields = FIELDS_OF[fact]
    carried_by = [kind for kind in OTHERS if all(carries(kind, field) is not Carry.CANNOT for field in fields)]
    assert carried_by, f"no document of others carries {FIELDS_OF[fact]}"
