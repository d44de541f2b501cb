"""Compile a condition into one SQL expression that answers true, false or NULL: hit, no hit, not evaluable."""

from collections.abc import Callable, Iterable

from .catalogue import FACTS, FactType
from .operators import OPERATORS, known
from .sql import Sql
from .tree import All, Any_, AnyItem, Condition, Known, Leaf, Not

FACTS_TABLE = "profiling_consignmentfacts"
ITEMS_TABLE = "profiling_goodsitemfacts"

# Nanoseconds that PostgreSQL 17 takes to compare one fact of the type (20,000 rows, 2 cores).
COSTS = {
    FactType.BOOLEAN: 6,
    FactType.INTEGER: 7,
    FactType.NUMBER: 9,
    FactType.MOMENT: 9,
    FactType.ARRAY: 200,
    FactType.TEXT: 250,
}
COST_OF_A_WORD = 30  # codes and countries
COST_OF_ITEMS = 1_000  # a look into the goods items

Items = Callable[[AnyItem], Sql]


def compile_condition(condition: Condition, alias: str = "f", items: Items | None = None) -> Sql:
    """Return the expression over a row `alias` of the consignment facts.

    SQL's AND, OR and NOT are Kleene's, so the groups are compiled as they stand, cheap parts first: PostgreSQL stops
    at the first part that decides. `items` may answer an `any_item` by
    an expression of its own (a plan asks all of them in one subquery); else each becomes a correlated subquery.
    """
    match condition:
        case Leaf(fact, operator, value):
            return "(" + OPERATORS[operator].sql(FACTS[fact], Sql(f"{alias}.{fact}"), value) + ")"
        case Known(fact):
            return "(" + known(FACTS[fact], Sql(f"{alias}.{fact}")) + ")"
        case All(parts):
            return "(" + Sql.join(" AND ", (compile_condition(part, alias, items) for part in cheapest(parts))) + ")"
        case Any_(parts):
            return "(" + Sql.join(" OR ", (compile_condition(part, alias, items) for part in cheapest(parts))) + ")"
        case Not(part):
            return "(NOT " + compile_condition(part, alias, items) + ")"
        case AnyItem():
            return items(condition) if items else one_item_subquery(condition, alias)


def cheapest(parts: Iterable[Condition]) -> list[Condition]:
    """Return the parts of a group by what they cost; AND and OR do not care for the order."""
    return sorted(parts, key=_cost)


def over_items(answer: str) -> Sql:
    """Return the aggregate over the goods items of one consignment: Kleene's OR, and not known without any item.

    bool_or() skips NULL and is NULL over no rows. A consignment without goods lines says nothing of its goods, so the
    answer is not evaluable: a declarant who leaves the goods out must not pass for one whose goods are harmless.
    """
    return Sql(
        f"CASE WHEN bool_or({answer}) THEN true WHEN bool_or({answer} IS NULL) IS NOT FALSE THEN NULL ELSE false END"
    )


def one_item_subquery(condition: AnyItem, alias: str = "f") -> Sql:
    """Return the answer of one `any_item` as a correlated subquery (never EXISTS: that is two-valued)."""
    answer = compile_condition(condition.part, "i")
    rows = "SELECT " + answer + f" AS x FROM {ITEMS_TABLE} i WHERE i.facts_id = {alias}.id OFFSET 0"
    return "(SELECT " + over_items("x") + " FROM (" + rows + ") goods)"


def _cost(condition: Condition) -> int:
    match condition:
        case Leaf(fact):
            return COSTS.get(FACTS[fact].type, COST_OF_A_WORD)
        case Known():
            return 1
        case All(parts) | Any_(parts):
            return sum(_cost(part) for part in parts)
        case Not(part):
            return _cost(part)
        case AnyItem(part):
            return COST_OF_ITEMS + _cost(part)
