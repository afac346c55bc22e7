"""Bring a family to the table: first whether the question belongs here (R18, R59, R79)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.forms.velden import keuze
from paraplu.casussen.models import Gezin, Maatregel

from ..models import Aanmelder, Gesprek
from ..regels import aanmelders

#: What somebody can come with; the first three are for the table, the others belong elsewhere.
VRAGEN = (
    (
        Gesprek.KWART,
        _("Het loopt vast. Met dit gesprek willen we het samen nog keren (kwart voor twaalf)"),
    ),
    (
        Gesprek.VIJF,
        _("Kan hulp vrijwillig blijven, of moet de Raad onderzoeken? (vijf voor twaalf)"),
    ),
    (Gesprek.EINDE_OTS, _("Een ondertoezichtstelling gaat eindigen")),
    ("ret", _("Welke hulp past, bij welke aanbieder, of hoe maken we hulp op maat?")),
    ("mda", _("Hoe doorbreken we huiselijk geweld dat van ouder op kind doorgaat?")),
    ("mdo", _("Hoe pakken we dit aan in ons eigen team?")),
)


class BeginForm(forms.Form):
    """What the question is, who asks, and with whom."""

    vraag = keuze(_("Wat is uw vraag?"), VRAGEN, rondjes=True)
    aanmelder = keuze(_("Wie meldt aan?"), (), rondjes=True)
    mede_naam = forms.CharField(
        label=_("Naam van wie samen met u aanmeldt"), max_length=120, required=False
    )
    mede_organisatie = forms.CharField(
        label=_("Van welke school, gemeente of aanbieder?"), max_length=120, required=False
    )
    maatregel = forms.ModelChoiceField(
        label=_("Welke ondertoezichtstelling gaat eindigen?"),
        queryset=Maatregel.objects.none(),
        required=False,
        empty_label=_("Geen"),
    )
    spoed = forms.BooleanField(label=_("Dit is spoed"), required=False)

    def __init__(self, *args: Any, gezin: Gezin, mogelijk: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aanmelder"].choices = [
            (waarde, naam) for waarde, naam in Aanmelder.choices if waarde in mogelijk
        ]
        if len(mogelijk) == 1:
            self.fields["aanmelder"].initial = mogelijk[0]
        if not any(aanmelders()[sleutel].samen for sleutel in mogelijk):
            del self.fields["mede_naam"], self.fields["mede_organisatie"]
        lopend = Maatregel.objects.filter(
            persoon__gezin=gezin, soort=Maatregel.Soort.OTS, tot=None
        ).select_related("persoon")
        if "gi" in mogelijk and lopend.exists():
            self.fields["maatregel"].queryset = lopend
            self.fields["maatregel"].label_from_instance = lambda rij: rij.persoon.voornamen
        else:
            del self.fields["maatregel"]

    def clean(self) -> dict[str, Any]:
        """Who comes together with the lokaal team is named (R18)."""
        velden = super().clean() or {}
        regel = aanmelders().get(velden.get("aanmelder", ""))
        if regel and regel.samen:
            for naam in ("mede_naam", "mede_organisatie"):
                if not velden.get(naam):
                    self.add_error(naam, _("Vul in wie samen met het lokale team aanmeldt."))
        return velden
