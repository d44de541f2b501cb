"""The second ranker: learns from stored facts and outcomes, says how much and why, and never lowers anything."""
