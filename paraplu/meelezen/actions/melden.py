"""A mail to the professional that something waits: the number of the case and a link, no more."""

from __future__ import annotations

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from paraplu.casussen.models import Casus
from paraplu.web.post.actions import stuur

from ..models import Uitnodiging
from ..talen import EIGEN


def tell_nieuwe_link(uitnodiging: Uitnodiging) -> None:
    """Somebody of the family asks for a new link."""
    _tell(
        uitnodiging.casus,
        "meelezen_uitnodigen",
        lambda nummer: _("Casus %(nummer)s: iemand vraagt een nieuwe link") % {"nummer": nummer},
    )


def tell_inbreng(uitnodiging: Uitnodiging) -> None:
    """The family wrote something."""
    houder = Casus.objects.select_related("houder__gebruiker").get(pk=uitnodiging.casus_id)
    _tell(
        houder,
        "meelezen_inbreng",
        lambda nummer: _("Casus %(nummer)s: het gezin heeft iets geschreven") % {"nummer": nummer},
    )


def _tell(casus: Casus, route: str, zeg) -> None:
    gebruiker = casus.houder.gebruiker
    if gebruiker is None:
        return
    # The family may be reading in another language than the professional.
    with translation.override(EIGEN):
        tekst = zeg(casus.nummer)
        stuur(
            aan=gebruiker, onderwerp=tekst, tekst=f"{tekst}.", adres=reverse(route, args=[casus.pk])
        )
