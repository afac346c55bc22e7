"""Sending as a form: who gets what was shown, and the sender says it is right."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class VersturenForm(forms.Form):
    """One box: the receivers and documents are those of the route, not a choice."""

    klopt = forms.BooleanField(
        label=_("Ik heb gezien wie wat krijgt, en het klopt"),
        error_messages={"required": _("Bekijk eerst wie wat krijgt, en kruis het aan.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="versturen", **kwargs)
