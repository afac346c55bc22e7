"""What the forms of steps share in every room: texts with a limit, days, choices, drafts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from ..herkennen import find_persoonsgegevens
from ..models import Persoon

LANGSTE = 4000
DAG_FOUT = {"required": _("Vul een dag in."), "invalid": _("Dit is geen dag die bestaat.")}


def tekst(label: Any, *, verplicht: bool = True, hulp: Any = "", rijen: int = 3) -> forms.CharField:
    """A text of more lines."""
    return forms.CharField(
        label=label,
        required=verplicht,
        help_text=hulp,
        max_length=LANGSTE,
        widget=forms.Textarea(attrs={"rows": rijen}),
        error_messages={
            "required": _("Vul in: %(wat)s") % {"wat": label},
            "max_length": _("Deze tekst is te lang. Houd het bij 4000 tekens."),
        },
    )


def dag(label: Any, *, verplicht: bool = True, hulp: Any = "") -> forms.DateField:
    """A day."""
    return forms.DateField(
        label=label,
        required=verplicht,
        help_text=hulp,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages=DAG_FOUT,
    )


def keuze(label: Any, keuzes: Iterable[Any], *, rondjes: bool = False, **kw: Any) -> forms.Field:
    """One of a few; as circles when `rondjes`."""
    return forms.ChoiceField(
        label=label,
        choices=keuzes,
        widget=forms.RadioSelect if rondjes else forms.Select,
        error_messages={"required": _("Kies er één.")},
        **kw,
    )


def meer(label: Any, keuzes: Iterable[Any], **kw: Any) -> forms.Field:
    """One or more of a few."""
    return forms.MultipleChoiceField(
        label=label,
        choices=keuzes,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies er minstens één.")},
        **kw,
    )


def refuse_persoonsgegevens(
    form: forms.Form, namen: Iterable[str], personen: Iterable[Persoon]
) -> None:
    """Point at every text that says who it is about; the error never repeats what it found."""
    personen = list(personen)
    for naam in namen:
        soorten = find_persoonsgegevens(str(form.cleaned_data.get(naam, "")), personen)
        if soorten:
            zin = _t("Bij ‘%(veld)s’ staat %(wat)s. Haal dat weg: dit deel is zonder namen.")
            label = form.fields[naam].label
            form.add_error(naam, zin % {"veld": label, "wat": " en ".join(soorten)})


def raw_inhoud(form: forms.Form) -> dict[str, Any]:
    """What was typed, as it was typed, to be kept as a draft: also what is not right yet."""
    inhoud: dict[str, Any] = {}
    for naam, veld in form.fields.items():
        waarde = veld.widget.value_from_datadict(form.data, form.files, form.add_prefix(naam))
        inhoud[naam] = waarde[: LANGSTE * 2] if isinstance(waarde, str) else waarde
    return inhoud
