"""Small synthetic watch lists, so that a new installation shows how lists work. Every name and number is invented."""

from consignments.models import PortControlUnit
from pcu_platform.models import Officer
from profiling.models import WatchList
from profiling.watching.entries import add_entry, begin_list

OFFENDERS = (
    ("ОсОО «Кара-Дөбө Трейд»", "01203201910018", "KG"),
    ("Xinjiang Hongda Weiye Import & Export Co., Ltd", "", "CN"),
    ("Қодиров Ғайрат Саидович", "", "TJ"),
    ("Silk Caravan Merchants LLC", "", "UZ"),
)
BOXES = (("BTKU 884231-5", "", ""), ("FGNU 415520-5", "", ""))
TRUSTED = (("ОсОО «Ала-Тоо Текстиль»", "02405200710023", "KG"),)
LISTS = (
    ({"name": "Offenders 2025 (synthetic)", "kind": "party", "purpose": "risk", "lane": "red"}, OFFENDERS),
    ({"name": "Boxes to look at (synthetic)", "kind": "container", "purpose": "risk", "lane": "yellow"}, BOXES),
    ({"name": "Trusted traders (synthetic)", "kind": "party", "purpose": "trusted", "lane": "yellow"}, TRUSTED),
)
BEGUN_BY = {"BATKEN": "supervisor", "OSH": "osh_supervisor"}


def load_lists() -> int:
    """Make the lists of each unit that has none; return how many there are."""
    for code, username in BEGUN_BY.items():
        unit = PortControlUnit.objects.get(code=code)
        officer = Officer.objects.get(username=username)
        if not WatchList.objects.filter(unit=unit).exists():
            for head, entries in LISTS:
                made = begin_list(officer, **head)
                for value, identifier, country in entries:
                    add_entry(made, officer, value=value, identifier=identifier, country=country)
    return WatchList.objects.count()
