"""What the overview says: the first sentence, a card per value, the map, the regions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.grafiek import Vonk, make_vonk
from paraplu.inzage.keuze import Keuze, jaar_eerder, name_periode, zelfde_deel
from paraplu.inzage.woorden import Verschil, vergelijk
from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import Getal, Waarde, toon

#: The seven values, with inflow and outflow apart, and what stands beside them.
ZEVEN = ("V1", "V2a", "V2b", "V3", "V4", "V5", "V6", "V7")
OOK = ("V1a", "V1b", "V2c", "V6b", "V6c")


@dataclass(frozen=True)
class Waardekaart:
    """A value as the overview shows it: figure, trend, comparison, and the way to its page."""

    code: str
    naam: str
    maat: str
    getal: Getal
    is_onbekend: bool
    is_verborgen: bool
    vonk: Vonk | None
    verschil: Verschil | None
    tegenover: str
    adres: str


def make_kaarten(cijfers: Cijfers, keuze: Keuze, codes: Sequence[str]) -> list[Waardekaart]:
    """The cards for these values, in this order; a value the monitor lacks is left out."""
    return [
        make_waardekaart(cijfers, keuze, cijfers.indicatoren[code])
        for code in codes
        if code in cijfers.indicatoren
    ]


def make_waardekaart(cijfers: Cijfers, keuze: Keuze, indicator: Any) -> Waardekaart:
    """One card."""
    maat = indicator.maten[0]
    perioden = zelfde_deel(keuze.periode, read_eerste_jaar(cijfers, keuze))
    reeks = cijfers.reeks(indicator.code, perioden, keuze.gebied, keuze.variant_voor(indicator))
    nu = reeks[-1][1].get(maat.sleutel)
    toen, waar = find_tegenwaarde(cijfers, keuze, indicator, maat.sleutel)
    verschil = vergelijk(nu, toen, maat.eenheid, code=indicator.code)
    return Waardekaart(
        code=indicator.code,
        naam=indicator.naam,
        maat=maat.naam,
        getal=toon(nu, maat.eenheid, kort=True),
        is_onbekend=nu is None,
        is_verborgen=isinstance(nu, Verborgen),
        vonk=make_vonk(
            [waarden.get(maat.sleutel) for _periode, waarden in reeks],
            [name_periode(periode) for periode, _waarden in reeks],
            maat.eenheid,
        ),
        verschil=verschil,
        tegenover=_tell_tegenover(verschil, waar, str(toon(toen, maat.eenheid, kort=True))),
        adres=keuze.adres("waarde", indicator.code),
    )


def _tell_tegenover(verschil: Verschil | None, waar: str, toen: str) -> str:
    """With what a figure is compared; where the difference is hidden only what stands beside it."""
    if verschil is not None and verschil.is_verborgen:
        return _("%(waar)s: %(toen)s") % {"waar": waar, "toen": toen}
    return _("dan %(waar)s (%(toen)s)") % {"waar": waar, "toen": toen}


def read_eerste_jaar(cijfers: Cijfers, keuze: Keuze) -> int:
    """The first year with data."""
    bereik = cijfers.bereik()
    return bereik[0] if bereik else keuze.periode.begin.year


def find_tegenwaarde(
    cijfers: Cijfers, keuze: Keuze, indicator: Any, maat: str
) -> tuple[Waarde, str]:
    """What the figure is compared with, and how to say so."""
    variant = keuze.variant_voor(indicator)
    if keuze.vergelijk is None:
        eerder = jaar_eerder(keuze.periode)
        waarden = cijfers.waarden(indicator.code, eerder, keuze.gebied, variant)
        return waarden.get(maat), _("in %(periode)s") % {"periode": name_periode(eerder)}
    waarden = cijfers.waarden(indicator.code, keuze.periode, keuze.vergelijk, variant)
    return waarden.get(maat), keuze.vergelijk.plaats


@dataclass(frozen=True)
class Zinnen:
    """What matters first, and what comes after it."""

    kop: str
    verder: str


def make_zinnen(cijfers: Cijfers, keuze: Keuze) -> Zinnen:
    """The sentence on top: how many measures run, more or fewer than a year ago, and why."""
    stand = read_hoofdmaat(cijfers, keuze, "V2c")
    eerder = read_hoofdmaat(cijfers, keuze.met_periode(jaar_eerder(keuze.periode)), "V2c")
    in_, uit = (read_hoofdmaat(cijfers, keuze, code) for code in ("V2a", "V2b"))
    return Zinnen(_tell_stand(keuze, stand, eerder), _tell_stroom(in_, uit))


def _tell_stand(keuze: Keuze, stand: Waarde, eerder: Waarde) -> str:
    waarover = {"periode": keuze.periode_naam, "plaats": keuze.gebied.plaats}
    if isinstance(stand, Verborgen):
        return (
            _("Hoeveel maatregelen er eind %(periode)s %(plaats)s liepen, is verborgen.") % waarover
        )
    return _("Eind %(periode)s liepen %(plaats)s %(aantal)s maatregelen%(verschil)s.") % {
        **waarover,
        "aantal": toon(stand),
        "verschil": _tell_verschil(stand, eerder),
    }


def _tell_stroom(in_: Waarde, uit: Waarde) -> str:
    """What began and what ended; of what is hidden only that it is."""
    weg = (isinstance(in_, Verborgen), isinstance(uit, Verborgen))
    zin = {
        (False, False): _("In deze periode begonnen er %(in)s en eindigden er %(uit)s."),
        (False, True): _("In deze periode begonnen er %(in)s. Hoeveel er eindigden, is verborgen."),
        (True, False): _(
            "In deze periode eindigden er %(uit)s. Hoeveel er begonnen, is verborgen."
        ),
        (True, True): _("Hoeveel er in deze periode begonnen en eindigden, is verborgen."),
    }[weg]
    return zin % {"in": toon(in_), "uit": toon(uit)}


def read_hoofdmaat(cijfers: Cijfers, keuze: Keuze, code: str) -> Waarde:
    """The headline figure of a value."""
    indicator = cijfers.indicatoren[code]
    waarden = cijfers.waarden(code, keuze.periode, keuze.gebied, keuze.variant_voor(indicator))
    return waarden.get(indicator.maten[0].sleutel)


def _tell_verschil(nu: Waarde, toen: Waarde) -> str:
    if isinstance(toen, Verborgen):
        return _("; hoeveel een jaar eerder, is verborgen")
    if nu is None or toen is None or isinstance(nu, Verborgen):
        return ""
    if nu == toen:
        return _(", evenveel als een jaar eerder")
    zin = _(", %(aantal)s meer dan een jaar eerder")
    if nu < toen:
        zin = _(", %(aantal)s minder dan een jaar eerder")
    return zin % {"aantal": toon(abs(nu - toen))}
