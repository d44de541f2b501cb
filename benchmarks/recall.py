"""What the shipped profiles find of what is planted in the demo, over five seeds, with the bars of docs/demo.md."""

import json
import tempfile
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from django.core.management import call_command

from benchmarks.database import own_database
from benchmarks.pairs import Row, at_least, at_most
from pcu_platform.demo.finding import TELLING, Found, found_of

SEEDS = (7, 11, 12, 13)
NEVER_TUNED_ON = 29
CONSIGNMENTS = 3_000
MONTHS = 12
UNTIL = datetime(2026, 10, 14, 9, 30, tzinfo=UTC)


def run() -> list[Row]:
    by_seed = {seed: found_with(seed) for seed in (*SEEDS, NEVER_TUNED_ON)}
    everything = sum(by_seed.values(), Found())
    plants = sum(everything.plants[code] for code in everything.planted)
    rows = [Row("plants over five seeds", plants, "", at_least(200))]
    rows += rows_of("all seeds", everything)
    rows += rows_of(f"seed {NEVER_TUNED_ON}, never tuned on", by_seed[NEVER_TUNED_ON])
    for code in everything.planted:
        told = f"{everything.plants_hit[code]} of {everything.plants[code]} plants, "
        told += f"{everything.by_its_own[code]} by its own profile; "
        told += f"{everything.twins_hit[code]} of {everything.twins[code]} twins"
        rows.append(Row(f"recall of {code}", everything.recall([code]), "", at_least(0.40), note=told))
    return rows


def rows_of(name: str, found: Found) -> list[Row]:
    telling = [code for code in found.planted if code in TELLING]
    alike = [code for code in found.planted if code not in TELLING]
    wrong = f"{found.wrong_hit} of {found.wrong} that are wrong in truth"
    return [
        Row(f"{name}: recall of all patterns", found.recall(found.planted), "", at_least(0.65), note=wrong),
        Row(f"{name}: recall where the documents tell", found.recall(telling), "", at_least(0.60)),
        Row(f"{name}: precision where the documents tell", found.precision(telling), "", at_least(0.80)),
        Row(f"{name}: precision where both look the same", found.precision(alike), ""),
        Row(f"{name}: ordinary consignments hit", found.ordinary_hit, "", at_most(0.03)),
    ]


def found_with(seed: int) -> Found:
    """Load a year of this seed into a database of its own, and count."""
    with own_database(f"recall_{seed}"), tempfile.TemporaryDirectory() as directory:
        truth = Path(directory) / "truth.json"
        plan = {"consignments": CONSIGNMENTS, "months": MONTHS, "seed": seed, "until": UNTIL}
        call_command("load_demo", truth=truth, stdout=StringIO(), **plan)
        return found_of(json.loads(truth.read_text()))
