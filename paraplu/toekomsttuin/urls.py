"""The addresses of this room; each has a row in `rechten.py`. Numbers only, never a name."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import (
    afspraken,
    analyse,
    bestuur,
    cijfers,
    erbij,
    gereed,
    huishouden_erbij,
    huishoudens,
    leden,
    leren,
    tuinen,
)

urlpatterns: list[URLPattern] = [
    path("tuinen/", tuinen.tuinen, name="tuinen"),
    path("tuinen/nieuw/", tuinen.tuin_nieuw, name="tuin_nieuw"),
    path("tuinen/pilots/", leren.tuin_pilots, name="tuin_pilots"),
    path("tuinen/pilots/<slug:soort>/", leren.tuin_pilot_erbij, name="tuin_pilot_erbij"),
    path("tuinen/<int:pk>/", tuinen.tuin, name="tuin"),
    path("tuinen/<int:pk>/erbij/<slug:soort>/", erbij.tuin_erbij, name="tuin_erbij"),
    path("tuinen/<int:pk>/eindig/<slug:soort>/<int:regel>/", leden.tuin_eindig, name="tuin_eindig"),
    path("tuinen/<int:pk>/leden/", leden.tuin_leden, name="tuin_leden"),
    path("tuinen/lid/<int:pk>/", leden.tuin_lid, name="tuin_lid"),
    path("tuinen/<int:pk>/gereed/", gereed.tuin_gereed, name="tuin_gereed"),
    path(
        "tuinen/<int:pk>/gereed/<slug:soort>/<slug:sleutel>/",
        gereed.tuin_gereed_punt,
        name="tuin_gereed_punt",
    ),
    path("tuinen/<int:pk>/bestuur/", bestuur.tuin_bestuur, name="tuin_bestuur"),
    path("tuinen/<int:pk>/bestuur/<slug:laag>/", bestuur.tuin_groep_erbij, name="tuin_groep_erbij"),
    path("tuinen/signaal/<int:pk>/", bestuur.tuin_signaal, name="tuin_signaal"),
    path("tuinen/<int:pk>/begroting/", afspraken.tuin_begroting, name="tuin_begroting"),
    path("tuinen/<int:pk>/instemming/", afspraken.tuin_instemming, name="tuin_instemming"),
    path("tuinen/<int:pk>/leren/", leren.tuin_leren, name="tuin_leren"),
    path("tuinen/<int:pk>/klachten/", leren.tuin_klachten, name="tuin_klachten"),
    path("tuinen/klacht/<int:pk>/", leren.tuin_klacht, name="tuin_klacht"),
    path("tuinen/<int:pk>/cijfers/", cijfers.tuin_cijfers, name="tuin_cijfers"),
    path("tuinen/<int:pk>/cijfers/blad/", cijfers.tuin_cijfers_csv, name="tuin_cijfers_csv"),
    path("tuinen/<int:pk>/cijfers/<slug:meting>/", cijfers.tuin_cijfer, name="tuin_cijfer"),
    path("tuinen/<int:pk>/huishoudens/", huishoudens.huishoudens, name="huishoudens"),
    path(
        "tuinen/<int:pk>/huishoudens/nieuw/",
        huishoudens.huishouden_nieuw,
        name="huishouden_nieuw",
    ),
    path("tuinen/huishouden/<int:pk>/", huishoudens.huishouden, name="huishouden"),
    path(
        "tuinen/huishouden/<int:pk>/erbij/<slug:soort>/",
        huishouden_erbij.huishouden_erbij,
        name="huishouden_erbij",
    ),
    path(
        "tuinen/huishouden/<int:pk>/aanspreekpunt/",
        huishoudens.huishouden_aanspreekpunt,
        name="huishouden_aanspreekpunt",
    ),
    path(
        "tuinen/huishouden/<int:pk>/besluit/",
        huishoudens.huishouden_besluit,
        name="huishouden_besluit",
    ),
    path("tuinen/huishouden/<int:pk>/weg/", huishoudens.huishouden_weg, name="huishouden_weg"),
    path(
        "tuinen/huishouden/<int:pk>/wie-keek/",
        huishoudens.huishouden_wie_keek,
        name="huishouden_wie_keek",
    ),
    path(
        "tuinen/volgmoment/<int:pk>/",
        huishouden_erbij.huishouden_volgmoment,
        name="huishouden_volgmoment",
    ),
    path("tuinen/huishouden/<int:pk>/analyse/", analyse.analyse, name="analyse"),
    path(
        "tuinen/huishouden/<int:pk>/analyse/<slug:sectie>/",
        analyse.alinea_nieuw,
        name="alinea_nieuw",
    ),
    path("tuinen/alinea/<int:pk>/", analyse.alinea, name="alinea"),
    path("tuinen/alinea/<int:pk>/eerder/", analyse.alinea_historie, name="alinea_historie"),
]
