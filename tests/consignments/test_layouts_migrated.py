"""The one mapping that a source had becomes a layout that fits every table with all its headers."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from consignments.models import Source
from tests import factories as make
from tests.consignments.arriving import receive_bytes

BEFORE, AFTER = ("consignments", "0007_document_kinds"), ("consignments", "0008_layouts_and_mending")
TOLD = {"document_number": "Nr X", "value": ""}


@pytest.fixture
def migrated_back():
    """Let a test go back in the history of the tables; at its end they are as they were."""
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    yield lambda target: MigrationExecutor(connection).migrate([target])
    MigrationExecutor(connection).migrate(latest)


@pytest.mark.django_db(transaction=True)
def test_what_was_told_of_a_source_is_kept(migrated_back):
    source = make.source()
    migrated_back(BEFORE)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE consignments_source SET column_mapping = %s", ['{"document_number": "Nr X", "value": ""}']
        )
    MigrationExecutor(connection).migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())
    kept = Source.objects.get(pk=source.pk)
    assert kept.layouts_told() == {"": TOLD}
    submission = receive_bytes(b"Ware;Nr X\nSoap;A\n", kept, content_type="text/csv", by=make.officer())
    assert submission.column_mapping == TOLD
