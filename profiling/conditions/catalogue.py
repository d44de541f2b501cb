"""The catalogue of facts: every column of the frozen facts that a condition may name."""

from .consignment_answers import ANSWERS
from .consignment_measures import MEASURES
from .consignment_words import WORDS
from .fact import Fact, FactType, Level, Source
from .item_facts import ITEM_FACTS

__all__ = ["FACTS", "Fact", "FactType", "Level", "Source", "facts_of"]

FACTS: dict[str, Fact] = {fact.name: fact for fact in (*MEASURES, *ANSWERS, *WORDS, *ITEM_FACTS)}


def facts_of(level: Level) -> list[Fact]:
    """Return the facts of a consignment, or those of a goods item, in the order of the columns."""
    return [fact for fact in FACTS.values() if fact.level is level]
