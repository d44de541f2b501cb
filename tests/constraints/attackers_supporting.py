"""For every constraint and trigger of supporting documents: something that tries to break it."""

from datetime import timedelta
from typing import Any

from consignments.models import SupportingDocument, SupportingGoods
from tests import factories as make


def two_of_a_key():
    one = make.supporting_document(idempotency_key="key")
    make.supporting_document(idempotency_key="key", entered_by=one.entered_by)


def two_corrections_of_one():
    one = make.supporting_document()
    for _each in range(2):
        make.supporting_document(consignment=one.consignment, corrects=one, version=2)


def rewritten():
    one = make.supporting_document()
    SupportingDocument.objects.filter(pk=one.pk).update(gross_mass_kg=1)


def deleted():
    SupportingDocument.objects.filter(pk=make.supporting_document().pk).delete()


def rewritten_line():
    one = make.supporting_document(goods=[{"packages": 3}])
    SupportingGoods.objects.filter(document=one).update(packages=4)


def taken_up_before_it_was_known():
    one = make.supporting_document()
    make.supporting_document(taken_up_at=one.known_at - timedelta(days=1), known_at=one.known_at)


def documents(**fields: Any):
    return lambda: make.supporting_document(**fields)


ATTACKERS = {
    "a_permit_and_nothing_else_has_a_sort": documents(kind="invoice", permit_sort="cites"),
    "a_supporting_document_is_taken_up_after_it_was_known": taken_up_before_it_was_known,
    "a_version_after_the_first_corrects_another": documents(version=2),
    "consignments_supportingdocument_corrects_id_key": two_corrections_of_one,
    "one_supporting_document_per_person_and_key": two_of_a_key,
    "supporting_document_has_a_number": documents(number=""),
    "supporting_document_is_append_only": rewritten,
    "supporting_document_says_by_whom": documents(stated_by="rumour"),
    "supporting_document_stays": deleted,
    "supporting_goods_are_append_only": rewritten_line,
    "supporting_goods_are_numbered_once": documents(goods=[{"number": 1}, {"number": 1}]),
    "supporting_kind_is_known": documents(kind="letter"),
    "what_a_supporting_document_counts_is_not_negative": documents(gross_mass_kg=-1),
    "what_a_supporting_line_counts_is_not_negative": documents(goods=[{"value": -1}]),
}
