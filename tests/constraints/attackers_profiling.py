"""For every constraint and trigger of the profiling tables: something that tries to break it."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from profiling.models import (
    Assessment,
    ConsignmentFacts,
    Draw,
    DrawPeriod,
    ExchangeRate,
    GoodsItemFacts,
    History,
    HistoryKey,
    HoldAcknowledgement,
    ListHit,
    ProfileSet,
    ProfileVersion,
    RiskProfile,
    TopUp,
    ValueNorm,
    WarningMessage,
)
from tests import factories as make
from tests.profiling import making


def assessment(made: dict[str, Any] | None = None, **columns: Any):
    """Give an assessment these columns."""
    Assessment.objects.filter(pk=making.assessment(**(made or {})).pk).update(**columns)


def version(was: str, **columns: Any):
    """Give a version that was in this state these columns."""
    ProfileVersion.objects.filter(pk=making.version(state=was).pk).update(**columns)


def author_approves():
    version = making.version(state="submitted")
    ProfileVersion.objects.filter(pk=version.pk).update(approver=version.author)


def two_active_versions():
    first = making.version()
    making.version(first.profile)


def two_versions_of_a_number():
    first = making.version(state="draft")
    making.version(first.profile, "draft", number=first.number)


def two_profiles_of_a_code():
    RiskProfile.objects.create(code=making.profile().code, title="Twin")


def copied(one: Assessment, **columns: Any):
    """Insert a closed copy of an assessment with these columns."""
    values = {field.attname: getattr(one, field.attname) for field in Assessment._meta.concrete_fields}
    values |= {"id": Assessment._meta.pk.get_default(), "state": "superseded"}
    Assessment.objects.create(**{**values, **columns})


def two_rounds_of_a_number():
    one = making.assessment()
    copied(one, facts_id=making.facts(one.consignment, 2).pk)


def two_open_assessments():
    first = making.assessment()
    making.assessment(first.consignment, round=2)


def two_assessments_of_one_facts():
    copied(making.assessment(), round=2)


def red_released_by_one():
    officer = make.officer("analyst")
    making.assessment(lane="red", state="released", decided_by=officer, proposed_by=officer)


def hit_twice():
    one, by = making.assessment(), making.version()
    making.hit(one, by)
    making.hit(one, by)


def list_hit(**columns: Any) -> ListHit:
    entry = columns.pop("entry", None) or making.entry(making.watch_list(), "Nur-Kiyim")
    of = columns.pop("assessment", None) or making.assessment()
    usual = {"assessment": of, "entry": entry, "role": "consignee", "matched_text": "Nur", "score": 100}
    return ListHit.objects.create(**{**usual, **columns})


def listed_twice():
    one = list_hit()
    list_hit(assessment=one.assessment, entry=one.entry)


def acknowledged_twice():
    one = making.assessment(state="selected", selected_by=["officer"])
    for _ in range(2):
        HoldAcknowledgement.objects.create(assessment=one, officer=one.decided_by)


def thawed(model: type, **columns: Any):
    one = making.assessment()
    GoodsItemFacts.objects.create(facts=one.facts, number=1)
    model.objects.update(**columns)


def facts_twice():
    one = make.consignment()
    making.facts(one)
    making.facts(one)


def items_of_one_number():
    frozen = making.facts(make.consignment())
    GoodsItemFacts.objects.create(facts=frozen, number=1)
    GoodsItemFacts.objects.create(facts=frozen, number=1)


def history(**columns: Any) -> History:
    of = make.consignment()
    revision = make.revision_of(of)
    usual = {
        "revision": revision,
        "consignment": of,
        "manifest_id": revision.manifest_id,
        "source_id": of.source_id,
        "unit_id": of.unit_id,
        "known_at": revision.known_at,
        "document_number_key": "CMR1",
    }
    return History.objects.create(**{**usual, **columns})


def history_key_of_a_kind():
    HistoryKey.objects.create(history=history(), kind="whim", key="996", known_at=timezone.now())


def norm(**columns: Any) -> ValueNorm:
    usual = {
        "hs6": "620342",
        "origin_country": "CN",
        "sample_count": 30,
        "median_usd_per_kg": 11.4,
        "mad_usd_per_kg": 2.2,
        "computed_at": timezone.now(),
    }
    return ValueNorm.objects.create(**{**usual, **columns})


def two_norms():
    norm()
    norm()


def rate(**columns: Any):
    ExchangeRate.objects.create(**{"currency": "KGS", "valid_from": date(2026, 1, 1), "usd": "0.0114", **columns})


def two_rates():
    rate()
    rate()


def draw_period(**columns: Any) -> DrawPeriod:
    begins = timezone.now()
    usual = {
        "starts_at": begins,
        "ends_at": begins + timedelta(days=7),
        "percent": 2,
        "seed": "00",
        "seed_sha256": "00",
    }
    return DrawPeriod.objects.create(**{**usual, **columns})


def two_periods_of_one_beginning():
    draw_period(starts_at=draw_period().starts_at)


def drawn_beyond_one():
    Draw.objects.create(consignment=make.consignment(), period=draw_period(), number=1, is_drawn=False)


def top_up(**columns: Any) -> TopUp:
    usual = {
        "post": make.post(),
        "day": date(2026, 11, 24),
        "cut_off_at": timezone.now(),
        "capacity": 10,
        "already_held": 0,
        "pool_size": 5,
    }
    return TopUp.objects.create(**{**usual, **columns})


def two_top_ups_a_day():
    top_up()
    top_up()


def two_sets_of_a_key():
    ProfileSet.objects.create(key=making.profile_set().key, version_ids=[])


def two_lists_of_a_name():
    making.watch_list(name="Own")
    making.watch_list(name="Own")


def two_live_entries():
    the_list = making.watch_list()
    making.entry(the_list, "Nur-Kiyim")
    making.entry(the_list, "Nur-Kiyim")


def warning(**columns: Any) -> WarningMessage:
    usual = {"reference": "W-1", "from_unit": "PCU Bishkek", "kind": "plate", "value": "01KG", "value_key": "01KG"}
    return WarningMessage.objects.create(**{**usual, **columns})


def two_warnings_of_a_reference():
    warning()
    warning()


EXAMINED = {"outcome": "nil"}

ATTACKERS = {
    "a_decision_has_an_officer_and_a_reason": lambda: assessment({"state": "released"}, decision_reason=""),
    "a_recommendation_never_changes": lambda: assessment(lane="blue"),
    "a_red_release_needs_two_officers": red_released_by_one,
    "a_version_hits_an_assessment_once": hit_twice,
    "a_version_once_active_is_frozen": lambda: version("suspended", approver=None, instruction="Rewritten."),
    "active_versions_were_approved": lambda: version("active", approver=None),
    "an_active_version_says_since_when": lambda: version("approved", state="active"),
    "an_entry_matches_a_role_once": listed_twice,
    "an_officer_acknowledges_a_hold_once": acknowledged_twice,
    "an_outcome_in_history_says_when": lambda: history(outcome_is_positive=True),
    "an_outcome_says_when": lambda: assessment(EXAMINED, outcome_recorded_at=None),
    "assessment_state_is_named": lambda: assessment(state="lost"),
    "author_is_not_approver": author_approves,
    "deviation_is_not_negative": lambda: norm(mad_usd_per_kg=-1),
    "draw_number_is_a_fraction": drawn_beyond_one,
    "draw_percent_is_a_percentage": lambda: draw_period(percent=101),
    "draw_period_ends_after_it_begins": lambda: draw_period(ends_at=timezone.now() - timedelta(days=1)),
    "entry_can_be_matched": lambda: making.entry(making.watch_list(), "-", value_key=""),
    "facts_are_frozen": lambda: thawed(ConsignmentFacts, gross_mass_kg=1),
    "facts_are_frozen_once_per_round": facts_twice,
    "history_key_kind_is_known": history_key_of_a_kind,
    "item_facts_are_frozen": lambda: thawed(GoodsItemFacts, item_gross_mass_kg=1),
    "item_facts_are_numbered_once": items_of_one_number,
    "lane_is_named": lambda: making.assessment(lane="purple"),
    "match_score_is_a_percentage": lambda: list_hit(score=101),
    "one_active_version_per_profile": two_active_versions,
    "one_assessment_per_round": two_rounds_of_a_number,
    "one_live_entry_of_a_value": two_live_entries,
    "one_open_assessment_per_consignment": two_open_assessments,
    "one_rate_per_currency_and_day": two_rates,
    "one_top_up_per_post_and_day": two_top_ups_a_day,
    "one_value_norm_per_hs6_and_origin": two_norms,
    "one_version_of_a_number": two_versions_of_a_number,
    "one_watch_list_of_a_name_per_unit": two_lists_of_a_name,
    "outcome_is_named": lambda: assessment(EXAMINED, outcome="clean"),
    "outcome_only_after_selection": lambda: assessment(outcome="nil", outcome_recorded_at=timezone.now()),
    "points_are_an_interval": lambda: making.hit(making.assessment(), making.version(), points_high=1),
    "profile_answer_is_named": lambda: making.hit(making.assessment(), making.version(), answer="perhaps"),
    "profiling_assessment_facts_id_key": two_assessments_of_one_facts,
    "profiling_drawperiod_starts_at_key": two_periods_of_one_beginning,
    "profiling_profileset_key_key": two_sets_of_a_key,
    "profiling_riskprofile_code_key": two_profiles_of_a_code,
    "profiling_warningmessage_reference_key": two_warnings_of_a_reference,
    "rate_is_positive": lambda: rate(usd=0),
    "selection_reasons_are_known": lambda: assessment(selected_by=["whim"]),
    "top_up_takes_from_its_pool": lambda: top_up(pool_size=0, taken=[make.unit().pk]),
    "validity_ends_after_it_begins": lambda: version("draft", valid_until=date(2020, 1, 1)),
    "validity_is_at_most_a_year": lambda: version("draft", valid_until=timezone.localdate() + timedelta(days=400)),
    "version_state_is_named": lambda: version("active", state="beloved"),
    "warning_can_be_matched": lambda: warning(value_key=""),
    "warning_kind_is_known": lambda: warning(kind="ship"),
    "watch_list_kind_is_known": lambda: making.watch_list(kind="ship"),
    "watch_list_lane_holds": lambda: making.watch_list(lane="green"),
    "watch_list_purpose_is_known": lambda: making.watch_list(purpose="spite"),
    "what_was_approved_is_frozen": lambda: version("approved", instruction="Rewritten after the approval."),
    "whoever_waits_was_selected_by_something": lambda: assessment(state="waiting"),
}
