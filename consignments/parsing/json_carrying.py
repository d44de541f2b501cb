"""What the JSON manifest must, and what it cannot carry."""

JSON_MANIFEST_MUST = frozenset(
    {
        "document_number", "parties.consignor", "parties.consignee", "goods", "goods.description",
        "goods.commodity_code", "equipment", "equipment.number", "equipment.seals",
    }
)  # fmt: skip

JSON_MANIFEST_CANNOT = frozenset(
    {"manifest.arrival_on"}
)  # fmt: skip
