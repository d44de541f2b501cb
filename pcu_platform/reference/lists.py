"""Three small synthetic watch lists, so that a new installation shows how lists work. Every name is invented."""

from consignments.models import PortControlUnit
from pcu_platform.models import Officer
from profiling.models import WatchList
from profiling.watching.entries import add_entry, begin_list

LISTS = (
    (
        {"name": "Offenders 2025 (synthetic)", "kind": "party", "purpose": "risk", "lane": "red"},
        [
            ("ОсОО «Кара-Дөбө Трейд»", "01203201910018", "KG"),
            ("Xinjiang Hongda Weiye Import & Export Co., Ltd", "", "CN"),
            ("Қодиров Ғайрат Саидович", "", "TJ"),
            ("Silk Caravan Logistics LLC", "", "UZ"),
        ],
    ),
    (
        {"name": "Boxes to look at (synthetic)", "kind": "container", "purpose": "risk", "lane": "yellow"},
        [("TGHU 884231-8", "", ""), ("MSKU 730196-0", "", "")],
    ),
    (
        {"name": "Trusted traders (synthetic)", "kind": "party", "purpose": "trusted", "lane": "yellow"},
        [("ОсОО «Ала-Тоо Текстиль»", "02405200710023", "KG")],
    ),
)


def load_lists() -> int:
    """Make the lists of the Batken unit if it has none; return how many there are."""
    unit = PortControlUnit.objects.get(code="BATKEN")
    officer = Officer.objects.get(username="supervisor")
    if not WatchList.objects.filter(unit=unit).exists():
        for head, entries in LISTS:
            made = begin_list(officer, **head)
            for value, identifier, country in entries:
                add_entry(made, officer, value=value, identifier=identifier, country=country)
    return WatchList.objects.count()
