"""The chair looks whether everything is there: asks, accepts, or says where the question belongs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from paraplu.casussen.actions import close_stap, register_gebeurtenis
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import CasusStap
from paraplu.netwerk.models import Medewerker
from paraplu.web.post.actions import stuur
from paraplu.web.templatetags.kader import dag as show_dag

from ..models import Aanvulvraag
from . import plannen


@transaction.atomic
def ask_aanvulling(
    *, stap: CasusStap, vragen: Mapping[str, str], uiterlijk: date, by: Medewerker, on: date
) -> None:
    """Ask the writer what is missing, per field, before a day; the writer hears it at once (R62)."""
    gevuld = {veld: vraag.strip() for veld, vraag in vragen.items() if vraag.strip()}
    if not gevuld:
        raise CasusFout("Schrijf bij een onderdeel wat u mist.")
    if uiterlijk < on:
        raise CasusFout("Kies een dag die nog komt.")
    Aanvulvraag.objects.bulk_create(
        Aanvulvraag(
            casus=stap.casus,
            stap=stap,
            veld=veld,
            vraag=vraag,
            uiterlijk=uiterlijk,
            gesteld_op=on,
            gesteld_door=by,
        )
        for veld, vraag in gevuld.items()
    )
    register_gebeurtenis(
        casus=stap.casus,
        soort="aanvulling_gevraagd",
        by=by,
        on=on,
        stap=stap,
        gegevens={"velden": sorted(gevuld), "uiterlijk": uiterlijk.isoformat()},
    )
    (nieuw,) = close_stap(stap=stap, uitkomst="aanvullen", by=by, on=on)
    if stap.casus.houder.gebruiker:
        stuur(
            aan=stap.casus.houder.gebruiker,
            onderwerp=_("Paraplu: de voorzitter mist iets in uw verzoek"),
            tekst=_("Casus %(nummer)s: beantwoord de vragen uiterlijk op %(dag)s.")
            % {"nummer": stap.casus.nummer, "dag": show_dag(uiterlijk)},
            adres=reverse("stap", args=[nieuw.pk]),
            on=on,
        )


@transaction.atomic
def refer_elsewhere(*, stap: CasusStap, tafel: str, reden: str, by: Medewerker, on: date) -> None:
    """The question is not for this table: say where it belongs and why; the case ends (R79)."""
    zitting = stap.casus.zittingen.filter(status="gepland").first()
    if zitting:
        plannen.cancel_zitting(
            zitting=zitting, reden=_("De vraag gaat naar een andere tafel."), by=by, on=on
        )
    register_gebeurtenis(
        casus=stap.casus, soort="verwezen", by=by, on=on, stap=stap, gegevens={"tafel": tafel}
    )
    close_stap(stap=stap, uitkomst="andere_tafel", toelichting=reden, by=by, on=on)
