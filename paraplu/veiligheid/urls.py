"""The addresses of this room; each has a row in `rechten.py`."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import lezen, overzicht, schrijven

GEZIN = "veiligheid/gezin/<int:pk>/"
VERSIE = f"{GEZIN}versie/<int:nummer>/"
urlpatterns: list[URLPattern] = [
    path("veiligheid/zonder-plan/", overzicht.zonder_plan, name="zonder_plan"),
    path(GEZIN, lezen.veiligheidsplan, name="veiligheidsplan"),
    path(f"{GEZIN}schrijven/", schrijven.schrijven, name="veiligheidsplan_schrijven"),
    path(f"{GEZIN}instemming/", schrijven.instemming, name="veiligheidsplan_instemming"),
    path(f"{GEZIN}beeindigen/", schrijven.beeindigen, name="veiligheidsplan_beeindigen"),
    path(VERSIE, lezen.versie, name="veiligheidsplan_versie"),
    path(f"{VERSIE}kind/", lezen.kind, name="veiligheidsplan_kind"),
    path(f"{VERSIE}<slug:lezer>.pdf", lezen.pdf, name="veiligheidsplan_pdf"),
]
