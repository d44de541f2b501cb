"""For the constraints of tags, lane norms, box owners, mirror values and marks: something that tries to break each."""

from datetime import date
from typing import Any

from django.utils import timezone

from profiling.models import CaseTag, ContainerOwner, History, HistoryKey, LaneNorm, MirrorUnitValue
from tests import factories as make


def tag(**columns: Any) -> CaseTag:
    columns.setdefault("consignment", make.consignment())
    usual = {"kind": "copy_only", "reason": "The stamp is a copy.", "set_by": make.officer()}
    return CaseTag.objects.create(**(usual | columns))


def two_tags_of_a_kind():
    tag(consignment=tag().consignment)


def lane(**columns: Any):
    usual = {"dispatch_country": "CN", "destination_country": "KG", "mode": "road", "computed_at": timezone.now()}
    LaneNorm.objects.create(**(usual | columns))


def two_norms_of_a_lane():
    lane(), lane()


def owner(**columns: Any):
    ContainerOwner.objects.create(**({"prefix": "MSKU", "owner": "Maritime Line"} | columns))


def two_owners_of_letters():
    owner(), owner()


def mirror(**columns: Any):
    usual = {"hs4": "6203", "partner_country": "CN", "month": date(2026, 7, 1), "usd_per_kg": 6.1}
    MirrorUnitValue.objects.create(**(usual | columns))


def two_values_of_a_month():
    mirror(), mirror()


def mark(**columns: Any):
    from_now_on = make.revision_of(make.consignment())
    history = History.objects.create(
        revision=from_now_on,
        consignment=from_now_on.consignment,
        manifest_id=from_now_on.manifest_id,
        source_id=from_now_on.consignment.source_id,
        unit_id=from_now_on.consignment.unit_id,
        known_at=from_now_on.known_at,
        document_number_key="X",
    )
    usual = {"history": history, "kind": "plate", "key": "01KG730BHC", "known_at": from_now_on.known_at}
    HistoryKey.objects.create(**(usual | columns))


ATTACKERS = {
    "a_mark_of_a_piece_is_named_and_says_when": lambda: mark(mark="body"),
    "a_tag_has_a_reason": lambda: tag(reason=""),
    "a_tag_taken_off_says_who_when_and_why": lambda: tag(removed_at=timezone.now()),
    "container_owner_kind_is_named": lambda: owner(kind="pirate"),
    "deviation_of_a_lane_is_not_negative": lambda: lane(transit_mad_days=-1),
    "mirror_month_is_its_first_day": lambda: mirror(month=date(2026, 7, 2)),
    "mirror_value_is_positive": lambda: mirror(usd_per_kg=0),
    "one_lane_norm_per_lane_and_mode": two_norms_of_a_lane,
    "one_mirror_value_per_heading_partner_and_month": two_values_of_a_month,
    "one_tag_of_a_kind_in_force": two_tags_of_a_kind,
    "owner_prefix_has_its_form": lambda: owner(prefix="MSK1"),
    "profiling_containerowner_prefix_key": two_owners_of_letters,
    "share_of_cash_is_a_share": lambda: lane(cash_share=1.2),
    "tag_kind_is_named": lambda: tag(kind="ugly"),
}
