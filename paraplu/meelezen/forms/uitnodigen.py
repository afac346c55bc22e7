"""With what a professional invites somebody of the family."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import dag, keuze, meer
from paraplu.casussen.models import Persoon

from ..models import Uitnodiging
from ..stukken import list_soorten
from ..talen import EIGEN, TALEN

#: How long an invitation lasts when nobody chooses otherwise.
GEWOON: Final = timedelta(days=42)


class UitnodigForm(forms.Form):
    """Who, what, with which second proof, and until when."""

    persoon = forms.ModelChoiceField(
        label=_("Wie nodigt u uit?"),
        queryset=Persoon.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Kies wie u uitnodigt.")},
    )
    soorten = meer(
        _("Wat mag deze persoon lezen?"),
        (),
        help_text=_("Een kind krijgt hiervan alleen wat ook voor kinderen is geschreven."),
    )
    factor = keuze(
        _("Welke tweede sleutel krijgt deze persoon?"),
        (
            (Uitnodiging.Factor.TELEFOON, _("Een sms naar het mobiele nummer in het dossier")),
            (Uitnodiging.Factor.PAPIER, _("Een code op papier, die u zelf overhandigt")),
        ),
        rondjes=True,
    )
    taal = keuze(_("In welke taal?"), [*TALEN.items()], rondjes=True, initial=EIGEN)
    tot = dag(_("Tot en met welke dag mag deze persoon meelezen?"))
    e_mail = forms.EmailField(
        label=_("Link mailen naar"),
        required=False,
        help_text=_("Laat dit leeg als u de brief geeft of stuurt. Het adres wordt niet bewaard."),
        error_messages={"invalid": _("Schrijf het e-mailadres als naam@voorbeeld.nl.")},
    )

    def __init__(self, *args: Any, personen: Sequence[Persoon], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["persoon"]
        veld.queryset = Persoon.objects.filter(pk__in=[persoon.pk for persoon in personen])
        veld.label_from_instance = lambda p: f"{p.naam} ({p.get_rol_display().lower()})"
        self.fields["soorten"].choices = [(soort.sleutel, soort.naam) for soort in list_soorten()]
        self.fields["soorten"].initial = [soort.sleutel for soort in list_soorten()]
        self.fields["tot"].initial = on + GEWOON
