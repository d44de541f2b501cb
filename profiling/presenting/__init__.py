"""What pages show, as plain values: rows, bars, sentences. Nothing here asks the database."""
