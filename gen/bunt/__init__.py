"""Documents bound into one PDF: those of a meeting with their bilagor, or files that one names."""
