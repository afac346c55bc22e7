"""How an escalation begins: two questions that send elsewhere, and what stagnates with whom."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import keuze, refuse_persoonsgegevens, tekst
from paraplu.casussen.models import Persoon
from paraplu.netwerk.models import Organisatie

from ..models import Escalatie

JA_NEE = (("nee", _("Nee")), ("ja", _("Ja")))


class _Basis(forms.Form):
    """What every beginning asks."""

    grond = keuze(_("Waar gaan de zorgen over?"), Escalatie.Grond.choices, rondjes=True)
    wederpartij = forms.ModelChoiceField(
        label=_("Met welke organisatie loopt het vast?"),
        queryset=Organisatie.objects.none(),
        empty_label=_("Kies"),
        error_messages={"required": _("Kies de andere organisatie.")},
    )
    vraag = tekst(
        _("Wat loopt er vast?"),
        hulp=_("Schrijf geen namen. Beschrijf wat er gebeurt en wat dat voor het gezin betekent."),
        rijen=5,
    )

    def __init__(
        self, *args: Any, wederpartijen: Any, personen: list[Persoon], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.personen = personen
        self.fields["wederpartij"].queryset = wederpartijen

    def clean(self) -> dict[str, Any]:
        """No personal data in a text that others will read."""
        velden = super().clean() or {}
        refuse_persoonsgegevens(self, ("vraag",), self.personen)
        return velden


class BeginForm(_Basis):
    """A professional brings something in (R129 to R132, R137, R140)."""

    geen_contact = keuze(
        _(
            "Gaat het erom dat de jeugdbeschermer bij het zoeken van hulp geen contact krijgt met het "
            "lokale team?"
        ),
        JA_NEE,
        rondjes=True,
    )
    tegen_besluit = keuze(
        _("Bent u het niet eens met een besluit of bepaling van de jeugdbescherming zelf?"),
        JA_NEE,
        rondjes=True,
    )
    situatie = keuze(_("Welke situatie is het?"), Escalatie.Situatie.choices, rondjes=True)

    field_order = ("geen_contact", "tegen_besluit", "situatie", "grond", "wederpartij", "vraag")

    def clean(self) -> dict[str, Any]:
        """The answers as the action takes them."""
        velden = super().clean()
        for naam in ("geen_contact", "tegen_besluit"):
            velden[naam] = velden.get(naam) == "ja"
        return velden


class BeleidForm(_Basis):
    """A leidinggevende brings in that standing policy falls short (R135)."""


class BestuurlijkForm(_Basis):
    """An aanmeldroute ended at the board: what was it about (P46)."""

    situatie = keuze(
        _("Waardoor kwam er geen hulp?"),
        (
            (Escalatie.Situatie.SAMENWERKING, _("De samenwerking of de beschikbaarheid")),
            (Escalatie.Situatie.VISIE, _("Een verschil van visie")),
        ),
        rondjes=True,
    )
    field_order = ("situatie", "grond", "wederpartij", "vraag")
