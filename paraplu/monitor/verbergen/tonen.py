"""What a reader gets to see of an answer: measures in full, or Verborgen in their place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from paraplu.monitor.uitkomst import Bon, Rij, Uitkomst
from paraplu.monitor.verbergen.cel import Cel, is_eigen, make_cel
from paraplu.monitor.verbergen.maten import Verberger
from paraplu.monitor.verbergen.patroon import Patroon
from paraplu.monitor.verbergen.verborgen import KLEIN, NIET_GEDEELD, Kijk, Verborgen
from paraplu.monitor.verbergen.vragen import mag_vragen

if TYPE_CHECKING:
    from paraplu.monitor.geopend import Geopend, Vraag

#: Splits that have a row only for what is counted.
RIJ_NAAR_BEHOEFTE = frozenset({"aanbieder", "productcategorie", "tussentaal", "soort_maatregel"})


def scherm_af(uitkomst: Uitkomst, geopend: Geopend, vraag: Vraag, kijk: Kijk) -> Uitkomst:
    """The same answer with Verborgen in the place of what this reader does not get.

    A question that is not shared keeps only the rows that everybody knows to be there and those of
    the reader's own area: that a provider has a row is something about a child too.
    """
    binnen = make_cel("alles", "", vraag.filters)
    if binnen is not None and is_eigen(binnen, kijk):
        return uitkomst
    if mag_vragen(kijk, per=vraag.per, filters=vraag.filters, periode=vraag.periode):
        verberger = Verberger(Patroon.van(geopend, kijk), vraag)
        rijen = [_toon(rij, kijk, verberger) for rij in _met_lege(uitkomst, geopend, verberger)]
        return replace(uitkomst, rijen=rijen)
    vast = set(geopend.namen.vast(vraag.per, vraag.filters))
    rijen = []
    for rij in uitkomst.rijen:
        if _is_open(make_cel(vraag.per, rij.sleutel, vraag.filters), kijk):
            rijen.append(rij)
        elif rij.sleutel in vast:
            rijen.append(_vervang(rij, rij.waarden, NIET_GEDEELD))
    return replace(uitkomst, rijen=rijen)


def scherm_bon_af(bon: Bon, geopend: Geopend, vraag: Vraag, kijk: Kijk) -> Bon:
    """The same receipt for this reader."""
    cel = make_cel(vraag.per, "", vraag.filters)
    if cel is None or is_eigen(cel, kijk):
        return bon
    mag = mag_vragen(kijk, per=vraag.per, filters=vraag.filters, periode=vraag.periode)
    if not mag:
        return replace(bon, kandidaten=NIET_GEDEELD, geteld=NIET_GEDEELD, afgevallen=[])
    weg = Verberger(Patroon.van(geopend, kijk), vraag).maten(cel)
    geteld = KLEIN if weg else bon.geteld
    return replace(bon, kandidaten=KLEIN, geteld=geteld, afgevallen=[])


def _met_lege(uitkomst: Uitkomst, geopend: Geopend, verberger: Verberger) -> list[Rij]:
    """The rows, and those that count nothing and are hidden: that there is no row tells it is zero."""
    vraag = verberger.vraag
    if vraag.per not in RIJ_NAAR_BEHOEFTE:
        return uitkomst.rijen
    er_zijn = {rij.sleutel for rij in uitkomst.rijen}
    leeg = dict.fromkeys((m.sleutel for m in vraag.indicator.maten), 0)
    return [
        *uitkomst.rijen,
        *(
            Rij(sleutel, geopend.namen.naam(vraag.per, sleutel), dict(leeg))
            for sleutel in sorted(verberger.sleutels() - er_zijn)
        ),
    ]


def _toon(rij: Rij, kijk: Kijk, verberger: Verberger) -> Rij:
    cel = make_cel(verberger.vraag.per, rij.sleutel, verberger.vraag.filters)
    if cel is None or is_eigen(cel, kijk):
        return rij
    zonder = _vervang(rij, verberger.niet_gedeeld, NIET_GEDEELD)
    return _vervang(zonder, verberger.maten(cel), KLEIN)


def _is_open(cel: Cel | None, kijk: Kijk) -> bool:
    return cel is None or is_eigen(cel, kijk)


def _vervang(rij: Rij, maten: Iterable[str], door: Verborgen) -> Rij:
    return replace(rij, waarden={**rij.waarden, **dict.fromkeys(maten, door)})
