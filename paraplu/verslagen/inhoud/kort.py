"""How a report begins: the first sentence with what matters, and the seven values in one table."""

from __future__ import annotations

from django.utils.translation import gettext as _

from paraplu.inzage.gebied import Gebied
from paraplu.inzage.keuze import name_periode
from paraplu.inzage.woorden import GEWENST

from ..woorden import STREEP, is_getal, schrijf, schrijf_verschil, tel_in_zin
from .delen import Hoofdstuk, Tabel, Tekst
from .vragen import Vraag, gevallenmaat

#: What is shown of each part beside the others.
DEELWAARDEN = frozenset({"V2a", "V2b", "V2c", "V3", "V4"})


def make_kern(vraag: Vraag) -> str:
    """How many measures ran at the end of the period, more or fewer than a year ago, and why."""
    stand, toen = vraag.hoofdmaat("V2c"), vraag.hoofdmaat("V2c", periode=vraag.eerder)
    return _(
        "Eind %(periode)s liepen %(plaats)s %(aantal)s maatregelen%(verschil)s; "
        "in deze periode begonnen er %(in)s en eindigden er %(uit)s."
    ) % {
        "periode": name_periode(vraag.opzet.periode),
        "plaats": vraag.opzet.gebied.plaats,
        "aantal": tel_in_zin(stand),
        "verschil": _tell_verschil(stand, toen),
        "in": tel_in_zin(vraag.hoofdmaat("V2a")),
        "uit": tel_in_zin(vraag.hoofdmaat("V2b")),
    }


def _tell_verschil(nu: object, toen: object) -> str:
    if not (is_getal(nu) and is_getal(toen)):
        return ""
    erbij = int(nu) - int(toen)  # type: ignore[call-overload]
    if not erbij:
        return _(", evenveel als een jaar eerder")
    zin = _(", %(aantal)s meer dan een jaar eerder")
    if erbij < 0:
        zin = _(", %(aantal)s minder dan een jaar eerder")
    return zin % {"aantal": schrijf(abs(erbij))}


def make_kort(vraag: Vraag) -> Hoofdstuk:
    """The seven values, this period beside the same one a year earlier."""
    rijen = tuple(_make_rij(vraag, indicator) for indicator in vraag.indicatoren)
    koppen = (
        _("Waarde"),
        name_periode(vraag.opzet.periode),
        name_periode(vraag.eerder),
        _("verschil"),
        _("aantal gevallen"),
    )
    uitleg = _(
        "Bij een aandeel of een duur staat om hoeveel gevallen het gaat. "
        "Gunstig en ongunstig staan er alleen waar de resultaatafspraken een richting noemen: %(codes)s."
    ) % {"codes": ", ".join(f"{code} ({bron})" for code, (_richting, bron) in GEWENST.items())}
    tabel = Tabel(_("De zeven waarden en wat erbij hoort"), koppen, rijen)
    return Hoofdstuk("kort", _("De zeven waarden in het kort"), (tabel, Tekst(uitleg)))


def _make_rij(vraag: Vraag, indicator) -> tuple[str, ...]:
    code, eenheid = indicator.code, indicator.maten[0].eenheid
    nu, toen = vraag.hoofdmaat(code), vraag.hoofdmaat(code, periode=vraag.eerder)
    return (
        f"{code} {indicator.naam}",
        schrijf(nu, eenheid),
        schrijf(toen, eenheid),
        schrijf_verschil(nu, toen, eenheid, code),
        schrijf(vraag.gevallen(code)) if gevallenmaat(indicator) else STREEP,
    )


def make_delen(vraag: Vraag) -> Hoofdstuk | None:
    """The parts of the area beside each other; None where there are none."""
    delen = vraag.delen()
    if not delen:
        return None
    kolommen = [waarde for waarde in vraag.indicatoren if waarde.code in DEELWAARDEN]
    koppen, soort = [str(_KOP[delen[0].soort]())], delen[0].soort
    for indicator in kolommen:
        koppen.append(indicator.naam)
        if gevallenmaat(indicator):
            koppen.append(_("gevallen"))
    rijen = tuple(_make_deel(vraag, deel, kolommen) for deel in delen)
    titel = _TITEL[soort]()
    tabel = Tabel(f"{titel}, {name_periode(vraag.opzet.periode)}", tuple(koppen), rijen)
    return Hoofdstuk("delen", titel, (tabel,))


_KOP = {
    "regio": lambda: _("Regio"),
    "gemeente": lambda: _("Gemeente"),
    "gi": lambda: _("GI"),
}
_TITEL = {
    "regio": lambda: _("De regio’s naast elkaar"),
    "gemeente": lambda: _("De gemeenten naast elkaar"),
    "gi": lambda: _("De gecertificeerde instellingen naast elkaar"),
}


def _make_deel(vraag: Vraag, deel: Gebied, kolommen: list) -> tuple[str, ...]:
    rij = [deel.naam]
    for indicator in kolommen:
        waarde = vraag.hoofdmaat(indicator.code, gebied=deel)
        rij.append(schrijf(waarde, indicator.maten[0].eenheid))
        if gevallenmaat(indicator):
            rij.append(schrijf(vraag.gevallen(indicator.code, gebied=deel)))
    return tuple(rij)
