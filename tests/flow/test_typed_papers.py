"""What is typed by hand goes the whole way: from the page to the consignment, and to its assessment."""

import pytest

from consignments.models import Consignment
from consignments.parsing.typed.papers import PAPERS
from consignments.registering import register_waiting
from profiling.assessing import assess_due
from profiling.models import Assessment
from tests import factories as make
from tests.consignments.views.conftest import at_desk
from tests.consignments.views.test_typed_pages import boxes, typed

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.slug)
def test_a_typed_paper_is_registered_and_assessed(paper):
    make.post("IRKESHTAM")
    at_desk(make.officer("analyst")).post(f"/intake/{paper.slug}/", typed(paper))
    register_waiting()
    while assess_due():
        pass
    one = Consignment.objects.get()
    manifest = one.revisions.get().manifest
    assert (one.document_number, manifest.mode) == (boxes(paper)["number"], paper.mode)
    assert Assessment.objects.get().revision.consignment == one
