"""What earlier consignments say of a pair's terms and loads, of a trader's volume and record, and of a carrier.

As in `reading.history`: only what was known before and in force then, siblings left out, every look-up ends at a LIMIT.
"""

import json
from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from profiling.conditions.dealing_numbers import BURST_LIMIT
from profiling.reading import history
from profiling.reading.history import Asked, arguments_of

OF_PAIR = 50  # consignments looked at
OF_CONSIGNEE = 200
OF_CARRIER = 50
BURST_DAYS = 14
SPIKE_DAYS = 30
YEAR_DAYS = 365
PAIR_MASSES_AT_LEAST = 5
CURRENCIES_AT_LEAST = 10
INVOICES_AT_LEAST = 5
VOLUME_SAMPLE_AT_LEAST = 10
VOLUME_BASE_AT_LEAST_DAYS = 90
VEHICLE_SAMPLE_AT_LEAST = 3
BOXES_AT_LEAST = 20
EXAMINED = 20  # examinations looked at

_CURRENCY = """coalesce(nullif(r.total_currency, ''), (SELECT nullif(g.currency, '') FROM consignments_goodsitem g
    WHERE g.revision_id = r.id ORDER BY g.id LIMIT 1))"""
_INVOICE = """SELECT d.incoterm FROM consignments_supportingdocument d
    WHERE d.consignment_id = {of} AND d.kind = 'invoice' AND d.incoterm <> '' AND NOT d.is_withdrawn
        AND d.known_at <= {as_of} ORDER BY d.known_at DESC LIMIT 1"""

