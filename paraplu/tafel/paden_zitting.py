"""The addresses of what follows on a talk; each has a row in `rechten_zitting.py`."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import afspraken, bijeenkomsten, cijfers, opvolgen, terugkoppelen, verslag

PADEN: list[URLPattern] = [
    path("werk/tafelverslag/<int:pk>/", verslag.tafelverslag, name="tafelverslag"),
    path("werk/tafelverslag/<int:pk>/pdf/", verslag.tafelverslag_pdf, name="tafelverslag_pdf"),
    path("werk/tafelafspraak/<int:pk>/", afspraken.tafelafspraak, name="tafelafspraak"),
    path("werk/raadsbesluit/<int:pk>/", opvolgen.tafel_rechtbank, name="tafel_rechtbank"),
    path("werk/terugblik/", terugkoppelen.tafel_terugblik, name="tafel_terugblik"),
    path(
        "werk/terugblik/<int:pk>/terugkijken/",
        terugkoppelen.tafel_terugkijken,
        name="tafel_terugkijken",
    ),
    path(
        "werk/zitting/<int:pk>/terugblik/",
        terugkoppelen.tafel_terugkoppeling,
        name="tafel_terugkoppeling",
    ),
    path(
        "werk/zitting/<int:pk>/formulier/<int:nummer>/",
        terugkoppelen.tafel_formulier,
        name="tafel_formulier",
    ),
    path(
        "werk/tafel/<int:pk>/terugblik/",
        terugkoppelen.tafel_terugkoppeling_leiding,
        name="tafel_terugkoppeling_leiding",
    ),
    path(
        "werk/tafel/bijeenkomsten/", bijeenkomsten.tafel_bijeenkomsten, name="tafel_bijeenkomsten"
    ),
    path(
        "werk/tafel/bijeenkomst/<int:pk>/verbeterpunt/",
        bijeenkomsten.tafel_verbeterpunt,
        name="tafel_verbeterpunt",
    ),
    path(
        "werk/tafel/verbeterpunt/<int:pk>/klaar/",
        bijeenkomsten.tafel_verbeterpunt_klaar,
        name="tafel_verbeterpunt_klaar",
    ),
    path("cijfers/tafels/", cijfers.tafel_cijfers, name="tafel_cijfers"),
    path("cijfers/tafels/blad/", cijfers.tafel_cijfers_csv, name="tafel_cijfers_csv"),
    path("cijfers/tafels/<slug:meting>/", cijfers.tafel_cijfers_lijst, name="tafel_cijfers_lijst"),
]
