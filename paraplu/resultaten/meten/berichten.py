"""What the messages say: RA2 and RA7 from values of the monitor, RA9 and RA10 from figures of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from paraplu.casussen.cijfers.tellen import Blik, Cijfer
from paraplu.inzage.cijfers import BINNEN
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen import KLEIN, Verborgen
from paraplu.netwerk.models import Organisatie, Soort
from paraplu.overdracht.cijfers.metingen import METINGEN, list_rijen, make_tabel, read_jaar
from paraplu.web.getallen import Waarde
from paraplu.web.wand.verzoek import beyond_wall

from ..lezen.uitzonderingen import read_zaken
from ..stand import Gemis, Onderdeel
from .gemeten import Gemeten, Vraag

VERWIJZER_GI: Final = "verwijzer_gi"
TOEGEWEZEN: Final = "toegewezen"


def read_maat(
    vraag: Vraag, code: str, jaar: int, *, maat: str = "", variant: str | None = None
) -> Waarde:
    """One measure of a value, the first when none is named; None in a year without messages."""
    bereik = vraag.cijfers.bereik()
    if bereik is None or not bereik[0] <= jaar <= bereik[1]:
        return None
    indicator = vraag.cijfers.find_indicator(code)
    waarden = vraag.cijfers.waarden(code, Periode.jaar(jaar), vraag.partij, variant)
    return waarden.get(maat or indicator.maten[0].sleutel)


def _deel(
    vraag: Vraag, naam: str, code: str, jaar: int, *, maat: str = "", variant: str | None = None
) -> Onderdeel:
    indicator = vraag.cijfers.find_indicator(code)
    gekozen = next((m for m in indicator.maten if m.sleutel == maat), indicator.maten[0])
    waarde = read_maat(vraag, code, jaar, maat=maat, variant=variant)
    return Onderdeel(
        naam=naam,
        waarde=waarde,
        eenheid=gekozen.eenheid,
        bewijs=vraag.bewijs(code, jaar, variant) if waarde is not None else "",
    )


def _make(vraag: Vraag, code: str, jaar: int, *, variant: str | None = None) -> Gemeten:
    """A figure of the monitor with its receipt, or why there is none."""
    waarde = read_maat(vraag, code, jaar, variant=variant)
    if waarde is not None:
        return Gemeten(waarde=waarde, bewijs=vraag.bewijs(code, jaar, variant))
    return Gemeten(
        ontbreekt=(
            Gemis(wat=_("berichten over %(jaar)s") % {"jaar": jaar}, van=_("gemeenten en GI’s")),
        ),
        reden=_("Over dit jaar is er niets geteld."),
    )


def measure_ra2(vraag: Vraag, jaar: int) -> Gemeten:
    """Granted amounts of help on a GI's bepaling (R175, P53: variant ii)."""
    gemeten = _make(vraag, "V1b", jaar, variant=VERWIJZER_GI)
    delen = [_deel(vraag, _("Kinderen"), "V1b", jaar, maat="kinderen", variant=VERWIJZER_GI)]
    if vraag.breed:
        delen.append(_deel(vraag, _("Jeugdhulp van kinderen met een maatregel"), "V1b", jaar))
    return replace(gemeten, onderdelen=tuple(delen))


def measure_ra7(vraag: Vraag, jaar: int) -> Gemeten:
    """Measures that began (P41), with the stock (P15) and V1 beside it."""
    gemeten = _make(vraag, "V2a", jaar)
    if not vraag.breed:
        return gemeten
    return replace(
        gemeten,
        onderdelen=(
            _deel(vraag, _("Lopende maatregelen op 31 december"), "V2c", jaar),
            _deel(vraag, _("Begonnen volgens de toewijzing"), "V2a", jaar, variant=TOEGEWEZEN),
            _deel(vraag, _("Toewijzingen waarvoor is betaald"), "V1", jaar),
        ),
    )


def measure_ra9(vraag: Vraag, jaar: int) -> Gemeten:
    """Mean days of extended OTS that ended (R185): every case once, so weighted over gemeenten.

    Who sees the cases in full sees the figure without the exceptional ones. For others it is with
    them: the difference would tell how long the few lasted.
    """
    gemeten = _make(vraag, "RA9", jaar)
    if isinstance(gemeten.waarde, Verborgen) or gemeten.waarde is None:
        return gemeten
    delen: tuple[Onderdeel, ...] = (
        _deel(vraag, _("Geëindigde verlengde OTS"), "RA9", jaar, maat="aantal"),
    )
    gemeten = replace(gemeten, gewicht=delen[0].waarde)
    if vraag.cijfers.is_eigen(vraag.partij):
        zonder, anders = _leave_out(vraag, jaar, gemeten.waarde)
        gemeten, delen = replace(gemeten, waarde=zonder), delen + anders
    if vraag.breed:
        delen += (_deel(vraag, _("Volgens de toewijzing"), "RA9", jaar, variant=TOEGEWEZEN),)
        delen += tuple(_from_work(vraag, jaar, "beschikbaar", _("Lokaal team binnen 3 werkdagen")))
        delen += tuple(_wait_for_help(vraag, jaar))
    return replace(gemeten, onderdelen=delen)


