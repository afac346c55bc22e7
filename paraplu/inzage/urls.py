"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import berichten, bewijs, definities, drempels, uitvoer, verschil

urlpatterns: list[URLPattern] = [
    path("bewijs/<slug:code>/", bewijs.bewijs, name="bewijs"),
    path("bewijs/<slug:code>/regel/<slug:merk>/", berichten.berichten, name="bewijs_berichten"),
    path("definities/", definities.definities, name="definities"),
    path("definities/<slug:code>/", definities.definitie, name="definitie"),
    path(
        "definities/<slug:code>/<int:versie>/vaststellen/",
        definities.definitie_vaststellen,
        name="definitie_vaststellen",
    ),
    path(
        "waarden/<slug:code>/uitvoer/<slug:formaat>/", uitvoer.waarde_uitvoer, name="waarde_uitvoer"
    ),
    path(
        "waarden/<slug:code>/regels/uitvoer/<slug:formaat>/",
        uitvoer.lijst_uitvoer,
        name="lijst_uitvoer",
    ),
    path("verschil/<slug:code>/", verschil.verschil, name="verschil"),
    path("drempels/", drempels.drempels, name="drempels"),
    path("drempels/besluiten/", drempels.drempel_besluiten, name="drempel_besluiten"),
]
