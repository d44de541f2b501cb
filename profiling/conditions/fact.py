"""What the catalogue says of one fact: its type, unit, meaning, where it comes from and when it is not known."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise


class FactType(StrEnum):
    NUMBER = "number"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    TEXT = "text"  # free text, compared without regard to case
    COUNTRY = "country"  # ISO 3166-1 alpha-2, upper case
    CODE = "code"  # compared as it is
    ARRAY = "array"  # several codes or countries; an unknown one is a NULL element
    MOMENT = "moment"  # an instant, with a time zone


class Source(StrEnum):
    DOCUMENT = "document"
    HISTORY = "history"
    LIST = "list"
    DRAW = "draw"
    READING = "reading"
    REGISTER = "register"
    TAG = "tag"


class Level(StrEnum):
    CONSIGNMENT = "consignment"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Fact:
    """One column of the frozen facts.

    choices: the words a code may take, where they are few. pattern: the form of a code, as a regular expression.
    unknown_when: the sentence an officer reads when the fact is NULL.
    """

    name: str
    type: FactType
    label: Promise
    meaning: Promise
    unknown_when: Promise
    unit: str = ""
    source: Source = Source.DOCUMENT
    level: Level = Level.CONSIGNMENT
    choices: tuple[str, ...] = ()
    pattern: str = ""
    elements: FactType = FactType.CODE  # of an array
    counted_to: int | None = None  # the history look-up stops counting here
