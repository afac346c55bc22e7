"""What the page of a case shows of messages, help that runs, and questions to answer."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from paraplu.berichten.regels.register import regels
from paraplu.casussen import queries as werk
from paraplu.casussen.models import Casus

from ..berichtenpost.queries import answer_due, post_of
from ..berichtenpost.uitgaand import RELEASE
from ..forms.reactie import BesprokenForm
from ..models import Werkbericht
from .netwerk import netwerkvragen_for, organisaties_of

#: What each message is, in words.
NAMEN: Final = {
    "JW301": _("Toewijzing"),
    "JW302": _("Antwoord op de toewijzing"),
    "JW305": _("Start van de hulp"),
    "JW306": _("Antwoord op de start"),
    "JW307": _("Einde van de hulp"),
    "JW308": _("Antwoord op het einde"),
    "JW315": _("Verzoek om toewijzing"),
    "JW316": _("Antwoord op het verzoek"),
    "JW319": _("Antwoord van de gemeente op het verzoek"),
    "JW320": _("Antwoord op dat antwoord"),
}
#: Who sees the messages of a case besides the family's side: those between whom they go.
ROLLEN: Final = frozenset(
    {"jeugdbeschermer", "teamleider", "lokaal_team", "backoffice", "noodtoegang"}
)


def show_berichten(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """Every message with its state in words; a provider sees its own only."""
    op = localdate()
    berichten = post_of(casus)
    if not werk.rollen_in(request.user, casus, op=op) & ROLLEN:
        codes = set(organisaties_of(request.user, "zorgaanbieder").values_list("code", flat=True))
        codes.discard("")
        berichten = [b for b in berichten if {b.afzender, b.ontvanger} & codes]
    rijen = [
        {
            "bericht": bericht,
            "naam": NAMEN.get(bericht.soort, bericht.soort),
            "uiterlijk": answer_due(bericht),
            "afgekeurd": bericht.status == Werkbericht.Status.AFGEKEURD,
            "redenen": explain_codes(bericht.retourcodes),
        }
        for bericht in berichten
    ]
    return {"rijen": rijen} if rijen else None


def explain_codes(codes: str) -> list[str]:
    """The codes of a retour with the rule behind each, in a sentence."""
    zinnen: dict[str, str] = {}
    for regel in regels(RELEASE).values():
        zinnen.setdefault(regel.retourcode, regel.kort)
    return [f"{zinnen[code]} ({code})" if code in zinnen else code for code in codes.split()]


def show_hulp(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """The help that was allocated: when it began and ended, and who may report that (R278)."""
    op = localdate()
    rollen = werk.rollen_in(request.user, casus, op=op)
    toewijzingen = casus.toewijzingen.filter(toegewezen_op__isnull=False).select_related(
        "aanbieder"
    )
    eigen = set(organisaties_of(request.user, "zorgaanbieder").values_list("pk", flat=True))
    if not rollen & ROLLEN:
        toewijzingen = toewijzingen.filter(aanbieder__in=eigen)
    besproken = set(
        casus.gebeurtenissen.filter(soort="nazorg_besproken").values_list(
            "gegevens__toewijzing", flat=True
        )
    )
    rijen = [
        {
            "toewijzing": toewijzing,
            "mag_einde": toewijzing.aanbieder_id in eigen
            and toewijzing.gestart_op is not None
            and toewijzing.gestopt_op is None,
            "nazorg_form": BesprokenForm(prefix=f"nazorg-{toewijzing.pk}")
            if toewijzing.gestopt_op
            and toewijzing.pk not in besproken
            and rollen & {"lokaal_team", "jeugdbeschermer"}
            else None,
        }
        for toewijzing in toewijzingen
    ]
    return {"rijen": rijen} if rijen else None


def show_vragen(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """Questions to a network that this member can answer, and step 6 that waits for a report."""
    op = localdate()
    vragen = [
        vraag
        for vraag in netwerkvragen_for(request.user)
        .filter(casus=casus)
        .select_related("netwerk", "stap")
        if vraag.afgesloten_op is None and vraag.stap.is_open
    ]
    rollen = werk.rollen_in(request.user, casus, op=op)
    melden = None
    if rollen & {"jeugdbeschermer", "teamleider"}:
        stap = casus.stappen.filter(sleutel="opschalen", afgerond_op=None).first()
        melden = stap if stap and not stap.opschalingen.exists() else None
    return {"vragen": vragen, "melden": melden} if vragen or melden else None
