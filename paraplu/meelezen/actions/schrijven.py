"""What somebody of the family writes: kept as it is written, and shared only if they say so."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from paraplu.casussen import kluis
from paraplu.web.wand.verzoek import beyond_wall

from ..models import Deelkeuze, Inbreng, Uitnodiging
from ..queries.lezer import Leesstuk, Lezer
from ..spoor import trace
from . import melden

#: The same words about the same item within this time are a form that was sent twice.
DUBBEL: Final = timedelta(minutes=10)


def write_inbreng(
    lezer: Lezer,
    *,
    soort: str,
    woorden: str,
    op: datetime,
    keuze: str = "",
    deelt: bool = False,
    bij: Leesstuk | None = None,
) -> Inbreng:
    """Keep these words (R67, R76), with an answer of `keuze` where it is one (R57, R223)."""
    over = {
        "stuk_soort": bij.soort.sleutel if bij else "",
        "stuk_sleutel": bij.stuk.sleutel if bij else "",
    }
    with beyond_wall():
        # Two times the same form at once wait here for one another.
        Uitnodiging.objects.select_for_update(of=("self",)).get(pk=lezer.uitnodiging.pk)
        eigen = {"uitnodiging": lezer.uitnodiging, "soort": soort, "keuze": keuze, **over}
        al = _find_same(woorden, sinds=op - DUBBEL, **eigen)
        if al:
            return al
        inbreng = Inbreng.objects.create(
            persoon=lezer.persoon,
            casus=lezer.casus,
            stuk_titel=bij.stuk.titel[:200] if bij else "",
            woorden_versleuteld=kluis.seal(woorden),
            taal=lezer.taal,
            moment=op,
            **eigen,
        )
        Deelkeuze.objects.create(inbreng=inbreng, deelt=deelt, moment=op)
        trace(lezer.uitnodiging, f"meelezen: {soort} schrijven", bij=" ".join(over.values()))
        if bij and bij.soort.bij_inbreng:
            bij.soort.bij_inbreng(inbreng)
        melden.tell_inbreng(lezer.uitnodiging)
        return inbreng


def _find_same(woorden: str, *, sinds: datetime, **zelfde: Any) -> Inbreng | None:
    """The row of the same form sent before; the words are encrypted, so they are compared here."""
    laatste = Inbreng.objects.filter(moment__gt=sinds, **zelfde).last()
    return laatste if laatste and laatste.woorden == woorden else None


def set_deelt(lezer: Lezer, *, inbreng: int, deelt: bool, op: datetime) -> bool:
    """Share one's own words with the others of the family, or no longer; False when it is not one's own."""
    with beyond_wall():
        eigen = Inbreng.objects.filter(pk=inbreng, persoon=lezer.persoon, casus=lezer.casus).first()
        if eigen is None:
            return False
        Deelkeuze.objects.create(inbreng=eigen, deelt=deelt, moment=op)
        trace(lezer.uitnodiging, "meelezen: delen wijzigen", bij=f"inbreng {eigen.pk}")
    return True
