"""A protokoll laid out once in, an utdrag for each § that goes to somebody out: `gen utdrag`.

The pages of the §, then the försättsblad, underskrifter and anslag/bevis of its protokoll, and a
page that says that the extract is true. They are cut (`pdf/merge.py`), not made again: so they are
the very pages that were signed, and hold nothing of another §.
"""
