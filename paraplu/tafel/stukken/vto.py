"""The request for an investigation (VTO, P29): who asks, for which children, on what grounds (R263)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from paraplu.casussen.actions import read_bsn
from paraplu.casussen.models import Casus, Persoon
from paraplu.netwerk.models import Organisatie
from paraplu.veiligheid.papier import make_stuk as make_plan
from paraplu.veiligheid.queries import plan_of, versie_of
from paraplu.web.papier.stuk import Alinea, Blok, Kop, Lijst, Ondertekening, Velden
from paraplu.web.templatetags.kader import dag

from ..models import Besluit


def make_vto(
    besluit: Besluit, *, velden: Mapping[str, Any], gi: Organisatie | None, on: date
) -> tuple[Blok, ...]:
    """The fields of a request; the report of the talk goes along as a document of its own."""
    zitting = besluit.zitting
    return (
        Velden(
            (
                (_("Aan"), _("Raad voor de Kinderbescherming")),
                (_("Verzoeker"), _verzoeker(besluit)),
                (_("Besproken aan tafel op"), dag(besluit.op)),
                (_("Besproken met de ouders op"), dag(velden["besproken_op"])),
                (_("Acuut gevaar"), _("Ja") if velden["acuut"] == "ja" else _("Nee")),
                (_("Voorgestelde GI"), gi.naam if gi else _("Geen voorstel")),
            )
        ),
        *_personen(zitting.casus),
        Kop(1, _("Waarom is een onderzoek nodig?")),
        Alinea(velden["gronden"]),
        Velden(
            (
                (_("Uitkomst van het gesprek"), str(besluit.get_uitkomst_display())),
                (_("Vrijwillige hulp"), besluit.benut_toelichting),
                (_("Veiligheid nu"), besluit.veiligheid),
                (_("Advies van de Raad aan tafel"), besluit.advies_tekst or _("Geen advies")),
            )
        ),
        *_plan(zitting.casus, on=on),
        Kop(1, _("Wat gaat er mee?")),
        Lijst((_("Het verslag van het gesprek, met de afspraken en de reacties daarop"),)),
        Ondertekening(
            naam=zitting.voorzitter.naam,
            functie=_("Voorzitter"),
            organisatie=zitting.tafel.organisatie.naam,
            datum=on,
        ),
    )


def _verzoeker(besluit: Besluit) -> str:
    """The table asks on behalf of the college of the gemeente (P28)."""
    return _("%(tafel)s, namens het college van %(gemeente)s") % {
        "tafel": besluit.zitting.tafel.organisatie.naam,
        "gemeente": besluit.zitting.casus.gemeente.naam,
    }


def _personen(casus: Casus) -> Iterator[Blok]:
    yield Kop(1, _("Over wie gaat het?"))
    personen = casus.gezin.personen.exclude(rol=Persoon.Rol.NETWERK)
    yield Velden(tuple((str(p.get_rol_display()), _describe(p)) for p in personen))


def _describe(persoon: Persoon) -> str:
    delen = [persoon.naam]
    if persoon.geboortedatum:
        delen.append(_("geboren op %(dag)s") % {"dag": dag(persoon.geboortedatum)})
    if persoon.rol == Persoon.Rol.KIND and (bsn := read_bsn(persoon)):
        delen.append(_("BSN %(bsn)s") % {"bsn": bsn})
    if persoon.gezag:
        delen.append(_("heeft gezag"))
    return ", ".join([*delen, persoon.adres] if persoon.adres else delen)


def _plan(casus: Casus, *, on: date) -> Iterator[Blok]:
    """The safety plan as it holds on this day, one level deeper."""
    yield Kop(1, _("Het veiligheidsplan"))
    plan = plan_of(casus.gezin, on)
    versie = versie_of(plan, on) if plan else None
    if versie is None:
        yield Alinea(_("Er is geen veiligheidsplan."))
        return
    yield from _deeper(make_plan(versie).blokken)


def _deeper(blokken: Iterable[Blok]) -> Iterator[Blok]:
    for blok in blokken:
        if isinstance(blok, Ondertekening):
            continue
        yield replace(blok, niveau=min(blok.niveau + 1, 6)) if isinstance(blok, Kop) else blok
