"""The mail that a report on quality is there: a link, and not one number or child."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from paraplu.web.models import Gebruiker, Postbericht
from paraplu.web.post.actions import stuur
from paraplu.web.rechten import mag

from .bevindingen import name_maand
from .kwaliteit import Blik
from .kwaliteit_rapport import Rapport


def mail_one(aan: Gebruiker, blik: Blik) -> Postbericht | None:
    """Mail one account the link to the page; None when it gets no mail."""
    return stuur(
        aan=aan,
        onderwerp=_("Paraplu: kwaliteit van de gegevens, %(maand)s")
        % {"maand": name_maand(blik.maand)},
        tekst=_("Het overzicht van de kwaliteit van de gegevens staat klaar."),
        adres=reverse("kwaliteit") + blik.vraag(),
    )


def mail_link(rapport: Rapport) -> int:
    """Mail every account of the party of a report that may open the page; the number of mails."""
    partij = rapport.blik.partij
    accounts = Gebruiker.objects.filter(
        organisatie_soort=partij.soort, organisatie_code=partij.code
    ).order_by("pk")
    wie = [account for account in accounts if mag(account, "kwaliteit")]
    return sum(mail_one(account, rapport.blik) is not None for account in wie)
