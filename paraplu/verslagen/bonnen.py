"""The receipt of a figure in a few lines: what was looked at, what counted, what fell out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from paraplu.monitor.definities import OnbekendeDefinitie, versie_van

from .woorden import tel_in_zin

if TYPE_CHECKING:
    from .inhoud.vragen import Vraag


def make_bon(vraag: Vraag, indicator: Any) -> str:
    """How the main figure of a value came about, in the reading that is shown."""
    opzet, lezing = vraag.opzet, indicator.varianten[0]
    bon = vraag.boek.cijfers.bon(indicator.code, opzet.periode, opzet.gebied, lezing)
    afgevallen = sorted(bon.afgevallen, key=lambda paar: str(paar[0]))
    plek = f"{opzet.gebied.sleutel or 'gelderland'} {opzet.periode.naam}"
    for naam, aantal in (("kandidaten", bon.kandidaten), ("geteld", bon.geteld), *afgevallen):
        vraag.boek.write(f"{indicator.code} {lezing} bon: {naam}, {plek}", aantal)
    zin = _("Zo komt dit getal tot stand: van %(kandidaten)s regels telden er %(geteld)s mee.") % {
        "kandidaten": tel_in_zin(bon.kandidaten),
        "geteld": tel_in_zin(bon.geteld),
    }
    delen = [zin]
    if afgevallen:
        redenen = "; ".join(f"{reden}: {tel_in_zin(aantal)}" for reden, aantal in afgevallen)
        delen.append(_("Wat niet meetelt: %(redenen)s.") % {"redenen": redenen})
    delen.append(_("Definitie %(versie)s.") % {"versie": name_definitie(indicator.code)})
    return " ".join(delen)


def name_definitie(code: str) -> str:
    """The version of a definition by which our code counts, as it is signed."""
    try:
        versie = versie_van(code)
    except OnbekendeDefinitie:
        return _("%(code)s (niet in het register)") % {"code": code}
    return _("%(code)s versie %(nummer)s (%(afdruk)s)") % {
        "code": code,
        "nummer": versie.versie,
        "afdruk": versie.vingerafdruk,
    }
