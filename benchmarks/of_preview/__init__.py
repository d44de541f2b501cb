"""What the benchmark of the editor's preview is made of."""