def _leave_out(vraag: Vraag, jaar: int, waarde: Waarde) -> tuple[Waarde, tuple[Onderdeel, ...]]:
    """The mean without the cases of the register, and what that leaves out."""
    zaken = read_zaken(vraag.partij.code if vraag.partij.soort == "gi" else "", op=vraag.op)
    if not zaken:
        return waarde, ()
    filters = vraag.partij.filters or BINNEN
    rijen = vraag.cijfers.monitor.lijst(
        "RA9", periode=Periode.jaar(jaar), filters=filters, hoogstens=None
    )
    over = [rij["dagen"] for rij in rijen if (rij["kind"], rij["begindatum"]) not in zaken]
    return sum(over) / len(over) if over else None, (
        Onderdeel(naam=_("Uitzonderingen die apart tellen"), waarde=len(rijen) - len(over), eenheid="maatregelen"),
        Onderdeel(naam=_("Gemiddelde met uitzonderingen"), waarde=waarde, eenheid="dagen"),
    )  # fmt: skip


def measure_ra10(vraag: Vraag, jaar: int) -> Gemeten:
    """Voogdij that ended before 18, of all voogdij: broad from messages, strict from the work (P19)."""
    gemeten = _make(vraag, "RA10", jaar)
    delen = [_deel(vraag, _("Alle voogdij van het jaar"), "RA10", jaar, maat="voogdij")]
    if vraag.breed:
        delen += [
            _deel(vraag, _("Geëindigd voor het kind 18 was"), "RA10", jaar, maat="voor_18"),
            _deel(vraag, _("Volgens de toewijzing"), "RA10", jaar, variant=TOEGEWEZEN),
            *_from_work(vraag, jaar, "ra10_streng", _("Streng: een voogd uit het netwerk")),
            *_from_work(vraag, jaar, "voogdvragen", _("Gevraagd om voogd te worden: wil het")),
        ]
    return replace(gemeten, onderdelen=tuple(delen))


def _table(vraag: Vraag, jaar: int, sleutel: str) -> Any:
    meting = next(m for m in METINGEN if m.sleutel == sleutel)
    bron = vraag.once(("werk", jaar), lambda: read_jaar(jaar))
    return make_tabel(meting, list_rijen(meting, [bron], jaar=jaar, op=vraag.op))


def _from_work(vraag: Vraag, jaar: int, sleutel: str, naam: str) -> Iterator[Onderdeel]:
    """The share of a measure over the work in Paraplu; a council gets none of one GI."""
    if vraag.is_publiek or vraag.partij.soort not in {"", "gi", "regio"}:
        return
    cijfer = _table(vraag, jaar, sleutel).cijfer(_blik(vraag))
    gezien = isinstance(cijfer, Cijfer)
    yield Onderdeel(
        naam=_("%(naam)s (uit het werk)") % {"naam": naam},
        waarde=cijfer.aandeel if gezien else KLEIN,
        eenheid="aandeel",
    )
    yield Onderdeel(
        naam=_("%(naam)s: aantal (uit het werk)") % {"naam": naam},
        waarde=cijfer.aantal if gezien else KLEIN,
        eenheid="zaken",
    )


def _wait_for_help(vraag: Vraag, jaar: int) -> Iterator[Onderdeel]:
    """The duration split by how soon help began, from the work (R303)."""
    if vraag.is_publiek or vraag.partij.soort not in {"", "gi", "regio"}:
        return
    tabel = _table(vraag, jaar, "duur_ots")
    namen = {"snel": _("hulp binnen drie maanden"), "later": _("hulp later")}
    for deel, naam in namen.items():
        cijfer = tabel.cijfer(_blik(vraag), deel)
        waarde = cijfer.mediaan if isinstance(cijfer, Cijfer) else KLEIN
        yield Onderdeel(
            naam=_("Mediane duur, %(deel)s (uit het werk)") % {"deel": naam},
            waarde=None if waarde is None else _to_waarde(waarde),
            eenheid="maanden",
        )


def _to_waarde(waarde: Any) -> Waarde:
    return waarde if isinstance(waarde, Verborgen | Decimal | int) else float(waarde)


def _blik(vraag: Vraag) -> Blik:
    """The party as the rooms of the work know it."""
    if vraag.partij.soort == "gi":
        with beyond_wall():
            gi = Organisatie.objects.filter(soort=Soort.GI, code=vraag.partij.code).first()
        return Blik(partij=gi.sleutel if gi else "-")
    return Blik(regio=vraag.partij.code) if vraag.partij.soort == "regio" else Blik()
