"""A figure of a report that is another one today, in words and with the way to its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from paraplu.inzage.gebied import Gebied, find_gebied
from paraplu.inzage.keuze import name_periode
from paraplu.monitor.periode import Periode
from paraplu.web.getallen import toon

from .inhoud.waarden import name_lezing

#: The page that tells which deliveries moved a figure, and the page of the value itself.
UITLEG, WAARDE = "verschil", "waarde"


@dataclass(frozen=True)
class Regel:
    """One figure: then in the report, now in the monitor."""

    naam: str
    toen: str
    nu: str
    adres: str


def list_regels(
    verschillen: Iterable[tuple[str, Any, Any]],
    *,
    indicatoren: Mapping[str, Any],
    namen: Mapping[str, Mapping[str, str]],
    bekend_op: str,
) -> list[Regel]:
    """The figures among what differs; counts of receipts and of what is missing stay out."""
    regels = []
    for sleutel, toen, nu in verschillen:
        delen = sleutel.split(" ")
        if len(delen) == 5 and delen[0] in indicatoren:
            regels.append(
                _make(
                    delen,
                    toen=toen,
                    nu=nu,
                    indicator=indicatoren[delen[0]],
                    namen=namen,
                    bekend_op=bekend_op,
                )
            )
    return regels


def _make(
    delen: list[str],
    *,
    toen: Any,
    nu: Any,
    indicator: Any,
    namen: Mapping[str, Any],
    bekend_op: str,
) -> Regel:
    code, lezing, sleutel_maat, sleutel_gebied, naam_periode = delen
    maat = next(maat for maat in indicator.maten if maat.sleutel == sleutel_maat)
    periode = Periode.lees(naam_periode)
    gebied = find_gebied("" if sleutel_gebied == "gelderland" else sleutel_gebied, namen)
    naam = _("%(naam)s, %(maat)s, %(lezing)s: %(gebied)s, %(periode)s") % {
        "naam": f"{indicator.naam} ({code})",
        "maat": maat.naam[:1].lower() + maat.naam[1:],
        "lezing": name_lezing(lezing),
        "gebied": gebied.naam if gebied else sleutel_gebied,
        "periode": name_periode(periode),
    }
    return Regel(
        naam,
        show_bewaard(toen, maat.eenheid),
        show_bewaard(nu, maat.eenheid),
        _find_adres(code, lezing, gebied, periode, bekend_op),
    )


def show_bewaard(waarde: Any, eenheid: str) -> str:
    """A figure as it is kept: numbers as text, hidden ones with their reason."""
    if isinstance(waarde, Mapping):
        return _("verborgen")
    return str(toon(Decimal(waarde) if isinstance(waarde, str) else waarde, eenheid))


def _find_adres(
    code: str, lezing: str, gebied: Gebied | None, periode: Periode, bekend_op: str
) -> str:
    """The page that explains the difference, where there is one; else the page of the value."""
    jaar, _streep, deel = periode.naam.partition("-")
    vragen = {
        "gebied": gebied.sleutel if gebied else "",
        "jaar": jaar,
        "deel": deel,
        "variant": lezing,
    }
    try:
        adres = reverse(UITLEG, args=[code])
        vragen["toen"] = bekend_op
    except NoReverseMatch:
        adres = reverse(WAARDE, args=[code])
    return f"{adres}?{urlencode({naam: waarde for naam, waarde in vragen.items() if waarde})}"
