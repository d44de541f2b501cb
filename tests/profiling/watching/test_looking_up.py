"""An officer types a name or a number: what of the lists comes near, and what stays another unit's."""

import pytest

from profiling.watching.entries import add_entry
from profiling.watching.looking_up import look_up
from tests import factories as make
from tests.profiling import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return make.officer("analyst")


@pytest.fixture
def lists(officer):
    parties, plates = making.watch_list(kind="party"), making.watch_list(kind="plate")
    add_entry(parties, officer, value="ОсОО «Ак-Бермет Текстиль»", identifier="01403202410388")
    add_entry(parties, officer, value="Dordoi Plast")
    add_entry(plates, officer, value="01 KG 730 BHC")
    add_entry(making.watch_list(kind="party", purpose="trusted"), officer, value="Nur-Kiyim Import")


# name, text, value found or None, whether the assessment would take it for the same
CASES = [
    ("a name in another script", "AKBERMET TEKSTIL OsOO", "ОсОО «Ак-Бермет Текстиль»", True),
    ("its tax number", "01403202410388", "ОсОО «Ак-Бермет Текстиль»", True),
    ("a plate written otherwise", "01kg730bhc", "01 KG 730 BHC", True),
    ("a trusted trader by its very name", "Nur Kiyim Import", "Nur-Kiyim Import", True),
    ("nobody", "Zhongda Machinery", None, False),
    ("nothing to compare", "…", None, False),
]


@pytest.mark.parametrize(("text", "value", "same"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_comes_near(lists, officer, text, value, same):
    found = look_up(text, officer)
    assert [hit.entry.value for hit in found[:1]] == ([value] if value else [])
    assert all(hit.is_match is same for hit in found[:1])


def test_it_says_what_agreed(lists, officer):
    (hit,) = look_up("Ak Bermet Textile", officer)
    assert hit.agreed and 80 <= hit.score <= 100


def test_another_units_list_is_not_searched(lists):
    assert look_up("Dordoi Plast", make.officer("analyst", unit=make.unit("OSH"))) == []
    assert len(look_up("Dordoi Plast", make.officer("coordinator"))) == 1
