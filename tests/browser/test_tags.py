"""Tags in a real browser: an officer says what was seen, and takes it back, with and without script."""

import pytest
from playwright.sync_api import expect

from profiling.models import CaseTag
from tests import factories as make
from tests.profiling.views.stage import case

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("with_script", [True, False])
def test_a_tag_is_put_on_and_taken_off(open_as, with_script):
    of = case().consignment
    page = open_as(make.officer("analyst", unit=of.unit), f"/consignments/{of.pk}/", java_script_enabled=with_script)
    tags = page.locator("#tags")
    tags.get_by_text("Put on a tag").click()
    tags.get_by_label("What you saw").select_option("copy_only")
    tags.get_by_label("On what, and where").fill("The waybill is a fax, shown at window 3")
    tags.get_by_role("button", name="Put the tag on").click()
    expect(tags.get_by_text("The waybill is a fax, shown at window 3")).to_be_visible()
    tags.get_by_text("Take off").click()
    tags.get_by_label("Why it is taken off").fill("The original came")
    tags.get_by_role("button", name="Take the tag off").click()
    expect(tags.get_by_text("Nobody tagged this consignment.")).to_be_visible()
    assert CaseTag.objects.get().removal_reason == "The original came"
