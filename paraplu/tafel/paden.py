"""The addresses from the request to the invitations."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import beginnen, genodigden, stukken, tafels

PADEN: list[URLPattern] = [
    path("werk/gezin/<int:pk>/tafel/", beginnen.tafel_nieuw, name="tafel_nieuw"),
    path("werk/tafel/", tafels.tafel_agenda, name="tafel_agenda"),
    path("werk/tafel/<int:pk>/instellen/", tafels.tafel_instellen, name="tafel_instellen"),
    path("werk/tafel/ruimte/<int:pk>/", tafels.ruimtevraag, name="ruimtevraag"),
    path("werk/zitting/<int:pk>/genodigden/", genodigden.tafel_genodigden, name="tafel_genodigden"),
    path("werk/genodigde/<int:pk>/brief/", genodigden.tafel_brief, name="tafel_brief"),
    path("werk/tafelverzoek/<int:pk>/", stukken.tafelverzoek, name="tafelverzoek"),
    path("werk/tafelverzoek/<int:pk>/pdf/", stukken.tafelverzoek_pdf, name="tafelverzoek_pdf"),
    path("werk/tafelbijlage/<int:pk>/", stukken.tafelbijlage, name="tafelbijlage"),
    path("werk/casus/<int:pk>/voorbereid/", stukken.tafel_voorbereid, name="tafel_voorbereid"),
]