_STATEMENT = f"""
WITH q AS MATERIALIZED (
    SELECT * FROM unnest(%(revisions)s::uuid[], %(moments)s::timestamptz[]) AS q(revision_id, as_of)
),
asked AS MATERIALIZED (SELECT q.as_of, b.* FROM q JOIN profiling_history b USING (revision_id)),
pair AS MATERIALIZED (
    SELECT q.revision_id, q.as_of, h.revision_id AS earlier, h.consignment_id, h.known_at, h.gross_mass_kg,
        h.hs4s && b.hs4s AS same_goods
    FROM q JOIN asked b USING (revision_id) CROSS JOIN LATERAL (
        SELECT h.* FROM profiling_history h WHERE h.consignor_id = b.consignor_id
            AND h.consignee_id = b.consignee_id AND {history.BEFORE} ORDER BY h.known_at DESC LIMIT {OF_PAIR}) h
),
loads AS (
    SELECT revision_id,
        count(*) FILTER (WHERE same_goods AND known_at >= as_of - interval '{BURST_DAYS} days') AS burst,
        count(gross_mass_kg) FILTER (WHERE known_at < as_of - interval '{BURST_DAYS} days') AS masses,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY gross_mass_kg)
            FILTER (WHERE known_at < as_of - interval '{BURST_DAYS} days') AS median_kg
    FROM pair GROUP BY revision_id
),
own AS MATERIALIZED (
    SELECT q.revision_id, {_CURRENCY} AS currency,
        ({_INVOICE.format(of="r.consignment_id", as_of="q.as_of")}) AS incoterm
    FROM q JOIN consignments_consignmentrevision r ON r.id = q.revision_id
),
money AS (
    SELECT c.revision_id, avg((c.currency = c.own)::int) AS share, count(c.currency) AS n,
        mode() WITHIN GROUP (ORDER BY c.currency) AS usual
    FROM (SELECT p.revision_id, o.currency AS own, {_CURRENCY} AS currency
        FROM pair p JOIN own o USING (revision_id) JOIN consignments_consignmentrevision r ON r.id = p.earlier
        WHERE o.currency IS NOT NULL) c
    GROUP BY c.revision_id
),
terms AS (
    SELECT i.revision_id, avg((i.incoterm = i.own)::int) AS share, count(i.incoterm) AS n,
        mode() WITHIN GROUP (ORDER BY i.incoterm) AS usual
    FROM (SELECT p.revision_id, o.incoterm AS own,
            ({_INVOICE.format(of="p.consignment_id", as_of="p.as_of")}) AS incoterm
        FROM pair p JOIN own o USING (revision_id) WHERE o.incoterm IS NOT NULL) i
    GROUP BY i.revision_id
),
volume AS (
    SELECT q.revision_id, count(*) AS seen,
        coalesce(sum(h.gross_mass_kg) FILTER (WHERE h.known_at >= q.as_of - interval '{SPIKE_DAYS} days'), 0)
            AS recent_kg,
        sum(h.gross_mass_kg) FILTER (WHERE h.known_at < q.as_of - interval '{SPIKE_DAYS} days') AS base_kg,
        count(h.gross_mass_kg) FILTER (WHERE h.known_at < q.as_of - interval '{SPIKE_DAYS} days') AS base_n,
        extract(epoch FROM q.as_of - interval '{SPIKE_DAYS} days' - min(h.known_at)) / 86400 AS base_days
    FROM q JOIN asked b USING (revision_id) CROSS JOIN LATERAL (
        SELECT h.known_at, h.gross_mass_kg FROM profiling_history h WHERE h.consignee_id = b.consignee_id
            AND h.known_at >= q.as_of - interval '{YEAR_DAYS + SPIKE_DAYS} days' AND {history.BEFORE}
        ORDER BY h.known_at DESC LIMIT {OF_CONSIGNEE}) h
    GROUP BY q.revision_id, q.as_of
)
SELECT q.revision_id, b.gross_mass_kg, b.hs4s IS NOT NULL, loads.burst, loads.masses, loads.median_kg,
    own.currency, money.share, money.n, money.usual, own.incoterm, terms.share, terms.n, terms.usual,
    volume.recent_kg, volume.base_kg, volume.base_n, volume.base_days, volume.seen,
    record.examined, record.run, record.aged, record.month,
    carrier.vehicles, carrier.n, boxes.evidence, boxes.n, boxes.asked
FROM q JOIN asked b USING (revision_id) JOIN own USING (revision_id)
LEFT JOIN loads USING (revision_id) LEFT JOIN volume USING (revision_id)
LEFT JOIN money USING (revision_id) LEFT JOIN terms USING (revision_id)
LEFT JOIN LATERAL (
    SELECT count(*) AS examined, count(*) FILTER (WHERE found = 0) AS run,
        sum(power(0.5, extract(epoch FROM q.as_of - recorded_at) / 86400 / {YEAR_DAYS})) FILTER (WHERE found = 0)
            AS aged,
        to_char(max(recorded_at), 'YYYY-MM') AS month
    FROM (SELECT e.outcome_recorded_at AS recorded_at,
            count(*) FILTER (WHERE e.outcome_is_positive) OVER (ORDER BY e.outcome_recorded_at DESC) AS found
        FROM (SELECT h.outcome_recorded_at, h.outcome_is_positive FROM profiling_history h
            WHERE h.consignee_id = b.consignee_id AND h.outcome_is_positive IS NOT NULL
                AND h.outcome_recorded_at < q.as_of AND {history.BEFORE}
            ORDER BY h.outcome_recorded_at DESC LIMIT {EXAMINED}) e) s
) record ON true
LEFT JOIN LATERAL (
    SELECT count(DISTINCT s.vehicle) FILTER (WHERE s.vehicle <> own_manifest.conveyance_key)
            + (own_manifest.conveyance_key <> '')::int AS vehicles,
        count(*) FILTER (WHERE s.vehicle <> '') AS n
    FROM consignments_manifest own_manifest LEFT JOIN LATERAL (
        SELECT m.conveyance_key AS vehicle FROM (
            SELECT h.manifest_id FROM profiling_history h WHERE h.carrier_id = b.carrier_id AND {history.BEFORE}
            ORDER BY h.known_at DESC LIMIT {OF_CARRIER}) h
        JOIN consignments_manifest m ON m.id = h.manifest_id WHERE m.conveyance_key <> '') s ON true
    WHERE own_manifest.id = b.manifest_id AND own_manifest.conveyance_key <> '' AND b.carrier_id IS NOT NULL
    GROUP BY own_manifest.conveyance_key
) carrier ON true
LEFT JOIN LATERAL (
    SELECT count(DISTINCT o.key) AS n, bool_or(true) AS asked,
        (SELECT jsonb_build_object('new_box', k.key, 'prefix', left(k.key, 4)) FROM {history.OWN_KEYS} k
            WHERE k.kind = 'container' AND k.key ~ '^[A-Z]{{4}}'
                AND NOT left(k.key, 4) = ANY (array_agg(left(o.key, 4))) LIMIT 1) AS evidence
    FROM (SELECT h.revision_id FROM profiling_history h WHERE h.carrier_id = b.carrier_id AND {history.BEFORE}
        ORDER BY h.known_at DESC LIMIT {OF_CARRIER}) h
    JOIN profiling_historykey o ON o.history_id = h.revision_id AND o.kind = 'container'
    WHERE EXISTS (SELECT 1 FROM {history.OWN_KEYS} k WHERE k.kind = 'container')
) boxes ON b.carrier_id IS NOT NULL
"""


