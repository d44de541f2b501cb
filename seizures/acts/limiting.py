"""How often one address may ask the public page whether an act is genuine."""

import redis
import structlog
from django.core.cache import cache
from django.utils import timezone

A_MINUTE = 30

log = structlog.get_logger(__name__)


def asked_too_often(address: str) -> bool:
    """Count this question. Where the cache does not answer, nobody is kept out: a code of 80 bits is not guessed."""
    key = f"verify:{address}:{timezone.now():%H%M}"
    try:
        cache.add(key, 0, 120)
        return cache.incr(key) > A_MINUTE
    except (redis.RedisError, ValueError) as fault:
        log.warning("verifications_not_counted", fault=type(fault).__name__)
        return False
