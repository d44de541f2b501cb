"""Numbers that look like chance and can be worked out again from their seed: plain functions over plain values."""

import hashlib
import hmac
from collections.abc import Mapping
from uuid import UUID


def draw_number(seed_hex: str, name: str) -> float:
    """Return the draw number of `name` in [0, 1)."""
    digest = hmac.new(bytes.fromhex(seed_hex), name.encode(), hashlib.sha256).digest()
    return (int.from_bytes(digest[:8], "big") >> 12) / 2**52


def commitment(seed_hex: str) -> str:
    """Return the hash that is published before the period."""
    return hashlib.sha256(bytes.fromhex(seed_hex)).hexdigest()


def least_burdened(workloads: Mapping[UUID, int], number: float) -> UUID:
    """Choose by a draw number in [0, 1), each with the weight 1 / (1 + workload): who has three has a quarter.

    workloads: open work of each, by id; the ids in order share the line from 0 to 1. Raises ValueError when nobody is
    there to be chosen.
    """
    weights = {who: 1 / (1 + load) for who, load in sorted(workloads.items())}
    if not weights:
        raise ValueError("nobody to choose from")
    reached, wanted = 0.0, number * sum(weights.values())
    for who, weight in weights.items():
        reached += weight
        if wanted < reached:
            return who
    return who
