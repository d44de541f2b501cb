"""A seizure that everything was done with: corrected, handed over twice, confirmed by a laboratory, photographed."""

from decimal import Decimal

from django.utils import timezone

from seizures.models import SeizureLine
from seizures.whereabouts import HandOver
from tests.consignments.files import picture

from .making import seizure_line


def followed_seizure() -> SeizureLine:
    """Return the newest version of its line."""
    line = seizure_line(concealment_method="built_in", concealment_note="behind a second wall", value=5, currency="USD")
    officer, now = line.recorded_by, timezone.now()
    to_store = HandOver("store", "Evidence store", "Aigul", now, "Kyzyl-Bel", seal="BAG 17")
    to_agency = HandOver("agency", "Drug service", "Nurlan", now, "Batken", agency="drug_service", act_number="12/3")
    line.hand_over(officer, to_store)
    line.hand_over(officer, to_agency)
    line.send_to_laboratory(officer, "Forensic laboratory", "REQ 5", timezone.localdate())
    line.record_laboratory_result(officer, "confirmed", "REP 9", timezone.localdate(), "Heroin, 41 %")
    line.report_arrests(officer, 2)
    line.add_photo(officer, picture("JPEG"), "On the scale")
    return line.correct(officer, "Counted again", quantity=Decimal(18060))
