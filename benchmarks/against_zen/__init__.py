"""The parts of the engine benchmark: facts made by SQL, random profiles, their zen source, two processes each."""
