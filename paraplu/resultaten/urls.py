"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import register, standen, uitvoer

urlpatterns: list[URLPattern] = [
    path("afspraken/", standen.resultaten, name="resultaten"),
    path("afspraken/uitvoer/", uitvoer.resultaten_uitvoer, name="resultaten_uitvoer"),
    path("afspraken/uitzonderingen/", register.uitzonderingen, name="uitzonderingen"),
    path("afspraken/uitzonderingen/nieuw/", register.uitzondering_nieuw, name="uitzondering_nieuw"),
    path(
        "afspraken/uitzonderingen/<int:pk>/terug/",
        register.uitzondering_terug,
        name="uitzondering_terug",
    ),
    path("afspraken/partij/<slug:sleutel>/", standen.resultaat_partij, name="resultaat_partij"),
    path("afspraken/<slug:code>/", standen.resultaat, name="resultaat"),
    path("afspraken/<slug:code>/bewijs/", standen.resultaat_bewijs, name="resultaat_bewijs"),
    path("afspraken/<slug:code>/nakoming/", register.nakoming, name="nakoming"),
    path(
        "afspraken/<slug:code>/nakoming/<slug:plicht>/",
        register.nakoming_zeggen,
        name="nakoming_zeggen",
    ),
]
