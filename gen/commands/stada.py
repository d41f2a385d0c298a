"""`gen städa`: what gen keeps of earlier runs is thrown away."""

from __future__ import annotations

from gen.commands.options import AsJson, print_json, say


def stada(as_json: AsJson = False) -> None:
    """Empties the cache and removes what killed runs have left in the temporary folder."""
    from gen import cache, structured
    from gen.pdf import profile

    profile.sweep()
    kept = cache.of()
    number, size = kept.empty()
    if as_json:
        print_json(structured.stada(kept.folder, number, size))
    elif kept.folder is None:
        say(["Ingenting sparas: GEN_CACHE säger nej."])
    elif not number:
        say([f"Inget att städa i {kept.folder}."])
    else:
        noun = "ett dokument" if number == 1 else f"{number} dokument"
        megabytes = f"{size / 1_000_000:.1f}".replace(".", ",")
        say([f"Borta: {noun} ({megabytes} MB) ur {kept.folder}."])
