"""What the benchmark of assessing needs: traffic, a past, a list of names, and consignments that wait."""
