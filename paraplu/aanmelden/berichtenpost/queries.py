"""What post a case had: for its page. Who may see the case was decided when it was fetched."""

from __future__ import annotations

from django.db.models import QuerySet

from paraplu.aanmelden.models import Werkbericht
from paraplu.casussen.models import Casus


def post_of(casus: Casus) -> QuerySet[Werkbericht]:
    """What was sent and received for this case, in that order; never with the content."""
    return Werkbericht.objects.filter(casus=casus).defer("inhoud").select_related("antwoord_op")


def unlinked() -> QuerySet[Werkbericht]:
    """Messages that came in and belong to no case here: somebody has to look at them."""
    return Werkbericht.objects.filter(
        richting=Werkbericht.Richting.IN, casus=None, antwoord_op=None
    ).defer("inhoud")


def unanswered() -> QuerySet[Werkbericht]:
    """What was sent and has no answer yet; the sender watches over that (OP090)."""
    return Werkbericht.objects.filter(
        richting=Werkbericht.Richting.UIT,
        status=Werkbericht.Status.VERZONDEN,
        antwoord_op=None,
    ).defer("inhoud")
