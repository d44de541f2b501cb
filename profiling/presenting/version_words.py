"""All that a page needs to show what a version says."""

import json
from typing import Any

from profiling.conditions.definition import stored_definition
from profiling.models import ProfileVersion, WhenNotEvaluable
from profiling.presenting.in_language import in_language
from profiling.presenting.wording import say_definition


def version_said(version: ProfileVersion) -> dict[str, Any]:
    """Return what `_definition.html` is given: the definition as a value, in words and as JSON."""
    definition = stored_definition(version.definition)
    return {
        "definition": definition,
        "said": say_definition(definition),
        "when_not_evaluable": WhenNotEvaluable(definition.when_not_evaluable).label,
        "instruction": in_language(version, "instruction"),
        "json": json.dumps(definition.as_json(), ensure_ascii=False, indent=2),
    }