def dealing_facts(asked: Sequence[Asked]) -> dict[UUID, tuple[dict, dict]]:
    """Return (values, evidence) by revision id."""
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT, arguments_of(asked))
        return {row[0]: _answers(*row[1:]) for row in cursor.fetchall()}


def _answers(mass_kg, has_headings, burst, masses, median_kg, *rest) -> tuple[dict, dict]:
    values: dict = {"pair_seen_14d": min(burst or 0, BURST_LIMIT) if has_headings else None}
    evidence: dict[str, dict] = {}
    is_sample = bool(masses and masses >= PAIR_MASSES_AT_LEAST and median_kg)
    values["mass_against_pair"] = mass_kg / median_kg if is_sample and mass_kg is not None else None
    if values["mass_against_pair"] is not None:
        evidence["mass_against_pair"] = {"mass_kg": round(mass_kg), "usual_kg": round(median_kg)}
    for answers in (_terms(*rest[:8]), _volume(mass_kg, *rest[8:13]), _record(*rest[13:17]), _carrier(*rest[17:])):
        values |= answers[0]
        evidence |= answers[1]
    return values, evidence


def _terms(currency, share, n, usual, incoterm, term_share, term_n, usual_term) -> tuple[dict, dict]:
    """F05: how often the pair used this currency and these terms of delivery."""
    by_currency = float(share) if share is not None and n >= CURRENCIES_AT_LEAST else None
    by_incoterm = float(term_share) if term_share is not None and term_n >= INVOICES_AT_LEAST else None
    evidence = {}
    if by_currency is not None and by_currency < 1:
        evidence["currency_habit_share"] = {"currency": currency, "usual_currency": usual, "currency_n": n}
    if by_incoterm is not None and by_incoterm < 1:
        evidence["incoterm_habit_share"] = {"incoterm": incoterm, "usual_incoterm": usual_term, "incoterm_n": term_n}
    return {"currency_habit_share": by_currency, "incoterm_habit_share": by_incoterm}, evidence


def _volume(mass_kg, recent_kg, base_kg, base_n, base_days, seen) -> tuple[dict, dict]:
    """G08: 30 days against the usual 30 days of the year before; a base that the look-up cut short says nothing."""
    column = "volume_against_year"
    is_sample = base_n is not None and base_n >= VOLUME_SAMPLE_AT_LEAST and base_days >= VOLUME_BASE_AT_LEAST_DAYS
    if mass_kg is None or not is_sample or not base_kg:
        return {column: None}, {}
    month_kg, usual_kg = recent_kg + mass_kg, base_kg / (float(base_days) / SPIKE_DAYS)
    told = {"month_kg": round(month_kg), "usual_kg": round(usual_kg), "n": seen}
    return {column: month_kg / usual_kg}, {column: told}


def _record(examined, run, aged, month) -> tuple[dict, dict]:
    """I04: what was examined last found nothing; each examination counts half after a year."""
    if not examined:
        return {"clean_run": None}, {}
    return {"clean_run": float(aged or 0)}, {"clean_run": {"examined": run, "month": month}} if run else {}


def _carrier(vehicles, n, new_box, boxes, asked) -> tuple[dict, dict]:
    """H07 and E02: the vehicles of a carrier, and the owners of its boxes."""
    enough = vehicles is not None and n >= VEHICLE_SAMPLE_AT_LEAST
    values = {
        "carrier_vehicles": vehicles if enough else None,
        "owner_new_to_carrier": new_box is not None if asked and boxes >= BOXES_AT_LEAST else None,
    }
    evidence = {"carrier_vehicles": {"of_last": n}} if enough else {}
    if values["owner_new_to_carrier"]:
        evidence["owner_new_to_carrier"] = json.loads(new_box) | {"of_last": boxes}
    return values, evidence
