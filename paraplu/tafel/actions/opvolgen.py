"""After the talk: looking back, the request to the RvdK, and the answer as a second fact (P28)."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.db import transaction

from paraplu.casussen.actions import close_stap, fix_document, register_gebeurtenis, send_document
from paraplu.casussen.deelnemers import find_organisatie
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, CasusStap, Document
from paraplu.netwerk.models import Medewerker, Organisatie

from .. import uitkomsten
from ..models import Evaluatie, Raadsbesluit, Vto
from ..stukken.blokken import to_inhoud
from ..stukken.vto import make_vto
from .terugkijken import agree_moment
from .verslagen import VERSLAG

VTO: Final = "tafel_vto"
GROND_RAAD: Final = "verzoek tot onderzoek (Jeugdwet 3.1)"


@transaction.atomic
def hold_evaluatie(
    *, stap: CasusStap, velden: dict[str, Any], by: Medewerker, on: date
) -> Evaluatie:
    """Write down what came out of the moment, and go on as was agreed (R60, R265)."""
    moment = uitkomsten.moment_of(stap.casus)
    if moment is None:
        raise CasusFout("Er staat geen moment om te evalueren. Leg eerst een dag vast.")
    gedaan = Evaluatie.objects.filter(pk=moment.pk, gehouden_op=None).update(
        gehouden_op=velden["op"],
        voortgang=velden["voortgang"],
        doorbraak=velden["doorbraak"] == "ja",
        vervolg=velden["vervolg"],
        toelichting=velden["toelichting"],
        door=by,
    )
    if not gedaan:
        raise CasusFout("Dit moment is intussen door een ander vastgelegd.")
    moment.refresh_from_db()
    volgende = None
    if moment.vervolg == Evaluatie.Vervolg.NIEUW_MOMENT:
        volgende = Evaluatie.objects.create(
            casus=stap.casus,
            besluit=moment.besluit,
            wijze=velden["volgende_wijze"],
            op=velden["volgende_op"],
        )
    register_gebeurtenis(
        casus=stap.casus,
        soort="tafel_geevalueerd",
        by=by,
        on=velden["op"],
        stap=stap,
        gegevens={"evaluatie": moment.pk, "vervolg": moment.vervolg},
    )
    nieuw = close_stap(stap=stap, uitkomst=moment.vervolg, by=by, on=on)
    agree_moment(stappen=nieuw, moment=volgende, on=on)
    return moment


def last_verslag(casus: Casus) -> Document | None:
    """The report that was fixed last."""
    return casus.documenten.filter(soort=VERSLAG, ingetrokken_op=None).order_by("versie").last()


@transaction.atomic
def send_vto(*, stap: CasusStap, velden: dict[str, Any], by: Medewerker, on: date) -> Vto:
    """Fix the request and send it with the report to the RvdK; the first of the two facts (P28)."""
    casus = stap.casus
    besluit, verslag = uitkomsten.besluit_of(casus), last_verslag(casus)
    if besluit is None or verslag is None or verslag.inhoud["besluit"] != besluit.pk:
        raise CasusFout("Verstuur eerst het verslag van het gesprek. Dat gaat met het verzoek mee.")
    raad = find_organisatie(casus, "raad", on=on)
    gi: Organisatie | None = velden.get("gi")
    document = fix_document(
        casus=casus,
        soort=VTO,
        inhoud={"besluit": besluit.pk, "uitkomst": besluit.uitkomst},
        persoonsgegevens={
            "blokken": to_inhoud(make_vto(besluit, velden=velden, gi=gi, on=on)),
        },
        by=by,
        on=on,
    )
    for stuk in (document, verslag):
        send_document(
            document=stuk,
            organisatie=raad,
            rol="raad",
            by=by,
            on=on,
            met_persoonsgegevens=True,
            grond=GROND_RAAD,
        )
    vto = Vto.objects.create(
        casus=casus,
        besluit=besluit,
        document=document,
        gi_voorgesteld=gi,
        verzonden_op=on,
        door=by,
    )
    close_stap(stap=stap, uitkomst="verstuurd", by=by, on=on)
    return vto


@transaction.atomic
def record_raadsbesluit(
    *, stap: CasusStap, velden: dict[str, Any], by: Medewerker, on: date
) -> Raadsbesluit:
    """What the RvdK decided itself: the second fact, with the day the court was informed (R263)."""
    vto = uitkomsten.vto_of(stap.casus)
    if vto is None:
        raise CasusFout("Er is nog geen verzoek tot onderzoek verstuurd.")
    if velden["besloten_op"] < vto.verzonden_op:
        raise CasusFout("De Raad kan niet besluiten voordat het verzoek is verstuurd.")
    if Raadsbesluit.objects.filter(vto=vto).exists():
        raise CasusFout("Het besluit van de Raad is al vastgelegd.")
    besluit = Raadsbesluit.objects.create(
        vto=vto,
        onderzoek=velden["onderzoek"] == "ja",
        besloten_op=velden["besloten_op"],
        rechtbank_op=velden.get("rechtbank_op"),
        toelichting=velden["toelichting"],
        vastgelegd_op=on,
        door=by,
    )
    close_stap(
        stap=stap,
        uitkomst="onderzoek" if besluit.onderzoek else "geen_onderzoek",
        toelichting=besluit.toelichting,
        by=by,
        on=on,
    )
    return besluit


@transaction.atomic
def inform_court(*, besluit: Raadsbesluit, op: date, by: Medewerker, on: date) -> Raadsbesluit:
    """The court was informed later; said once."""
    if op < besluit.besloten_op:
        raise CasusFout("De rechtbank is niet ingelicht voordat de Raad besloot.")
    gedaan = Raadsbesluit.objects.filter(pk=besluit.pk, rechtbank_op=None).update(rechtbank_op=op)
    if not gedaan:
        raise CasusFout("Dit is al vastgelegd.")
    register_gebeurtenis(
        casus=besluit.vto.casus, soort="rechtbank_ingelicht", by=by, on=on,
        gegevens={"op": op.isoformat()},
    )  # fmt: skip
    besluit.refresh_from_db()
    return besluit
