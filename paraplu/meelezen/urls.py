"""The addresses of this room: for the family below /meelezen/, for professionals below /werk/."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import binnenkomen, lezen, schrijven, uitnodigen

urlpatterns: list[URLPattern] = [
    path("meelezen/", binnenkomen.meelezen, name="meelezen"),
    path("meelezen/begin/", binnenkomen.begin, name="meelezen_begin"),
    path("meelezen/code/", binnenkomen.code, name="meelezen_code"),
    path("meelezen/sms/", binnenkomen.sms, name="meelezen_sms"),
    path("meelezen/nieuwe-link/", binnenkomen.nieuwe_link, name="meelezen_nieuwe_link"),
    path("meelezen/taal/", binnenkomen.taal, name="meelezen_taal"),
    path("meelezen/stoppen/", binnenkomen.stoppen, name="meelezen_stoppen"),
    path("meelezen/overzicht/", lezen.overzicht, name="meelezen_overzicht"),
    path("meelezen/wie-keek-er/", lezen.wie_keek, name="meelezen_wie_keek"),
    path("meelezen/geschreven/", lezen.geschreven, name="meelezen_geschreven"),
    path("meelezen/stuk/<slug:soort>/<slug:sleutel>/", lezen.stuk, name="meelezen_stuk"),
    path(
        "meelezen/stuk/<slug:soort>/<slug:sleutel>/reactie/",
        schrijven.reactie,
        name="meelezen_reactie",
    ),
    path(
        "meelezen/stuk/<slug:soort>/<slug:sleutel>/duidelijk/",
        schrijven.duidelijk,
        name="meelezen_duidelijk",
    ),
    path("meelezen/gehoord-worden/", schrijven.horen, name="meelezen_horen"),
    path("meelezen/delen/<int:pk>/", schrijven.delen, name="meelezen_delen"),
    path("werk/casus/<int:pk>/meelezen/", uitnodigen.uitnodigen, name="meelezen_uitnodigen"),
    path("werk/casus/<int:pk>/van-het-gezin/", uitnodigen.inbreng, name="meelezen_inbreng"),
    path("werk/meelezen/<int:pk>/intrekken/", uitnodigen.intrekken, name="meelezen_intrekken"),
    path("werk/meelezen/<int:pk>/opnieuw/", uitnodigen.opnieuw, name="meelezen_opnieuw"),
    path("werk/meelezen/<int:pk>/brief/", uitnodigen.brief, name="meelezen_brief"),
]
