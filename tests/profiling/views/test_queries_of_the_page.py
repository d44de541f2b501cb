"""The page of one consignment asks the database as often for a busy past as for none."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from profiling.assessing import assess_due
from profiling.models import CaseNote, Question
from tests import factories as make
from tests.profiling.views.stage import browser_of

pytestmark = pytest.mark.django_db
AT_MOST = 62


@pytest.fixture(autouse=True)
def no_draw(settings):
    settings.RANDOM_DRAW_PERCENT = 0


def came(days_ago: float):
    made = make.consignment(known_at=timezone.now() - timedelta(days=days_ago), round_due="revision")
    assess_due()
    return made


def queries_of(browser, consignment) -> int:
    browser.get(f"/consignments/{consignment.pk}/")  # what is kept from page to page is in place
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert browser.get(f"/consignments/{consignment.pk}/").status_code == 200
    return len(asked)


def crowded(officer):
    """The same with everything many times: past, notes that call, questions, papers, files."""
    for days in range(2, 14):
        came(days)
    of = came(1)
    colleague = make.officer("analyst", username="colleague")
    waiting = of.assessments.get()
    for number in range(6):
        CaseNote.write(of, f"@colleague note {number}", officer)
        waiting.request_information(officer, "Missing", Question(text="Where?")).answer_with(
            "Here", colleague, "officer"
        )
        make.supporting_document(consignment=of, number=f"XL-{number}")
    return of


def test_the_queries_do_not_grow_with_what_there_is():
    officer = make.officer("analyst")
    browser = browser_of(officer)
    alone = came(400)
    make.supporting_document(consignment=alone)
    CaseNote.write(alone, "A note", officer)
    few = queries_of(browser, alone)
    many = queries_of(browser, crowded(officer))
    # Each of these asks once more as soon as there is one: similar ones, mentions, files of answers.
    assert many <= few + 5, (few, many)
    assert many <= AT_MOST, many
