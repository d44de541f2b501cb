"""JSON manifests for tests: one truck with as many consignments as a story needs."""

import json
from typing import Any


def consignment(number: str = "CMR-1", **fields: Any) -> dict[str, Any]:
    return {
        "document_number": number,
        "transport_document_kind": "cmr",
        "issued_on": "2026-11-20",
        "procedure": "import",
        "dispatch_country": "CN",
        "destination_country": "KG",
        "consignor": {"name": "Kashi Xinlan Garment Co., Ltd", "address": {"country": "CN"}},
        "consignee": {
            "name": "Nur-Kiyim Import OsOO",
            "identifier": "02709202610417",
            "identifier_kind": "INN",
            "address": {"country": "KG"},
        },
        "goods": [
            {
                "commodity_code": "6203423500",
                "description": "Men's trousers of cotton",
                "packages": 618,
                "gross_mass_kg": 15640,
            }
        ],
        "equipment": [
            {"kind": "container", "number": "KSHU 618240-8", "fullness": "full", "seals": ["HX204512"]},
        ],
        **fields,
    }


def manifest(*consignments: dict[str, Any], **fields: Any) -> bytes:
    """Return the bytes of a manifest; of one usual consignment unless told otherwise."""
    document = {
        "mode": "road",
        "conveyance": {"id": "01 KG 730 BHC", "nationality": "KG"},
        "arrival_at": "2026-11-24T20:30:00+06:00",
        "carrier": {"name": "Tulpar-Trans Osh OsOO", "address": {"country": "KG"}},
        "consignments": list(consignments) or [consignment()],
        **fields,
    }
    return json.dumps(document, ensure_ascii=False).encode()
