"""The fingerprint of a definition: it changes when a figure can change, and not with a comment."""

from __future__ import annotations

import hashlib
from functools import cache

from paraplu.afspraken.gegevens import rijen
from paraplu.monitor import waarden
from paraplu.monitor.definities.reikwijdte import stukken
from paraplu.monitor.indicator import Indicator

#: Which product is which measure (P61): agreed data without days, so it is part of the definition.
#: The tussentaal has versions and days of its own, and the sheets too; a receipt names those.
SOORTEN = "maatregelen"


def vingerafdruk(code: str) -> str:
    """16 characters over the query, its measures, readings and constants, of value `code`."""
    return _vingerafdruk(waarden.indicator(code))


@cache
def _vingerafdruk(indicator: Indicator) -> str:
    maten = [
        (m.sleutel, m.eenheid, m.soort, m.kolom or "", m.waar or "", m.noemer or "")
        for m in indicator.maten
    ]
    vast = [
        (rij["productcategorie"], rij["productcode"], rij["soort_maatregel"])
        for rij in rijen(SOORTEN)
    ]
    deel = [indicator.code, indicator.varianten, indicator.dimensies, maten, sorted(vast)]
    code = sorted(stukken(indicator).items())
    return afdruk(repr(deel) + repr(code))


def afdruk(tekst: str) -> str:
    """16 characters that tell this text from every other."""
    return hashlib.sha256(tekst.encode()).hexdigest()[:16]
