"""What post a case had: for its page. Who may see the case was decided when it was fetched."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.utils.timezone import localdate

from paraplu.aanmelden.models import Werkbericht
from paraplu.afspraken.termijnen import ijw_termijnen
from paraplu.casussen.models import Casus


def post_of(casus: Casus) -> QuerySet[Werkbericht]:
    """What was sent and received for this case, in that order; never with the content."""
    return Werkbericht.objects.filter(casus=casus).defer("inhoud").select_related("antwoord_op")


def unlinked() -> QuerySet[Werkbericht]:
    """Messages that came in and belong to no case here: somebody has to look at them."""
    return Werkbericht.objects.filter(
        richting=Werkbericht.Richting.IN, casus=None, antwoord_op=None
    ).defer("inhoud")


def answer_due(bericht: Werkbericht) -> date | None:
    """The last day for the retour on a message that was sent (OP090); None when it waits for none."""
    if bericht.verzonden is None or bericht.antwoord_op_id is not None:
        return None
    return ijw_termijnen()["OP090"].vanaf(localdate(bericht.verzonden)).uiterste_datum


def overdue(*, on: date) -> list[Werkbericht]:
    """What was sent, has no answer, and should have had one before `on`: somebody has to call."""
    wachtend = ((bericht, answer_due(bericht)) for bericht in unanswered())
    return [bericht for bericht, uiterlijk in wachtend if uiterlijk and uiterlijk < on]


def unanswered() -> QuerySet[Werkbericht]:
    """What was sent and has no answer yet; the sender watches over that (OP090)."""
    return Werkbericht.objects.filter(
        richting=Werkbericht.Richting.UIT,
        status=Werkbericht.Status.VERZONDEN,
        antwoord_op=None,
    ).defer("inhoud")
