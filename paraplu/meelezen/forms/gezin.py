"""What the family fills in: a code, and words that are kept as they were typed."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from ..woorden import DUIDELIJK, HOREN

#: Some ten pages; what is longer comes back with the words in it.
LANGSTE: Final = 20_000
TE_LANG: Final = _(
    "Dit is te lang om in één keer te sturen. Stuur het in twee delen. Wat u schreef, staat er nog."
)


def woorden(label: Any, *, verplicht: bool = True, rijen: int = 8, hulp: Any = "") -> forms.Field:
    """Words of the family: nothing is stripped or changed."""
    return forms.CharField(
        label=label,
        required=verplicht,
        help_text=hulp,
        strip=False,
        max_length=LANGSTE,
        widget=forms.Textarea(attrs={"rows": rijen, "autocomplete": "off"}),
        error_messages={"required": _("Schrijf eerst iets op."), "max_length": TE_LANG},
    )


class CodeForm(forms.Form):
    """The second proof: six digits from a message, or the code on paper."""

    code = forms.CharField(
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}
        ),
        error_messages={"required": _("Vul de code in.")},
    )

    def __init__(self, *args: Any, op_papier: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["code"]
        if op_papier:
            veld.label = _("De code uit de brief")
            veld.widget.attrs["autocomplete"] = "off"
        else:
            veld.label = _("De code uit de sms")
            veld.widget.attrs["inputmode"] = "numeric"


class SchrijfForm(forms.Form):
    """Words, and whether the others of the family may read them."""

    deelt = forms.BooleanField(required=False)

    def __init__(self, *args: Any, kind: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        if "deelt" in self.fields:
            self.fields["deelt"].label = (
                _("Mijn ouders mogen dit ook lezen")
                if kind
                else _("Anderen uit mijn gezin die meelezen, mogen dit ook lezen")
            )

    def clean_woorden(self) -> str:
        """Blanks alone say nothing; a browser's line end is a line end."""
        tekst: str = self.cleaned_data["woorden"].replace("\r\n", "\n")
        if self.fields["woorden"].required and not tekst.strip():
            raise forms.ValidationError(self.fields["woorden"].error_messages["required"])
        return tekst


class ReactieForm(SchrijfForm):
    """A reaction to an item (R67, R76)."""

    woorden = woorden(_("Uw reactie"))
    field_order = ("woorden", "deelt")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.kind:
            self.fields["woorden"].label = _("Wat vind je ervan?")


class DuidelijkForm(SchrijfForm):
    """Whether the agreements and the goal are clear, in the family's own words (R223)."""

    keuze = forms.ChoiceField(
        choices=[*DUIDELIJK.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een antwoord.")},
    )
    woorden = woorden("", verplicht=False, rijen=4)
    deelt = None
    field_order = ("keuze", "woorden")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keuze"].label = (
            _("Snap je de afspraken?") if self.kind else _("Zijn de afspraken duidelijk voor u?")
        )
        self.fields["woorden"].label = (
            _("Wat willen we samen bereiken, denk je? Of: wat snap je niet?")
            if self.kind
            else _("Wat is volgens u het doel van de hulp? Of: wat is niet duidelijk?")
        )


class HorenForm(SchrijfForm):
    """In which way a child wants to be heard (R57)."""

    keuze = forms.ChoiceField(
        label=_("Hoe wil je vertellen wat je vindt?"),
        choices=[*HOREN.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een antwoord.")},
    )
    woorden = woorden(
        _("Wil je iemand meenemen? Of wil je nu al iets zeggen?"), verplicht=False, rijen=6
    )
    field_order = ("keuze", "woorden", "deelt")
