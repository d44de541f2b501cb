"""UN/EDIFACT messages that report where equipment was seen: they hold observations and no consignments."""
