"""The request is fixed and goes to the chair and the Raad; its papers; an answer on what was asked."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from paraplu.casussen import kluis
from paraplu.casussen.actions import (
    close_stap,
    fix_document,
    register_gebeurtenis,
    send_document,
)
from paraplu.casussen.deelnemers import find_organisatie
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, CasusStap, Document
from paraplu.netwerk.models import Medewerker, Organisatie
from paraplu.veiligheid.queries import plan_of, versie_of

from ..models import Bijlage, Verzoek
from ..queries import SOORT
from . import ruimte

AANMELDING = "aanmelding_tafel"
#: On this ground the chair gets the whole request: the task of the table (R62).
GROND_TAFEL = "taak van de Jeugdbeschermingstafel"
GROOTST = 4 * 1024 * 1024


@transaction.atomic
def submit_verzoek(
    *,
    stap: CasusStap,
    delen: Mapping[str, Mapping[str, Any]],
    personen: list[Mapping[str, Any]],
    besproken_op: date | None,
    grond_raad: str,
    by: Medewerker,
    on: date,
    gi_voorgesteld: Organisatie | None = None,
    ander_formulier: bool = False,
) -> Document:
    """Fix the request, send it, start the two weeks and close the step (R64, R77)."""
    casus = stap.casus
    Verzoek.objects.filter(casus=casus).update(
        ontvangen_op=on,
        besproken_op=besproken_op,
        gi_voorgesteld=gi_voorgesteld,
        ander_formulier=ander_formulier,
    )
    document = send_version(
        casus=casus, delen=delen, personen=personen, grond_raad=grond_raad, by=by, on=on
    )
    register_gebeurtenis(casus=casus, soort=AANMELDING, by=by, on=on, stap=stap)
    close_stap(stap=stap, uitkomst="ingediend", by=by, on=on)
    casus.refresh_from_db()
    ruimte.foresee(casus=casus, by=by, on=on)
    return document


@transaction.atomic
def send_version(
    *,
    casus: Casus,
    delen: Mapping[str, Mapping[str, Any]],
    personen: list[Mapping[str, Any]],
    grond_raad: str,
    by: Medewerker,
    on: date,
) -> Document:
    """Fix the next version of the request and send it to chair, Raad and lokaal team.

    Everything that was written is about people: it is kept encrypted.
    """
    verzoek = casus.tafelverzoek
    document = fix_document(
        casus=casus,
        soort=SOORT,
        inhoud={"soort": verzoek.soort, "aanmelder": verzoek.aanmelder, **_plan(casus, delen, on)},
        persoonsgegevens={"delen": delen, "personen": personen},
        by=by,
        on=on,
    )
    ontvangers = [("voorzitter", GROND_TAFEL), ("raad", grond_raad)]
    if by.organisatie_id != casus.lokaal_team_id:
        ontvangers.append(("lokaal_team", GROND_TAFEL))
    for rol, grond in ontvangers:
        send_document(
            document=document,
            organisatie=find_organisatie(casus, rol, on=on),
            rol=rol,
            met_persoonsgegevens=True,
            grond=grond,
            by=by,
            on=on,
        )
    return document


def _plan(casus: Casus, delen: Mapping[str, Mapping[str, Any]], on: date) -> dict[str, int]:
    """Which version of the safety plan goes with the request (R65); nothing when there is none."""
    plan = plan_of(casus.gezin, on) if delen.get("veiligheid", {}).get("plan") == "ja" else None
    versie = versie_of(plan, on) if plan else None
    return {"veiligheidsplan": versie.nummer} if versie else {}


@transaction.atomic
def add_bijlage(
    *, verzoek: Verzoek, soort: str, inhoud: bytes, by: Medewerker, on: date
) -> Bijlage:
    """Keep a paper, encrypted; only PDF, as everybody can open it. CasusFout."""
    if not inhoud.startswith(b"%PDF-"):
        raise CasusFout("Voeg het stuk toe als PDF.")
    if len(inhoud) > GROOTST:
        raise CasusFout("Dit bestand is te groot. Het mag hoogstens 4 MB zijn.")
    bijlage = Bijlage.objects.create(
        verzoek=verzoek,
        soort=soort,
        inhoud=kluis.seal(base64.b64encode(inhoud).decode()),
        door=by,
        op=on,
    )
    register_gebeurtenis(
        casus=verzoek.casus, soort="bijlage_toegevoegd", by=by, on=on, gegevens={"soort": soort}
    )
    return bijlage


def read_bijlage(bijlage: Bijlage) -> bytes:
    """The paper as it was added."""
    return base64.b64decode(kluis.unseal(bijlage.inhoud))


@transaction.atomic
def answer_aanvulling(
    *, stap: CasusStap, antwoorden: Mapping[int, str], by: Medewerker, on: date
) -> None:
    """Answer every question of the chair; the step closes when none is left (R66)."""
    for vraag in stap.casus.aanvulvragen.select_for_update().filter(beantwoord_op=None):
        if antwoord := antwoorden.get(vraag.pk, "").strip():
            vraag.antwoord, vraag.beantwoord_op = antwoord, on
            vraag.save(update_fields=["antwoord", "beantwoord_op"])
    close_stap(stap=stap, uitkomst="aangevuld", by=by, on=on)
