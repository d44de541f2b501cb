"""docs/profiles.md says what the code does."""

import json
import re

import pytest
from django.conf import settings
from django.db import connection

from profiling.conditions.definition import read_definition
from profiling.conditions.documenting import with_generated_parts
from profiling.conditions.operators import OPERATORS
from profiling.conditions.truth_tables import EXAMPLES

PAGE = settings.BASE_DIR / "docs" / "profiles.md"


@pytest.mark.django_db
def test_the_generated_parts_are_those_of_the_code():
    text = PAGE.read_text()
    with connection.cursor() as cursor:
        assert with_generated_parts(text, cursor) == text, "run ./pcu manage write_profiles_doc"


@pytest.mark.django_db
def test_a_page_without_a_place_for_a_part_is_refused():
    with connection.cursor() as cursor, pytest.raises(ValueError, match="groups"):
        with_generated_parts("# Profiles", cursor)


def test_every_operator_is_shown_with_a_value_that_is_not_known():
    assert set(EXAMPLES) == set(OPERATORS)
    assert all(None in stored for _fact, _value, stored in EXAMPLES.values())


def test_the_definition_on_the_page_can_be_read():
    (example,) = re.findall(r"```json\n(.*?)```", PAGE.read_text(), re.DOTALL)
    definition, faults = read_definition(json.loads(example))
    assert faults == []
    assert definition is not None
