"""The report of a check: which files, what is wrong in each, and whether a receiver would take it.

A check is a stream of `Begin`, `Bevinding` and `Einde`; `als_tabel`, `als_json` and `als_html` write it down
while it comes, `verzamel` keeps a bounded part of it for a page.
"""

from paraplu.berichten.verslag.gang import Begin, Begrensd, Einde, Gebeurtenis, Oordeel, Telling
from paraplu.berichten.verslag.keuren import (
    BRON_ONLEESBAAR,
    Bronbestand,
    keur_bestanden,
    keur_paden,
)
from paraplu.berichten.verslag.uitleg import GEVOLGEN, Uitleg, is_bekend, uitleg
from paraplu.berichten.verslag.verzamelen import Verzameld, verzamel

__all__ = [
    "BRON_ONLEESBAAR",
    "GEVOLGEN",
    "Begin",
    "Begrensd",
    "Bronbestand",
    "Einde",
    "Gebeurtenis",
    "Oordeel",
    "Telling",
    "Uitleg",
    "Verzameld",
    "is_bekend",
    "keur_bestanden",
    "keur_paden",
    "uitleg",
    "verzamel",
]
