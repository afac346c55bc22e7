"""The addresses of this room; each has a row in `rechten.py`."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import prognose, voorstellen

urlpatterns: list[URLPattern] = [
    path("vooruit/", voorstellen.vooruit, name="vooruit"),
    path("vooruit/nieuw/<slug:soort>/", voorstellen.voorstel_nieuw, name="voorstel_nieuw"),
    path("vooruit/voorstel/<int:pk>/", voorstellen.voorstel, name="voorstel"),
    path("vooruit/voorstel/<int:pk>/delen/", voorstellen.voorstel_delen, name="voorstel_delen"),
    path(
        "vooruit/voorstel/<int:pk>/besluit/", voorstellen.voorstel_besluit, name="voorstel_besluit"
    ),
    path("vooruit/prognose/ruimte/", prognose.prognose_ruimte, name="prognose_ruimte"),
    path("vooruit/prognose/<slug:code>/", prognose.prognose, name="prognose"),
]
