"""Where the agreements stand: of one party, of all parties beside each other, and of all eleven."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.utils.timezone import localdate

from paraplu.afspraken import gebieden
from paraplu.afspraken.normen import NoNormInForce
from paraplu.afspraken.resultaatafspraken import Resultaatafspraak, resultaatafspraken
from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import GELDERLAND, Gebied
from paraplu.monitor.verbergen import Kijk
from paraplu.web import gegevens

from ..lezen.tuinen import read_tuingemeenten
from ..meten import METERS, Vraag
from ..oordeel import Norm, make_stand
from ..stand import Stand

#: In the gemeente of a garden the norm of RA7 holds as long as the garden runs (R54).
TUINAFSPRAAK = "RA7"
TUINNORM = Decimal(-5)


class GeenFiguur(LookupError):
    """The agreement has no figure for such a party."""


def stand_van(
    *,
    afspraak: Resultaatafspraak,
    partij: Gebied,
    jaar: int,
    bekend_op: date | None,
    kijk: Kijk | None,
    breed: bool = False,
) -> Stand:
    """Where one agreement stands for one party in a year, as known on a day (None: now).

    `breed`: also what stands beside the figure. Raises GeenFiguur where the agreement has none for
    such a party, and what the monitor raises for who has no patience.
    """
    return read_standen([afspraak], [partij], jaar=jaar, cijfers=open_cijfers(bekend_op, kijk), op=bekend_op, breed=breed)[0]  # fmt: skip


def open_cijfers(bekend_op: date | None, kijk: Kijk | None) -> Cijfers:
    """The figures as known on a day; a day after the newest delivery is now."""
    laatste = gegevens.laatst_bijgewerkt()
    if bekend_op is not None and (laatste is None or bekend_op >= laatste):
        bekend_op = None
    return Cijfers(bekend_op, kijk=kijk)


def read_standen(
    afspraken: Iterable[Resultaatafspraak],
    partijen: Iterable[Gebied],
    *,
    jaar: int,
    cijfers: Cijfers,
    op: date | None,
    breed: bool = False,
    kort: bool = False,
) -> list[Stand]:
    """Every agreement for every party, through one pair of eyes. Raises GeenFiguur.

    `kort`: for a list, of which the path over the years is not shown.
    """
    alle = list(partijen)
    tuinen = read_tuingemeenten(jaar) if any(p.soort == "gemeente" for p in alle) else frozenset()
    geheel = Vraag(
        code="",
        partij=GELDERLAND,
        bekend_op=op,
        op=op or localdate(),
        cijfers=cijfers,
        breed=breed,
        kort=kort,
    )
    return [
        _read_stand(replace(geheel, code=a.code, partij=partij), a, jaar, tuinen=tuinen)
        for a in afspraken
        for partij in alle
    ]


def _read_stand(
    vraag: Vraag, afspraak: Resultaatafspraak, jaar: int, *, tuinen: frozenset[str]
) -> Stand:
    partij = vraag.partij
    if partij.soort not in afspraak.partijen:
        raise GeenFiguur(f"{afspraak.code} heeft geen cijfer voor {partij.naam}")
    norm = read_norm(afspraak, jaar, in_tuin=partij.soort == "gemeente" and partij.code in tuinen)
    return make_stand(afspraak, vraag, jaar, meet=METERS[afspraak.code], norm=norm)


def read_norm(afspraak: Resultaatafspraak, jaar: int, *, in_tuin: bool) -> Norm:
    """What the agreement asks of a year; with a garden after its last year too (R54)."""
    try:
        return Norm(afspraak.on(jaar))
    except NoNormInForce as fout:
        if in_tuin and afspraak.code == TUINAFSPRAAK and jaar >= afspraak.normen[0].vanaf.year:
            return Norm(TUINNORM)
        return Norm(None, str(fout))


def list_partijen(afspraak: Resultaatafspraak, cijfers: Cijfers) -> list[Gebied]:
    """Every party that the agreement has a figure for: all together, GI's, regions, gardens."""
    gis = [Gebied("gi", code, naam) for code, naam in cijfers.namen()["gi"].items()]
    per_soort = {
        "": [GELDERLAND],
        "gi": gis,
        "regio": [Gebied("regio", r.code, r.naam) for r in gebieden.regios()],
    }
    return [
        p for soort in ("", "gi", "regio") if soort in afspraak.partijen for p in per_soort[soort]
    ]


def list_tuingemeenten(jaar: int) -> list[Gebied]:
    """The gemeenten with a garden in a year, by name (R54)."""
    gevonden = (gebieden.gemeente(code) for code in read_tuingemeenten(jaar))
    return sorted(
        (Gebied("gemeente", g.code, g.naam) for g in gevonden if g is not None),
        key=lambda gebied: gebied.naam,
    )


def afspraken_of(partij: Gebied) -> list[Resultaatafspraak]:
    """The agreements with a figure for such a party."""
    return [a for a in resultaatafspraken() if partij.soort in a.partijen]
