"""Word files from the inside: what `docx.py` and `templates.py` are made of."""
