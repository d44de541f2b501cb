"""A document names our post in many ways."""

import pytest

from consignments.models import CustomsPost
from consignments.registering.posts import Posts

KYZYL_BEL = CustomsPost(
    code="KYZYL-BEL",
    office_code="41700205",
    name="Kyzyl-Bel",
    name_ru="Кызыл-Бел",
    name_ky="Кызыл-Бел",
    aliases=["Qizil Bel"],
)
DOSTUK = CustomsPost(code="DOSTUK", office_code="41700301", name="Dostuk", name_ru="Достук", aliases=["Дустлик"])


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        (["KYZYL-BEL"], KYZYL_BEL),
        (["kyzyl bel"], KYZYL_BEL),
        (["KYZYLBEL"], KYZYL_BEL),
        (["41700205"], KYZYL_BEL),
        (["Кызыл-Бел"], KYZYL_BEL),
        (["Таможенный пост «Кызыл-Бел»"], KYZYL_BEL),
        (["QIZIL BEL"], KYZYL_BEL),
        (["Дустлик"], DOSTUK),
        (["Customs post Dostuk"], DOSTUK),
        (["99999999", "Достук"], DOSTUK),
        ([None, "Достук"], DOSTUK),
        (["Kyzyl-Kyya"], None),
        (["Customs post"], None),
        (["…"], None),
        ([None], None),
    ],
)
def test_a_post_is_found_by_code_office_or_name(stated, found):
    assert Posts([KYZYL_BEL, DOSTUK]).find(*stated) is found
