"""The dossier of a second deviation: every figure, note and reaction, for the G7 (R211)."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from paraplu.verslagen.inhoud import Blok, Hoofdstuk, Inhoud, Tekst

from ..models import Afwijking, Escalatie, Notitie
from ..queries import all_afwijkingen
from .delen import hoofdstuk_afwijking


def read_afwijkingen(escalatie: Escalatie) -> list[Afwijking]:
    """The deviations that it was decided on, the first one first."""
    return list(all_afwijkingen().filter(pk__in=escalatie.afwijkingen).order_by("op", "id"))


def read_notities(escalatie: Escalatie, zichtbaar: object) -> list[Notitie]:
    """What was said of this agreement in the meetings that the reader may see."""
    alle = Notitie.objects.filter(afspraak=escalatie.afspraak, overleg__in=zichtbaar)
    return list(alle.select_related("overleg"))


def make_dossier(escalatie: Escalatie, *, zichtbaar: object, op: date) -> Inhoud:
    """The dossier to read and to print. `zichtbaar`: meetings of which notes may be shown."""
    afwijkingen = read_afwijkingen(escalatie)
    notities = read_notities(escalatie, zichtbaar)
    besluiten = list(escalatie.besluiten.all())
    return Inhoud(
        titel=_("Dossier: %(wat)s") % {"wat": escalatie},
        onderwerp=_("Tweede afwijking, voor het Bestuurlijk Overleg G7"),
        kern=_("%(wie)s wijkt %(n)s keer af van %(afspraak)s.")
        % {
            "wie": escalatie.partij_naam,
            "n": len(afwijkingen),
            "afspraak": escalatie.afspraak,
        },
        datum=op,
        kenmerken=(
            (_("Kenmerk"), escalatie.nummer),
            (_("Overleg"), str(escalatie.overleg or _("niet doorgestuurd"))),
            (_("Waarom"), escalatie.waarom),
            (_("Bedragen"), _("geen: over boetes zijn de bronnen niet duidelijk")),
        ),
        hoofdstukken=(
            Hoofdstuk("afwijkingen", _("Afwijkingen"), (Tekst(_("Cijfers zoals toen bekend.")),)),
            *(hoofdstuk_afwijking(a, sleutel=a.nummer) for a in afwijkingen),
            Hoofdstuk("notities", _("Notities uit overleggen"), _teksten(
                [f"{n.overleg}: {n.tekst}" for n in notities])),
            Hoofdstuk("besluit", _("Besluit"), _teksten(
                [f"{b.datum:%d-%m-%Y}: {b.onderwerp}. {b.tekst}" for b in besluiten])),
        ),
    )  # fmt: skip


def _teksten(regels: list[str]) -> tuple[Blok, ...]:
    return tuple(Tekst(regel) for regel in regels) or (Tekst(_("Nog niets.")),)
