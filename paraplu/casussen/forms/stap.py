"""Forms that every procedure shares: how a step closes, and why something is done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import CasusStap


class UitkomstForm(forms.Form):
    """The outcomes of a step that this user may choose, and an explanation where it asks for one."""

    uitkomst = forms.ChoiceField(
        label=_("Hoe is deze stap afgelopen?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe de stap is afgelopen.")},
    )
    toelichting = forms.CharField(
        label=_("Toelichting"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Schrijf hier geen naam of burgerservicenummer."),
    )

    def __init__(
        self,
        *args: Any,
        stap: CasusStap,
        rollen: frozenset[str],
        behalve: frozenset[str] = frozenset(),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        route = stap.casus.route
        self.uitkomsten = [
            uitkomst
            for uitkomst in route.uitkomsten(stap.sleutel).values()
            if uitkomst.sleutel not in behalve
            and rollen.intersection(self._rollen(route, stap.sleutel, uitkomst.sleutel))
        ]
        self.fields["uitkomst"].choices = [(u.sleutel, u.naam) for u in self.uitkomsten]

    @staticmethod
    def _rollen(route: Any, stap: str, uitkomst: str) -> set[str]:
        """Who may choose it; what ends the route everywhere is for the holder only."""
        if uitkomst in route.overal:
            return {route.houder}
        return set(route.rollen(stap, uitkomst))

    def clean(self) -> dict[str, Any]:
        """An outcome that asks for a reason gets one."""
        velden = super().clean() or {}
        gekozen = next((u for u in self.uitkomsten if u.sleutel == velden.get("uitkomst")), None)
        if gekozen and gekozen.toelichting and not velden.get("toelichting", "").strip():
            self.add_error("toelichting", _("Schrijf erbij waarom u dit kiest."))
        return velden


class RedenForm(forms.Form):
    """Why something is done that is not the ordinary course."""

    reden = forms.CharField(
        label=_("Reden"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf op waarom.")},
    )
