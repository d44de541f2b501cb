"""What makes two statements the same party."""

import pytest

from consignments.registering.parties import match_key


@pytest.mark.parametrize(
    ("what", "stated", "key"),
    [
        ("tax number", ("Any name", "02709202610417", "INN", "KG"), "inn:02709202610417"),
        ("tax number in groups", ("Any name", "0270 9202 6104 17", "INN", None), "inn:02709202610417"),
        ("a sender's own code is no tax number", ("Dordoi", "C-77", "code", "KG"), "name:dordoi|KG"),
        ("zeros stand for none", ("Dordoi", "00000000000000", "INN", "KG"), "name:dordoi|KG"),
        ("words stand for none", ("Dordoi", "private person", "INN", "KG"), "name:dordoi|KG"),
        ("legal form and script are no difference", ("ОсОО «Дордой»", None, None, "KG"), "name:dordoy|KG"),
        ("another country is another party", ("Dordoi", None, None, "UZ"), "name:dordoi|UZ"),
        ("country not stated", ("Dordoi", None, None, None), "name:dordoi|"),
        ("no letter in the name", ("...", None, None, "KG"), ""),
        ("nothing", (None, None, None, None), ""),
    ],
)
def test_the_key_of_a_party(what, stated, key):
    assert match_key(*stated) == key


def test_long_names_stay_apart_within_the_width_of_the_column():
    one, other = (match_key("Dordoi " * 80 + tail, None, None, "KG") for tail in ("Import", "Export"))
    assert len(one) == len(other) == 300
    assert one != other
