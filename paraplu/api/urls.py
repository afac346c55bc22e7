"""The addresses of this room: a page about keys, and every source at the address it declares."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from . import views
from .bronnen import BRONNEN
from .deur import onbekend, open_deur
from .versie import BASIS

_BEGIN = BASIS.removeprefix("/")

urlpatterns: list[URLPattern] = [
    path("account/api-sleutels/", views.api_sleutels, name="api_sleutels"),
    path(
        "account/api-sleutels/<int:nummer>/intrekken/",
        views.api_sleutel_intrekken,
        name="api_sleutel_intrekken",
    ),
    path("accounts/api-sleutels/", views.api_sleutels_beheer, name="api_sleutels_beheer"),
    path(f"{_BEGIN}/openapi.json", views.openapi, name="api_openapi"),
    path("openapi.json", views.openapi, name="api_openapi_wortel"),
    *(path(bron.route, open_deur(bron), name=bron.naam) for bron in BRONNEN),
    # Last: what is not there. Without it a wrong address would get a page for people.
    re_path(rf"^{_BEGIN}(?:/.*)?$", onbekend, name="api_onbekend"),
]
