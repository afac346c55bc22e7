"""The routes of this room; each has a row in `rechten.py`."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import agenda, casus, dubbel, gezinnen, inzage, overdracht, routes, stap, werk

urlpatterns: list[URLPattern] = [
    path("agenda/<str:token>.ics", agenda.agenda, name="agenda"),
    path("werk/", werk.mijn_werk, name="mijn_werk"),
    path("werk/organisatie/", werk.team_werk, name="team_werk"),
    path("werk/gezinnen/", gezinnen.gezinnen, name="gezinnen"),
    path("werk/gezinnen/nieuw/", gezinnen.gezin_nieuw, name="gezin_nieuw"),
    path("werk/gezin/<int:pk>/", gezinnen.gezin, name="gezin"),
    path("werk/gezin/<int:pk>/persoon/", gezinnen.persoon_nieuw, name="persoon_nieuw"),
    path("werk/persoon/<int:pk>/", gezinnen.persoon, name="persoon"),
    path("werk/persoon/<int:pk>/maatregel/", gezinnen.maatregel_nieuw, name="maatregel_nieuw"),
    path("werk/maatregel/<int:pk>/mensen/", gezinnen.vaste_mensen, name="vaste_mensen"),
    path("werk/dubbel/<int:pk>/", dubbel.dubbel, name="dubbel"),
    path("werk/maatregel/<int:pk>/betrokkenheid/", gezinnen.betrokkenheid, name="betrokkenheid"),
    path("werk/gezin/<int:pk>/wie-keek-er/", inzage.wie_keek, name="wie_keek"),
    path("werk/casus/<int:pk>/overdragen/", overdracht.overdragen, name="overdragen"),
    path("werk/overdracht/<int:pk>/", overdracht.overdracht, name="overdracht"),
    path("werk/noodtoegang/", inzage.noodtoegang, name="noodtoegang"),
    path("werk/noodtoegang/nazien/", inzage.noodtoegangen, name="noodtoegangen"),
    path(
        "werk/noodtoegang/<int:pk>/",
        inzage.noodtoegang_beoordelen,
        name="noodtoegang_beoordelen",
    ),
    path("routes/", routes.list_routes, name="routes"),
    path("routes/<slug:sleutel>/<str:versie>/", routes.route, name="route"),
    path(
        "routes/<slug:sleutel>/<str:versie>/voorbeeld/",
        routes.route_voorbeeld,
        name="route_voorbeeld",
    ),
    path("werk/casus/<int:pk>/versie/", routes.casus_versie, name="casus_versie"),
    path("werk/casus/<int:pk>/", casus.casus, name="casus"),
    path("werk/stap/<int:pk>/", stap.stap, name="stap"),
    path("werk/stap/<int:pk>/afronden/", stap.stap_afronden, name="stap_afronden"),
    path("werk/stap/<int:pk>/oppakken/", stap.stap_oppakken, name="stap_oppakken"),
    path("werk/stap/<int:pk>/opschorten/", stap.stap_opschorten, name="stap_opschorten"),
    path("werk/stap/<int:pk>/herstellen/", stap.stap_herstellen, name="stap_herstellen"),
]
