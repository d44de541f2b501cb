"""By how many megabytes this process grows, at its peak, while it reads or registers a document."""

import re
from pathlib import Path

from django.utils.timezone import get_default_timezone

from consignments.models import Submission
from consignments.parsing.documents import parse
from consignments.registering import register_submission


def by_reading(path: Path, content_type: str) -> float:
    """Beside the bytes of the document, which are there beforehand."""
    raw = path.read_bytes()
    before = kilobytes("VmRSS")
    for _ in parse(raw, content_type, local_zone=get_default_timezone()).consignments:
        pass
    return (kilobytes("VmHWM") - before) / 1024


def by_registering(submission_id: str) -> float:
    """Beside the bytes, which come from the database and stay in memory meanwhile."""
    byte_count = Submission.objects.without_raw().get(pk=submission_id).byte_count  # so that there is a connection
    before = kilobytes("VmRSS")
    register_submission(submission_id)
    return (kilobytes("VmHWM") - before - byte_count / 1024) / 1024


def kilobytes(measure: str) -> int:
    """Return VmRSS, what is in memory now, or VmHWM, the most that ever was."""
    found = re.search(rf"{measure}:\s+([0-9]+) kB", Path("/proc/self/status").read_text())
    if not found:
        raise RuntimeError(f"the kernel does not tell {measure}")
    return int(found[1])
