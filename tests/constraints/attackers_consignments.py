"""For every constraint and trigger of the consignments tables: something that tries to break it."""

from datetime import timedelta
from typing import Any

from django.db import connection

from consignments.models import CaseEvent, Party, PortControlUnit, Submission, record
from tests import factories as make


def revision(**columns: Any):
    """Give a revision these columns."""
    one = make.consignment()
    one.revisions.update(**columns)


def replaced_before_it_was_known():
    one = make.revision_of(make.consignment())
    one.replaced_at = one.known_at - timedelta(seconds=1)
    one.save()


def two_revisions_of_a_number():
    one = make.consignment()
    make.revise(one)
    one.revisions.filter(number=2).update(number=1)


def two_of_one_identity():
    one = make.consignment(document_number="CMR-1", identity_date=None)
    make.consignment(document_number="CMR-1", identity_date=None, source=one.source)


def two_of_one_reference():
    one, other = make.consignment(), make.consignment()
    type(one).objects.filter(pk=one.pk).update(reference=other.reference)


def consignment(**columns: Any):
    one = make.consignment()
    type(one).objects.filter(pk=one.pk).update(**columns)


def submission(**columns: Any):
    one = make.submission()
    Submission.objects.filter(pk=one.pk).update(**columns)


def a_layout_told_twice():
    source = make.source()
    for _each in range(2):
        source.layouts.create(fingerprint="0" * 64, mapping={})


def mends_itself():
    one = make.submission()
    Submission.objects.filter(pk=one.pk).update(mends=one)


def two_mend_one():
    one = make.submission()
    for _each in range(2):
        make.submission(source=one.source, mends=one)


def two_of_one_key():
    one = make.submission()
    make.submission(source=one.source, idempotency_key=one.idempotency_key)


def other_bytes():
    one = make.submission()
    one.raw = b"other bytes"
    one.save()


def two_problems_of_a_number():
    one = make.submission()
    make.problem(one, position=1)
    make.problem(one, position=1)


def two_sources_of_a_client():
    make.source(client=make.client())


def two_sources_of_a_name():
    make.source(name="Irkeshtam weekly")
    make.source(name="Irkeshtam weekly")


def two_parties_of_a_key():
    Party.objects.create(match_key=make.party().match_key, name="", name_key="", first_known_at=make.timezone.now())


def two_of_one_reading():
    one = make.observation()
    make.observation(one.submission, reading_key=one.reading_key)


def rewritten_event():
    event = record("test", make.unit().pk, "tried")
    CaseEvent.objects.filter(pk=event.pk).update(verb="never tried")


def emptied_log():
    record("test", make.unit().pk, "tried")
    with connection.cursor() as cursor:
        # The test database alone may be emptied; an installation never sets this.
        cursor.execute("SET LOCAL pcu.allow_truncate = 'off'")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("TRUNCATE consignments_caseevent")


ATTACKERS = {
    "a_finished_submission_says_when": lambda: submission(finished_at=None),
    "a_layout_is_told_once_per_source": a_layout_told_twice,
    "a_revision_is_replaced_after_it_was_known": replaced_before_it_was_known,
    "a_submission_does_not_mend_itself": mends_itself,
    "an_observation_names_what_was_seen": lambda: make.observation(number="??", number_key=""),
    "case_event_is_append_only": rewritten_event,
    "case_event_is_not_emptied": emptied_log,
    "consignment_has_a_document_number": lambda: consignment(document_number=""),
    "consignments_consignment_reference_key": two_of_one_reference,
    "consignments_customspost_code_key": lambda: type(make.post()).objects.create(
        code=make.post().code, unit=make.unit()
    ),
    "consignments_party_match_key_key": two_parties_of_a_key,
    "consignments_portcontrolunit_code_key": lambda: PortControlUnit.objects.create(code=make.unit().code, name="Twin"),
    "consignments_source_client_id_key": two_sources_of_a_client,
    "consignments_submission_mends_id_key": two_mend_one,
    "document_kind_is_known": lambda: submission(document_kind="letter"),
    "equipment_kind_is_known": lambda: make.consignment(equipment=[{"kind": "barge"}]),
    "every_consignment_is_registered_or_rejected": lambda: submission(consignments_count=3, registered_count=2),
    "fullness_is_named": lambda: make.consignment(equipment=[{"fullness": "half"}]),
    "goods_items_are_numbered_once": lambda: make.consignment(goods=[{"number": 1}, {"number": 1}]),
    "gross_mass_is_not_negative": lambda: make.consignment(goods=[{"gross_mass_kg": -1}]),
    "mode_is_known": lambda: make.consignment(manifest_fields={"mode": "mule"}),
    "movement_is_named": lambda: consignment(movement="lost"),
    "net_mass_is_not_negative": lambda: make.consignment(goods=[{"net_mass_kg": -1}]),
    "observed_equipment_kind_is_known": lambda: make.observation(equipment_kind="barge"),
    "observed_event_is_known": lambda: make.observation(event="flown"),
    "observed_fullness_is_named": lambda: make.observation(fullness="half"),
    "observed_gross_mass_is_not_negative": lambda: make.observation(gross_mass_kg=-1),
    "observed_seal_condition_is_named": lambda: make.observation(seal_condition="odd"),
    "one_consignment_per_identity": two_of_one_identity,
    "one_revision_of_a_number": two_revisions_of_a_number,
    "one_source_of_a_name_per_unit": two_sources_of_a_name,
    "one_submission_per_source_and_key": two_of_one_key,
    "only_what_waits_awaits_columns": lambda: submission(awaits_columns=True),
    "packages_are_not_negative": lambda: make.consignment(goods=[{"packages": -1}]),
    "party_can_be_matched": lambda: make.party(match_key=""),
    "problem_severity_is_named": lambda: make.problem(make.submission(), severity="grave"),
    "problems_are_numbered_once": two_problems_of_a_number,
    "revisions_count_from_one": lambda: revision(number=0),
    "submission_bytes_never_change": other_bytes,
    "submission_status_is_named": lambda: submission(status="lost"),
    "the_same_reading_twice_is_one": two_of_one_reading,
    "total_gross_mass_is_not_negative": lambda: make.consignment(total_gross_mass_kg=-1),
    "value_is_not_negative": lambda: make.consignment(goods=[{"value": -1}]),
}
