"""D09: a certificate of origin that does not fit goods, route, exporter or producer."""

from collections.abc import Iterator
from typing import Any

from profiling.facts.answers import any_of
from profiling.facts.known import Circumstances, KnownConsignment, KnownPaper, Noted, Tolerances
from profiling.facts.routing import route_countries
from profiling.screening.similarity import keyed_name, name_score

Answer = tuple[str, bool | None, dict[str, Any]]  # what does not fit, whether, both values


def certificate_facts(known: KnownConsignment, circumstances: Circumstances) -> Noted:
    """D09 "The certificate of origin does not fit the goods' origin, the route, the exporter or the producer." """
    noted = Noted()
    column = "certificate_does_not_fit"
    answers: list[bool | None] = []
    for paper in known.papers:
        if paper.kind == "certificate_of_origin":
            asked = list(_asked(paper, known, circumstances.tolerances))
            answers.append(any_of(answer for _what, answer, _seen in asked if answer is not None))
            wrong = next((each for each in asked if each[1]), None)
            if wrong:
                noted.evidence.setdefault(column, {"number": paper.number, "what": wrong[0]} | wrong[2])
    noted.note(column, any_of(answers))
    return noted


def _asked(paper: KnownPaper, known: KnownConsignment, tolerances: Tolerances) -> Iterator[Answer]:
    certified: set[str | None] = {line.origin_country for line in paper.goods if line.origin_country}
    certified = certified or {paper.origin_country}
    origins = {item.origin_country for item in known.goods if item.origin_country}
    if None not in certified and origins:
        yield "origin", not certified <= origins, _both(certified, origins)
    route = {country for country in route_countries(known) or [] if country}
    if paper.dispatch_country and known.dispatch_country:
        yield "route", paper.dispatch_country not in route, _both({paper.dispatch_country}, route)
    if paper.destination_country and known.destination_country:
        there = {known.destination_country}
        yield "destination", paper.destination_country not in there, _both({paper.destination_country}, there)
    exporters = [p.name for role in ("consignor", "seller") if (p := known.party(role)) and p.name]
    if paper.sender_name and exporters:
        yield "exporter", _is_another(paper.sender_name, exporters, tolerances), _both({paper.sender_name}, exporters)
    producers = [p.producer_name for p in known.papers if p is not paper and p.producer_name]
    if paper.producer_name and producers:
        differs = _is_another(paper.producer_name, producers, tolerances)
        yield "producer", differs, _both({paper.producer_name}, producers)


def _both(certified: Any, against: Any) -> dict[str, str]:
    return {"certified": ", ".join(sorted(certified)), "against": ", ".join(sorted(against))}


def _is_another(name: str, names: list[str], tolerances: Tolerances) -> bool:
    return all(name_score(keyed_name(name), keyed_name(other)) < tolerances.name_likeness for other in names)
