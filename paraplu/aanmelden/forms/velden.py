"""What the forms of the aanmeldroutes share: the fields of every step, and no personal data."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext as _t

from paraplu.casussen.forms.velden import LANGSTE, dag, keuze, meer, tekst
from paraplu.casussen.models import Persoon

from ..stukken.herkennen import find_persoonsgegevens

__all__ = ["LANGSTE", "dag", "keuze", "meer", "refuse_persoonsgegevens", "tekst"]


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
