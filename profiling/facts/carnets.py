"""D06 and D08: what a TIR carnet must say on its cover, and house bills behind a master document."""

import re
from functools import lru_cache

from consignments.keys.identifiers import document_key
from profiling.facts.known import Circumstances, KnownConsignment, Noted

TEXT_AT_MOST = 120

_CARNET = re.compile(r"(?:TIR)?[A-Z]{1,2}\d{7,9}")
_CONSOLIDATED = re.compile(
    r"\bconsol(?:idated|idation)?\b|\bgroupage\b|\blcl cargo\b|\bas per (?:attached|house)\b|"
    r"\bсборн\w+ груз\w*|\bконсолидированн\w+|\bжыйма жүк\w*|\byig'ma yuk\w*|拼箱",
    re.IGNORECASE,
)


def carnet_facts(known: KnownConsignment, circumstances: Circumstances) -> Noted:
    """D06 "The TIR carnet has expired, lacks data of its cover, or its number has no such form."

    Its end is known where the carnet was handed in as a paper with its date.
    """
    noted = Noted()
    column = "carnet_faulty"
    is_carnet = known.transport_document_kind == "tir"
    number = known.tir_carnet_number or (known.document_number if is_carnet else None)
    if not number:
        noted.note(column, None)
        return noted
    key = document_key(number)
    lacks = _lacking(known) if is_carnet else []
    ended = _ended(known, key, circumstances)
    noted.note(column, bool(ended or lacks or not _CARNET.fullmatch(key)), number=number)
    if ended:
        noted.evidence[column] |= ended
    elif lacks:
        noted.evidence[column] |= {"lacks": ", ".join(lacks)}
    return noted


def house_facts(known: KnownConsignment) -> Noted:
    """D08 "A house bill without consignee or goods, or a master document whose house bills are still to be found."

    A master of consolidated goods is answered True here; whoever finds its house bills takes that back.
    """
    noted = Noted()
    column = "house_data_missing"
    if known.document_level == "house":
        consignee = known.party("consignee")
        lacks = [] if consignee and consignee.name else ["consignee"]
        lacks += [] if any(item.description for item in known.goods) else ["goods"]
        noted.note(column, bool(lacks), lacks=", ".join(lacks))
        return noted
    text = next(
        (item.description for item in known.goods if item.description and is_consolidated(item.description)), ""
    )
    noted.note(column, True if text else False if known.document_level == "master" else None)
    if text:
        noted.evidence[column] = {"text": text[:TEXT_AT_MOST]}
    return noted


@lru_cache(maxsize=16_384)
def is_consolidated(text: str) -> bool:
    """Say whether a description amounts to several traders' goods under one document."""
    return _CONSOLIDATED.search(text) is not None


def _lacking(known: KnownConsignment) -> list[str]:
    carrier = known.party("carrier")
    stated = {
        "dispatch": known.dispatch_country,
        "destination": known.destination_country,
        "carnet_holder": carrier.name if carrier else None,
        "vehicle": known.conveyance_id,
    }
    return [name for name, value in stated.items() if not value]


def _ended(known: KnownConsignment, key: str, circumstances: Circumstances) -> dict[str, str]:
    if known.arrival_at is None:
        return {}
    arrival = known.arrival_at.astimezone(circumstances.local_zone).date()
    for paper in known.papers:
        if paper.valid_until and paper.valid_until < arrival and document_key(paper.number) == key:
            return {"valid_until": paper.valid_until.isoformat(), "arrival": arrival.isoformat()}
    return {}
