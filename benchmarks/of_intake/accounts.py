"""The client in whose name the benchmarks hand in documents."""

import io

from django.core.management import call_command

from pcu_platform.models import Officer


def a_client() -> Officer:
    """Load units, posts and starter profiles; return the integration client among the accounts."""
    call_command("load_reference", verbosity=0, stdout=io.StringIO())
    return Officer.objects.filter(role="client").first()
