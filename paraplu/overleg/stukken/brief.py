"""The letter of a college to its council: a template in our own words, filled from the registers."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from paraplu.afspraken import gebieden
from paraplu.web.papier import Alinea, Ondertekening, Stuk

from ..lesstof import BOUWSTENEN
from ..models import Besluit, Raadsbrief, Regiostand
from ..queries import last_standen


def begin_brief(gemeente: str, *, op: date) -> str:
    """The text to begin with: why, what was decided, what is only announced, how far we are."""
    gevonden = gebieden.gemeente(gemeente)
    regio = gevonden.regio if gevonden else ""
    delen = [
        _("Beste leden van de raad,"),
        _(
            "Met deze brief vertellen wij hoe het staat met de Gelderse Verbeteragenda "
            "Jeugdbescherming. De gemeenten in Gelderland en de gecertificeerde instellingen maken "
            "samen afspraken, zodat kinderen sneller veilig zijn."
        ),
        *_besluiten(gemeente, regio, op),
        *_bouwstenen(regio),
        _(
            "Drie keer per jaar bespreken alle partijen de cijfers. Wijkt een partij twee keer af, "
            "dan praten de bestuurders erover. Over het resultaat informeren wij u elk jaar."
        ),
        _("Met vriendelijke groet,"),
    ]
    return "\n\n".join(delen)


def _besluiten(gemeente: str, regio: str, op: date) -> list[str]:
    eigen = ("", f"gemeente-{gemeente}", f"regio-{regio}")
    alle = Besluit.objects.filter(openbaar=True, gebied__in=eigen, datum__lte=op).order_by("datum")
    genomen = [b for b in alle if b.stand == Besluit.Stand.BESLOTEN]
    uitgevoerd = {b.aankondiging_id for b in genomen}
    open_ = [b for b in alle if b.stand != Besluit.Stand.BESLOTEN and b.pk not in uitgevoerd]
    delen = []
    if genomen:
        delen.append(_("Besloten is:") + "\n" + "\n".join(_regel(b) for b in genomen))
    if open_:
        kop = _("Aangekondigd is, en wij hebben er nog geen besluit van:")
        delen.append(kop + "\n" + "\n".join(_regel(b) for b in open_))
    return delen


def _regel(besluit: Besluit) -> str:
    return f"- {besluit.datum:%d-%m-%Y}, {besluit.orgaan}: {besluit.onderwerp}"


def _bouwstenen(regio: str) -> list[str]:
    laatste = last_standen(Regiostand.Soort.BOUWSTEEN)
    regels = [
        f"- {naam}: {laatste[sleutel, regio].get_stand_display().lower()}"
        for sleutel, naam in BOUWSTENEN.items()
        if (sleutel, regio) in laatste
    ]
    return [_("Zo ver is onze regio:") + "\n" + "\n".join(regels)] if regels else []


def make_brief(brief: Raadsbrief, gemeente: str, *, voet: str) -> Stuk:
    """The letter as an accessible document."""
    return Stuk(
        titel=brief.onderwerp,
        onderwerp=_("Brief van het college aan de raad van %(gemeente)s") % {"gemeente": gemeente},
        datum=brief.datum,
        kenmerk=f"RB-{brief.pk}",
        blokken=(
            Alinea(brief.tekst),
            Ondertekening(
                naam=brief.ondertekenaar, organisatie=_("Gemeente %(naam)s") % {"naam": gemeente}
            ),
        ),
        voet=voet,
    )
