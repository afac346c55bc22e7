"""The addresses of this room; each has a row in `rechten.py`."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import cijfers, einde, lezen, voogd

urlpatterns: list[URLPattern] = [
    path("werk/maatregel/<int:pk>/einde/", einde.overdracht_beginnen, name="overdracht_beginnen"),
    path(
        "werk/maatregel/<int:pk>/zonder-overdracht/",
        einde.maatregel_uitzondering,
        name="maatregel_uitzondering",
    ),
    path("werk/maatregel/<int:pk>/voogd/", voogd.voogd_zoeken, name="voogd_zoeken"),
    path("werk/voogdvraag/<int:pk>/", voogd.voogd_antwoord, name="voogd_antwoord"),
    path("werk/overdrachtsverslag/<int:pk>/", lezen.overdrachtsverslag, name="overdrachtsverslag"),
    path("cijfers/overdracht/", cijfers.overdrachtcijfers, name="overdrachtcijfers"),
    path("cijfers/overdracht/blad/", cijfers.overdrachtcijfers_csv, name="overdrachtcijfers_csv"),
    path(
        "cijfers/overdracht/<slug:meting>/",
        cijfers.overdrachtcijfers_lijst,
        name="overdrachtcijfers_lijst",
    ),
]
