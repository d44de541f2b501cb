"""Documents of any size: a CUSCAR of so many bills of lading, and small JSON manifests."""

import json
import random
from typing import Any

from stdnum import iso6346

HEAD = (
    "UNB+UNOB:2+LINEAGENT+KGCUSTOMS+261120:0915+INT0001'UNH+M0001+CUSCAR:D:95B:UN:LOT10'BGM+85+{reference}+9'"
    "DTM+137:202611200910:203'NAD+MS+AGT77:172:20'TDT+20+VOY77A+1++LINX:172:20:LINE X SHIPPING+++CALL77:103::MV SAYRAM'"
    "LOC+60+KGOSS::139'DTM+132:202611230430:203'"
)
CONSIGNMENT = (
    "CNI+{n}+{number}'RFF+BM:{number}'CNT+7:{gross}:KGM'CNT+8:{both}'LOC+9+IRBND::139'LOC+11+KGOSS::139'"
    "NAD+CN+CNE{n}+{consignee}, MANAS STREET {n}, OSH, KG'NAD+CZ+SHP{n}+{consignor}, FREE ZONE {n}, BANDAR ABBAS, IR'"
    "GID+1+{packages}:CT'FTX+AAA+++{goods}'MEA+AAE+G+KGM:{half}'SGP+{box}+{packages}'PCI+24+GFE 1-{packages}'"
    "GID+2+{packages}:CT'FTX+AAA+++{goods} SECOND GRADE'MEA+AAE+G+KGM:{half}'SGP+{box}+{packages}'"
)
GOODS = ["DRIED DATES IN CARTONS", "MENS TROUSERS OF COTTON", "BRAKE PADS FOR TRUCKS", "CERAMIC TILES", "LED LAMPS"]


def cuscar(bills: int, reference: str = "MAN2611-01") -> bytes:
    """Return a sea manifest: each bill with two parties out of many, two lines of goods and one container."""
    chance = random.Random(reference)
    boxes = [f"EQD+CN+{box(n)}+22:102:5++3+5'SEL+HX{n:06}+CA'" for n in range(bills)]
    consignments = [
        CONSIGNMENT.format(
            n=n + 1,
            number=f"{reference}/{n:06}",
            packages=(packages := chance.randrange(10, 2_000)),
            both=packages * 2,
            gross=packages * 20,
            half=packages * 10,
            consignee=f"TRADER {chance.randrange(bills)} OSOO",
            consignor=f"EXPORTER {chance.randrange(bills // 4 + 1)} CO",
            goods=chance.choice(GOODS),
            box=box(n),
        )
        for n in range(bills)
    ]
    end = f"CNT+16:{bills}'UNT+99+M0001'UNZ+1+INT0001'"
    return (HEAD.format(reference=reference) + "".join(boxes) + "".join(consignments) + end).encode()


def box(number: int) -> str:
    """Return a sound container number."""
    stem = f"KSHU{number:06}"
    return stem + iso6346.calc_check_digit(stem)


def json_manifest(number: str) -> bytes:
    """Return a truck with one consignment of one line."""
    consignment: dict[str, Any] = {
        "document_number": number,
        "transport_document_kind": "cmr",
        "issued_on": "2026-11-20",
        "consignor": {"name": f"Kashi Garment {number}", "address": {"country": "CN"}},
        "consignee": {"name": "Nur-Kiyim Import OsOO", "identifier": "02709202610417", "identifier_kind": "INN"},
        "goods": [{"description": "Belts of leather", "commodity_code": "4203300000", "gross_mass_kg": 1130}],
        "equipment": [{"kind": "container", "number": "KSHU6182408", "seals": ["HX204512"]}],
    }
    head = {"mode": "road", "conveyance": {"id": "01KG730BHC"}, "arrival_at": "2026-11-24T20:30:00+06:00"}
    return json.dumps({**head, "consignments": [consignment]}).encode()
