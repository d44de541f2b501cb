"""What the benchmark of the pages is made of."""
