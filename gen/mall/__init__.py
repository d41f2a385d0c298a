"""Templates as people's files: their vocabulary, their faults, and a try at filling them in."""
