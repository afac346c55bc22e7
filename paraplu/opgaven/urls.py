"""The addresses of this room; each has a row in `rechten.py`. Codes and numbers only, never a name."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import enquete, incidenten, mensen, opgaven, overzicht, regio

urlpatterns: list[URLPattern] = [
    path("opgaven/", overzicht.opgaven, name="opgaven"),
    path("opgaven/kosten/<slug:gi>/<int:jaar>/", opgaven.opgave_kosten, name="opgave_kosten"),
    path(
        "opgaven/kosten/<int:jaar>/invullen/",
        opgaven.opgave_kosten_invullen,
        name="opgave_kosten_invullen",
    ),
    path(
        "opgaven/personeel/<slug:gi>/<int:jaar>/",
        opgaven.opgave_personeel,
        name="opgave_personeel",
    ),
    path(
        "opgaven/personeel/<int:jaar>/invullen/",
        opgaven.opgave_personeel_invullen,
        name="opgave_personeel_invullen",
    ),
    # Without an account; everything else of the survey is for who looks after it.
    path("enquete/<str:token>/", enquete.enquete, name="enquete"),
    path("opgaven/enquete/", enquete.enquetes, name="enquetes"),
    path("opgaven/enquete/nieuw/", enquete.enquete_nieuw, name="enquete_nieuw"),
    path("opgaven/enquete/link/<int:pk>/", enquete.enquete_link, name="enquete_link"),
    path("opgaven/regio/<slug:regio>/", regio.regiolijst, name="regiolijst"),
    path(
        "opgaven/regio/<slug:regio>/<slug:lijst>/<slug:sleutel>/",
        regio.regiolijst_punt,
        name="regiolijst_punt",
    ),
    path("woonplaats/", incidenten.woonplaats, name="woonplaats"),
    path("woonplaats/incidenten/", incidenten.incidenten, name="incidenten"),
    path("woonplaats/incidenten/nieuw/", incidenten.incident_nieuw, name="incident_nieuw"),
    path(
        "woonplaats/incidenten/volledig/<int:jaar>/",
        incidenten.incidenten_compleet,
        name="incidenten_compleet",
    ),
    path("woonplaats/incidenten/<int:pk>/", incidenten.incident, name="incident"),
    path("woonplaats/incidenten/<int:pk>/stap/", incidenten.incident_stap, name="incident_stap"),
    path("voogd-zoeken/", mensen.zoekacties, name="zoekacties"),
    path("voogd-zoeken/nieuw/", mensen.zoekactie_nieuw, name="zoekactie_nieuw"),
    path("voogd-zoeken/<int:pk>/", mensen.zoekactie_uitkomst, name="zoekactie_uitkomst"),
    path("vacatures/", mensen.vacatures, name="vacatures"),
    path("vacatures/nieuw/", mensen.vacature_nieuw, name="vacature_nieuw"),
    path("vacatures/<int:pk>/sluiten/", mensen.vacature_sluiten, name="vacature_sluiten"),
]
