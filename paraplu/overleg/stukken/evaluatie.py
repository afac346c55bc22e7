"""The report that a dated task makes of itself: each agreement over the years (R155, R213, P17)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from paraplu.inzage.gebied import GELDERLAND, Gebied
from paraplu.monitor.verbergen import Kijk
from paraplu.resultaten.stand import Stand, Status
from paraplu.verslagen.inhoud import Blok, Hoofdstuk, Inhoud, Tekst

from ..models import Afwijking
from ..partijen import list_gis, list_regios
from ..standen import Vraag, read_stand
from ..taken import Taak
from .delen import list_gemis, tabel_standen


def read_jaren(taak: Taak, *, bekend_op: date, kijk: Kijk) -> list[Stand]:
    """Each agreement of the task in each of its years, of all and of the parties it is about."""
    partijen = [Gebied(p.soort, p.code, p.naam) for p in (*list_regios(), *list_gis())]
    vraag = Vraag(taak.op.year, bekend_op, kijk)
    gelezen = (
        read_stand(afspraak, partij, vraag.in_jaar(jaar))
        for afspraak in taak.afspraken
        for partij in (GELDERLAND, *partijen)
        for jaar in taak.jaren
    )
    return [stand for stand in gelezen if stand is not None]


def make_evaluatie(
    taak: Taak,
    standen: Iterable[Stand],
    *,
    afwijkingen: Iterable[Afwijking],
    bekend_op: date,
    op: date,
) -> Inhoud:
    """The report. Made before its day it says so; figures that are not there yet are named."""
    alle, rijen = list(standen), list(afwijkingen)
    hoofdstukken = [_hoofdstuk(code, alle, rijen) for code in _codes(alle)]
    return Inhoud(
        titel=taak.naam,
        onderwerp=_("Verslag bij een vaste taak van %(dag)s") % {"dag": f"{taak.op:%d-%m-%Y}"},
        kern=_kern(alle, taak),
        datum=op,
        kenmerken=(
            (_("Taak"), f"{taak.naam}, {taak.op:%d-%m-%Y}"),
            (_("Jaren"), ", ".join(str(jaar) for jaar in taak.jaren)),
            (_("Zoals bekend op"), f"{bekend_op:%d-%m-%Y}"),
            (_("Besluit"), taak.besluit.onderwerp if taak.besluit else _("nog niet genomen")),
        ),
        hoofdstukken=tuple(hoofdstukken),
    )


def _kern(standen: list[Stand], taak: Taak) -> str:
    """Of all parties together: what was met in the last year with a norm."""
    samen = [s for s in standen if s.jaar == max(taak.jaren, default=0) and not s.partij.soort]
    samen = samen or [s for s in standen if not s.partij.soort]
    gehaald = sum(s.status == Status.GEHAALD for s in samen)
    return _(
        "Van heel Gelderland zijn in het laatste jaar %(n)s van %(alle)s afspraken gehaald."
    ) % {
        "n": gehaald,
        "alle": len(samen),
    }


def _codes(standen: list[Stand]) -> list[str]:
    return list(dict.fromkeys(stand.afspraak.code for stand in standen))


def _hoofdstuk(code: str, standen: list[Stand], afwijkingen: list[Afwijking]) -> Hoofdstuk:
    rijen = [stand for stand in standen if stand.afspraak.code == code]
    afspraak = rijen[0].afspraak
    van = [a for a in afwijkingen if a.afspraak == code]
    blokken: list[Blok] = [
        Tekst(afspraak.tekst),
        tabel_standen(rijen, _("%(code)s per jaar en partij") % {"code": code}),
        Tekst(_("Afwijkingen die zijn vastgelegd: %(n)s.") % {"n": len(van)}),
        *(Tekst(str(a)) for a in van),
    ]
    gemis = dict.fromkeys(zin for stand in rijen for zin in list_gemis(stand))
    blokken.extend(Tekst(zin) for zin in gemis)
    return Hoofdstuk(code, f"{code} {afspraak.naam}", tuple(blokken))
