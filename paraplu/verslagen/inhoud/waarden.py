"""A chapter per value: what it counts, its readings, its trend, and beside region and province."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from paraplu.inzage.keuze import name_periode

from ..bonnen import make_bon
from ..woorden import is_getal, schrijf, schrijf_verschil
from .delen import Blok, Hoofdstuk, Tabel, Tekst, Trend
from .vragen import VERGELIJKBAAR, Vraag, gevallenmaat

#: Measures shown of a value; one with more has them all on its page.
MATEN_HOOGSTENS = 9
#: The readings in words; the codes are the monitor's.
LEZINGEN = {
    "letterlijk": lambda: _("letterlijk"),
    "aaneengesloten": lambda: _("aaneengesloten"),
    "toegewezen": lambda: _("volgens de toewijzing"),
    "volledig": lambda: _("volledig"),
    "volgorde": lambda: _("in volgorde"),
    "lopende_maatregel": lambda: _("bij een lopende maatregel"),
    "verwijzer_gi": lambda: _("verwezen door de GI"),
    "toegekend": lambda: _("toegekend"),
    "algemeen": lambda: _("in het algemeen"),
}


def name_lezing(variant: str) -> str:
    """A reading in words."""
    return LEZINGEN[variant]() if variant in LEZINGEN else variant.replace("_", " ")


def make_waarde(vraag: Vraag, indicator: Any) -> Hoofdstuk:
    """The chapter of one value."""
    blokken: list[Blok] = [
        Tekst(first_alinea(indicator.definitie)),
        _make_lezingen(vraag, indicator),
        _make_trend(vraag, indicator),
    ]
    naast = _make_naast(vraag, indicator)
    if naast:
        blokken.append(naast)
    blokken.append(Tekst(make_bon(vraag, indicator)))
    return Hoofdstuk(
        f"waarde-{indicator.code}", f"{indicator.naam} ({indicator.code})", tuple(blokken)
    )


def first_alinea(tekst: str) -> str:
    """The first paragraph of a definition, on one line."""
    return " ".join(tekst.strip().split("\n\n")[0].split())


def _make_lezingen(vraag: Vraag, indicator: Any) -> Tabel:
    """All readings beside each other: the agreements allow more than one."""
    varianten = indicator.varianten
    rijen = tuple(
        (
            f"{maat.naam} ({_('dagen')})" if maat.eenheid == "dagen" else maat.naam,
            *(
                _cel(vraag.maat(indicator.code, maat.sleutel, variant=variant), maat.eenheid)
                for variant in varianten
            ),
        )
        for maat in indicator.maten[:MATEN_HOOGSTENS]
    )
    koppen = (_("Maat"), *(name_lezing(variant) for variant in varianten))
    periode = name_periode(vraag.opzet.periode)
    return Tabel(f"{indicator.naam}, {vraag.opzet.gebied.naam}, {periode}", koppen, rijen)


def _cel(waarde: Any, eenheid: str) -> str:
    """In a table the head says that it is days."""
    return schrijf(waarde, eenheid if eenheid in {"aandeel", "euro"} else "")


def _make_trend(vraag: Vraag, indicator: Any) -> Trend:
    """The main measure over the periods; beside larger areas where sizes do not matter."""
    maat = indicator.maten[0]
    met_anderen = maat.eenheid in VERGELIJKBAAR
    gebieden = vraag.naast() if met_anderen else [vraag.opzet.gebied]
    telbaar = gevallenmaat(indicator)
    labels, rijen, lijnen = [], [], [[] for _gebied in gebieden]
    for periode in vraag.reeks:
        label = name_periode(periode)
        labels.append(_shorten(label))
        rij = [label]
        for gebied, lijn in zip(gebieden, lijnen, strict=True):
            waarde = vraag.hoofdmaat(indicator.code, gebied=gebied, periode=periode)
            lijn.append(float(waarde) if is_getal(waarde) else None)
            rij.append(_cel(waarde, maat.eenheid))
        if telbaar:
            rij.append(schrijf(vraag.gevallen(indicator.code, periode=periode)))
        rijen.append(tuple(rij))
    namen = tuple(gebied.naam for gebied in gebieden)
    koppen = (_("Periode"), *namen, *((_("gevallen"),) if telbaar else ()))
    titel = f"{indicator.naam}, {maat.naam[:1].lower()}{maat.naam[1:]}"
    tabel = Tabel(_("Verloop: %(titel)s") % {"titel": titel}, koppen, tuple(rijen))
    return Trend(
        titel, maat.eenheid, namen, tuple(labels), tuple(tuple(lijn) for lijn in lijnen), tabel
    )


def _shorten(label: str) -> str:
    """A label that fits under a chart: kwartaal 2 van 2023 becomes K2 23."""
    woorden = label.split()
    return f"K{woorden[1]} {woorden[3][2:]}" if len(woorden) == 4 else label


def _make_naast(vraag: Vraag, indicator: Any) -> Tabel | None:
    """The area beside its region and the province, this period and a year earlier."""
    gebieden = vraag.naast()
    if len(gebieden) == 1:
        return None
    code, maat = indicator.code, indicator.maten[0]
    telbaar = gevallenmaat(indicator)
    rijen = []
    for gebied in gebieden:
        nu = vraag.hoofdmaat(code, gebied=gebied)
        toen = vraag.hoofdmaat(code, gebied=gebied, periode=vraag.eerder)
        gevallen = (schrijf(vraag.gevallen(code, gebied=gebied)),) if telbaar else ()
        rijen.append(
            (
                gebied.naam,
                schrijf(nu, maat.eenheid),
                schrijf(toen, maat.eenheid),
                schrijf_verschil(nu, toen, maat.eenheid, code),
                *gevallen,
            )
        )
    koppen = (
        _("Gebied"),
        name_periode(vraag.opzet.periode),
        name_periode(vraag.eerder),
        _("verschil"),
        *((_("aantal gevallen"),) if telbaar else ()),
    )
    bijschrift = _("%(naam)s: %(eigen)s naast %(anderen)s") % {
        "naam": indicator.naam,
        "eigen": gebieden[0].naam,
        "anderen": _(" en ").join(gebied.naam for gebied in gebieden[1:]),
    }
    return Tabel(bijschrift, koppen, tuple(rijen))
