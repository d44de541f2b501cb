"""When a supervisor is told about a profile."""

from datetime import UTC, date, datetime

import pytest

from profiling.measuring import Performance, Rate
from profiling.measuring.alerts import Alert, alerts_of

TODAY = date(2026, 11, 24)
FINE = {
    "whole": Performance(50, Rate(10, 40), datetime(2026, 11, 20, tzinfo=UTC)),
    "baseline": Rate(2, 100),
    "active_since": date(2026, 3, 1),
    "valid_until": date(2027, 2, 1),
    "today": TODAY,
}
SILENT = datetime(2026, 9, 20, tzinfo=UTC)

# name, what differs from a profile that is fine, alerts
CASES = [
    ("nothing to tell", {}, []),
    (
        "below chance, enough examined",
        {"whole": Performance(50, Rate(0, 30), FINE["whole"].last_hit_at)},
        [Alert.BELOW_BASELINE],
    ),
    ("below chance, too few to say so", {"whole": Performance(50, Rate(0, 29), FINE["whole"].last_hit_at)}, []),
    ("chance was never examined", {"baseline": Rate(0, 0)}, []),
    ("no hit in 60 days", {"whole": Performance(50, Rate(10, 40), SILENT)}, [Alert.NO_HIT]),
    ("never hit", {"whole": Performance()}, [Alert.NO_HIT]),
    ("silent, but young", {"whole": Performance(), "active_since": date(2026, 10, 1)}, []),
    ("ends in 14 days", {"valid_until": date(2026, 12, 8)}, [Alert.EXPIRES_SOON]),
    ("ends in 15 days", {"valid_until": date(2026, 12, 9)}, []),
]


@pytest.mark.parametrize(("changes", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_alerts(changes, expected):
    assert alerts_of(**(FINE | changes)) == expected
