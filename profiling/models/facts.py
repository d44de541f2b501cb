"""Frozen facts: what was known of a consignment when it was assessed, one typed column each; NULL = not known.

The columns are described in `profiling.conditions.catalogue`. Fixed-width and often read columns stand first, arrays
and the evidence last, because a draft over a million rows reads the row up to the last column it needs.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from consignments.models import Consignment, ConsignmentRevision


class ConsignmentFacts(models.Model):
    """The facts of one round of one revision."""

    consignment = models.ForeignKey(Consignment, models.PROTECT, related_name="+", db_index=False)
    revision = models.ForeignKey(ConsignmentRevision, models.PROTECT, related_name="facts")
    round = models.PositiveSmallIntegerField()
    unit_id = models.UUIDField()
    known_at = models.DateTimeField()
    arrival_at = models.DateTimeField(null=True)

    # numbers
    gross_mass_kg = models.FloatField(null=True)
    net_mass_kg = models.FloatField(null=True)
    value_usd = models.FloatField(null=True)
    value_per_kg_usd = models.FloatField(null=True)
    hours_before_arrival = models.FloatField(null=True)
    party_list_score = models.FloatField(null=True)
    consignee_night_share = models.FloatField(null=True)
    trader_hit_rate_ratio = models.FloatField(null=True)
    value_deviations_lowest = models.FloatField(null=True)
    hours_amended_before_arrival = models.FloatField(null=True)
    weighed_deviation_percent = models.FloatField(null=True)
    consignee_idle_days = models.FloatField(null=True)
    consignee_registered_days = models.FloatField(null=True)
    chapter_habit_share = models.FloatField(null=True)
    entry_post_share = models.FloatField(null=True)
    carrier_entry_post_share = models.FloatField(null=True)
    route_km = models.FloatField(null=True)
    detour_ratio = models.FloatField(null=True)
    detour_against_lane = models.FloatField(null=True)
    delivery_distance_km = models.FloatField(null=True)
    transit_open_days = models.FloatField(null=True)
    freight_value_ratio = models.FloatField(null=True)
    transit_days = models.FloatField(null=True)
    transit_deviations = models.FloatField(null=True)
    freight_per_kg_usd = models.FloatField(null=True)
    freight_deviations = models.FloatField(null=True)
    lane_cash_share = models.FloatField(null=True)
    currency_habit_share = models.FloatField(null=True)
    incoterm_habit_share = models.FloatField(null=True)
    mass_against_pair = models.FloatField(null=True)
    volume_against_year = models.FloatField(null=True)
    unclaimed_days = models.FloatField(null=True)
    clean_run = models.FloatField(null=True)
    carrier_registered_days = models.FloatField(null=True)
    packages = models.BigIntegerField(null=True)
    goods_items = models.IntegerField(null=True)
    containers = models.IntegerField(null=True)
    amendments = models.IntegerField(null=True)
    consignee_seen_365d = models.IntegerField(null=True)
    consignor_seen_365d = models.IntegerField(null=True)
    pair_seen_365d = models.IntegerField(null=True)
    same_mass_streak = models.IntegerField(null=True)
    address_shared_by = models.IntegerField(null=True)
    phone_shared_by = models.IntegerField(null=True)
    goods_sections = models.IntegerField(null=True)
    seizure_hops = models.IntegerField(null=True)
    pair_seen_14d = models.IntegerField(null=True)
    intermediaries = models.IntegerField(null=True)
    odd_intermediaries = models.IntegerField(null=True)
    empty_entries_90d = models.IntegerField(null=True)
    carrier_vehicles = models.IntegerField(null=True)
    similar_seizures = models.IntegerField(null=True)

    # yes or no
    party_list_exact = models.BooleanField(null=True)
    consignee_to_order = models.BooleanField(null=True)
    notify_differs_abroad = models.BooleanField(null=True)
    consignee_is_forwarder = models.BooleanField(null=True)
    party_is_placeholder = models.BooleanField(null=True)
    party_address_incomplete = models.BooleanField(null=True)
    consignee_is_person = models.BooleanField(null=True)
    contact_of_offender = models.BooleanField(null=True)
    activity_does_not_fit = models.BooleanField(null=True)
    resembles_known_trader = models.BooleanField(null=True)
    tax_number_faulty = models.BooleanField(null=True)
    hub_without_sense = models.BooleanField(null=True)
    exit_post_illogical = models.BooleanField(null=True)
    goods_return = models.BooleanField(null=True)
    delivery_near_border = models.BooleanField(null=True)
    volume_exceeds_equipment = models.BooleanField(null=True)
    excise_data_missing = models.BooleanField(null=True)
    tobacco_licence_missing = models.BooleanField(null=True)
    third_country_at_bilateral_post = models.BooleanField(null=True)
    gross_above_maximum = models.BooleanField(null=True)
    gross_mass_is_round = models.BooleanField(null=True)
    empty_but_heavy = models.BooleanField(null=True)
    amended_key_field = models.BooleanField(null=True)
    document_number_reused = models.BooleanField(null=True)
    dates_impossible = models.BooleanField(null=True)
    route_changed = models.BooleanField(null=True)
    payment_changed_late = models.BooleanField(null=True)
    documents_differ = models.BooleanField(null=True)
    required_document_missing = models.BooleanField(null=True)
    permit_faulty = models.BooleanField(null=True)
    certificate_does_not_fit = models.BooleanField(null=True)
    container_number_invalid = models.BooleanField(null=True)
    seal_missing = models.BooleanField(null=True)
    seal_duplicated = models.BooleanField(null=True)
    equipment_in_seizure = models.BooleanField(null=True)
    crew_in_seizure = models.BooleanField(null=True)
    seen_in_two_places = models.BooleanField(null=True)
    seal_differs_on_arrival = models.BooleanField(null=True)
    seal_changed_en_route = models.BooleanField(null=True)
    scan_shows_anomaly = models.BooleanField(null=True)
    freight_in_cash = models.BooleanField(null=True)
    freight_payer_is_third_party = models.BooleanField(null=True)
    arrival_at_night = models.BooleanField(null=True)
    open_warning = models.BooleanField(null=True)
    trader_is_trusted = models.BooleanField(null=True)
    is_drawn = models.BooleanField(null=True)
    carnet_faulty = models.BooleanField(null=True)
    house_data_missing = models.BooleanField(null=True)
    template_shared = models.BooleanField(null=True)
    copy_only = models.BooleanField(null=True)
    owner_prefix_unknown = models.BooleanField(null=True)
    box_is_shippers_own = models.BooleanField(null=True)
    owner_new_to_carrier = models.BooleanField(null=True)
    equipment_unsuited = models.BooleanField(null=True)
    body_altered = models.BooleanField(null=True)
    urgency_asked = models.BooleanField(null=True)
    plates_new_together = models.BooleanField(null=True)
    moved_with_another = models.BooleanField(null=True)
    carrier_licence_missing = models.BooleanField(null=True)
    driver_listed = models.BooleanField(null=True)
    driver_off_route = models.BooleanField(null=True)
    vehicle_modified = models.BooleanField(null=True)
    wagon_number_invalid = models.BooleanField(null=True)
    successive_carriers_stated = models.BooleanField(null=True)

    # words
    document_kind = models.CharField(max_length=30)
    mode = models.CharField(max_length=4, null=True)
    procedure = models.CharField(max_length=12, null=True)
    transport_document_kind = models.CharField(max_length=20, null=True)
    freight_payment_method = models.CharField(max_length=12, null=True)
    entry_post = models.CharField(max_length=20, null=True)
    exit_post = models.CharField(max_length=20, null=True)
    dispatch_country = models.CharField(max_length=2, null=True)
    destination_country = models.CharField(max_length=2, null=True)
    consignor_country = models.CharField(max_length=2, null=True)
    consignee_country = models.CharField(max_length=2, null=True)
    conveyance_nationality = models.CharField(max_length=2, null=True)

    # several values; an unknown element is NULL inside the array
    route_countries = ArrayField(models.CharField(max_length=2, null=True), null=True)
    onward_countries = ArrayField(models.CharField(max_length=2, null=True), null=True)
    amended_fields = ArrayField(models.CharField(max_length=30, null=True), null=True)
    documents_differ_in = ArrayField(models.CharField(max_length=30, null=True), null=True)
    evidence = models.JSONField(default=dict)  # fact name -> what it was seen in

    class Meta:
        verbose_name_plural = "consignment facts"
        constraints = [
            models.UniqueConstraint(fields=["revision", "round"], name="facts_are_frozen_once_per_round"),
        ]
        indexes = [models.Index(fields=["known_at"], name="facts_by_known_at")]

    def __str__(self):
        return f"facts of {self.revision_id} round {self.round}"


class GoodsItemFacts(models.Model):
    """The facts of one goods item; `any_item` conditions read these rows."""

    facts = models.ForeignKey(ConsignmentFacts, models.CASCADE, related_name="items")
    number = models.IntegerField()

    item_gross_mass_kg = models.FloatField(null=True)
    item_net_mass_kg = models.FloatField(null=True)
    item_value_usd = models.FloatField(null=True)
    item_value_per_kg_usd = models.FloatField(null=True)
    value_deviations = models.FloatField(null=True)  # robust deviations from the norm of HS6 and origin
    kg_per_package = models.FloatField(null=True)
    kg_per_m3 = models.FloatField(null=True)
    mirror_value_ratio = models.FloatField(null=True)
    item_packages = models.BigIntegerField(null=True)
    description_is_vague = models.BooleanField(null=True)
    description_is_meaningless = models.BooleanField(null=True)
    commodity_code_faulty = models.BooleanField(null=True)
    mass_per_package_implausible = models.BooleanField(null=True)
    net_exceeds_gross = models.BooleanField(null=True)
    density_implausible = models.BooleanField(null=True)
    origin_implausible = models.BooleanField(null=True)
    description_conflicts = models.BooleanField(null=True)
    cover_chemical = models.BooleanField(null=True)
    beyond_destination_level = models.BooleanField(null=True)
    used_or_scrap = models.BooleanField(null=True)
    brand_named = models.BooleanField(null=True)
    brand_origin_unusual = models.BooleanField(null=True)
    un_number_faulty = models.BooleanField(null=True)
    out_of_season = models.BooleanField(null=True)
    hs_chapter = models.CharField(max_length=2, null=True)
    hs4 = models.CharField(max_length=4, null=True)
    hs6 = models.CharField(max_length=6, null=True)
    origin_country = models.CharField(max_length=2, null=True)
    un_number = models.CharField(max_length=4, null=True)
    description = models.TextField(null=True)  # lower case, white space folded
    control_lists = ArrayField(models.CharField(max_length=30, null=True), null=True)
    evidence = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "goods item facts"
        constraints = [models.UniqueConstraint(fields=["facts", "number"], name="item_facts_are_numbered_once")]
        indexes = [models.Index(fields=["hs6", "origin_country"], name="item_facts_by_hs6_and_origin")]

    def __str__(self):
        return f"item {self.number} of facts {self.facts_id}"
