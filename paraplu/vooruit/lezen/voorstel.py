"""What a proposal says, read back: which rule, what it is now, and what it would become.

definitie: `dagen` (P50) or `ingangsdatum` (P6) with the number or the day, or `lezing-V4` with the
name of another reading (P21). norm: the key of the norm with the percentage or points of change per
year. termijn: the term as it stands in the routes, and the term in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from paraplu.afspraken.normen import Norm, Normwaarde, normen
from paraplu.afspraken.tussentaal import Tussentaalregel

from ..models import Soort, Voorstel

if TYPE_CHECKING:
    from paraplu.monitor.watals import Wijziging

DAGEN, INGANGSDATUM, LEZING = "dagen", "ingangsdatum", "lezing-"
#: The values that a proposal moves, the one shown first in front.
GERAAKT: Final = {
    DAGEN: ("V2a", "V2b", "V2c", "V3", "V6"),
    INGANGSDATUM: ("V2c", "V1", "V1a", "V1b", "V2a", "V2b", "V3", "V4", "V5", "V6", "V7"),
    Soort.TUSSENTAAL: ("V7", "V1b", "V5", "V4"),
}


@dataclass(frozen=True)
class Lezing:
    """Another reading of one value."""

    code: str
    variant: str


def find_lezing(voorstel: Voorstel) -> Lezing | None:
    """The reading that is proposed to be shown first; None for other proposals."""
    if voorstel.soort != Soort.DEFINITIE or not voorstel.onderwerp.startswith(LEZING):
        return None
    return Lezing(voorstel.onderwerp.removeprefix(LEZING), voorstel.waarde)


def make_wijziging(voorstel: Voorstel) -> Wijziging:
    """What the monitor counts otherwise; nothing for a reading, a norm or a term."""
    from paraplu.monitor.watals import GEWOON  # noqa: PLC0415 - Ibis is slow to import

    if voorstel.soort == Soort.TUSSENTAAL:
        return replace(GEWOON, tussentaal=tuple(_read_regel(rij) for rij in voorstel.blad))
    if voorstel.onderwerp == DAGEN:
        return replace(GEWOON, hoogstens_tussen=int(voorstel.waarde))
    if voorstel.onderwerp == INGANGSDATUM:
        return replace(GEWOON, ingegaan_na=date.fromisoformat(voorstel.waarde))
    return GEWOON


def list_geraakt(voorstel: Voorstel) -> tuple[str, ...]:
    """The codes of the values that a definition or tussentaal moves."""
    lezing = find_lezing(voorstel)
    if lezing:
        return (lezing.code,)
    return GERAAKT[Soort.TUSSENTAAL if voorstel.soort == Soort.TUSSENTAAL else voorstel.onderwerp]


def find_normen(voorstel: Voorstel) -> tuple[Norm, Norm]:
    """The norm that holds and the one proposed, which has one value for every year from the first."""
    nu = next(norm for norm in normen() if norm.sleutel == voorstel.onderwerp)
    waarde = Normwaarde(vanaf=nu.waarden[0].vanaf, waarde=Decimal(voorstel.waarde))
    return nu, replace(nu, waarden=(waarde,))


def describe(voorstel: Voorstel) -> str:
    """The proposal in one sentence."""
    zin = {
        Soort.TUSSENTAAL: _("Een andere tussentaal: %(aantal)s regels uit %(bestand)s."),
        Soort.NORM: _("De norm ‘%(onderwerp)s’ wordt %(waarde)s per jaar."),
        Soort.TERMIJN: _("Een termijn van %(waarde)s in plaats van %(onderwerp)s."),
    }.get(voorstel.soort) or {
        DAGEN: _("Wat binnen %(waarde)s dagen volgt is één maatregel (nu: 31 dagen, P50)."),
        INGANGSDATUM: _("Zorg telt mee als zij inging na %(waarde)s (nu: 1 januari 2017, P6)."),
    }.get(voorstel.onderwerp, _("Van %(code)s staat de lezing ‘%(waarde)s’ voorop."))
    return zin % _words(voorstel)


def _words(voorstel: Voorstel) -> dict[str, Any]:
    onderwerp, waarde = voorstel.onderwerp, voorstel.waarde
    if voorstel.soort == Soort.NORM:
        norm, _nieuw = find_normen(voorstel)
        eenheid = "%" if norm.wijze == "relatief" else " " + _("procentpunt")
        onderwerp, waarde = norm.naam, f"{waarde.replace('.', ',').replace('-', '−')}{eenheid}"
    if onderwerp == INGANGSDATUM:
        waarde = date_format(date.fromisoformat(waarde), "j F Y")
    return {
        "onderwerp": onderwerp,
        "waarde": waarde,
        "code": onderwerp.removeprefix(LEZING),
        "aantal": len(voorstel.blad),
        "bestand": voorstel.bestand,
    }


def _read_regel(rij: Mapping[str, Any]) -> Tussentaalregel:
    return Tussentaalregel(
        **{
            **rij,
            "vanaf": date.fromisoformat(rij["vanaf"]),
            "tot": date.fromisoformat(rij["tot"]) if rij["tot"] else None,
        }
    )
