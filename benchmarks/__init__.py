"""What ./pcu bench runs: one module a benchmark, each with `run()` that returns its rows."""
