"""The addresses of this room; each has a row in `rechten.py`."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import beginnen, cijfers, onbeschermd, overzicht, verslag

urlpatterns: list[URLPattern] = [
    path("escalatie/", overzicht.escalaties, name="escalaties"),
    path("escalatie/leren/", overzicht.leerlijst, name="leerlijst"),
    path("escalatie/route/<str:regio>/", overzicht.escalatieroute, name="escalatieroute"),
    path("escalatie/gezin/<int:pk>/", beginnen.escalatie_nieuw, name="escalatie_nieuw"),
    path("escalatie/casus/<int:pk>/", beginnen.escalatie_uit_casus, name="escalatie_uit_casus"),
    path(
        "escalatie/bestuurlijk/<int:pk>/",
        beginnen.escalatie_bestuurlijk,
        name="escalatie_bestuurlijk",
    ),
    path("escalatie/verslag/<int:pk>/", verslag.escalatieverslag, name="escalatieverslag"),
    path(
        "escalatie/verslag/<int:pk>/pdf/", verslag.escalatieverslag_pdf, name="escalatieverslag_pdf"
    ),
    path("escalatie/onbeschermd/", onbeschermd.onbeschermd, name="onbeschermd"),
    path(
        "escalatie/onbeschermd/gezin/<int:pk>/",
        onbeschermd.onbeschermd_nieuw,
        name="onbeschermd_nieuw",
    ),
    path(
        "escalatie/onbeschermd/<int:pk>/",
        onbeschermd.onbeschermd_melding,
        name="onbeschermd_melding",
    ),
    path("cijfers/escalaties/", cijfers.escalatie_cijfers, name="escalatie_cijfers"),
    path("cijfers/escalaties/blad/", cijfers.escalatie_cijfers_csv, name="escalatie_cijfers_csv"),
    path(
        "cijfers/escalaties/<slug:meting>/",
        cijfers.escalatie_cijfers_lijst,
        name="escalatie_cijfers_lijst",
    ),
]
