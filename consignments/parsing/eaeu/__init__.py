"""XML documents of the Eurasian Economic Union."""
