"""The routes of the pages; each has a row in `paraplu/web/rechten.py`."""

from django.urls import path

from .views import (
    bevindingen,
    bladen,
    controleren,
    kwaliteit,
    leveringen,
    overzicht,
    uitleg,
    uittreksels,
    vergelijken,
    volledigheid,
    waarde,
    wachten,
)

urlpatterns = [
    path("", overzicht.overzicht, name="overzicht"),
    path("waarden/<slug:code>/", waarde.waarde, name="waarde"),
    path("waarden/<slug:code>/regels/", waarde.lijst, name="lijst"),
    path("vergelijken/<slug:code>/", vergelijken.vergelijken, name="vergelijken"),
    path("volledigheid/", volledigheid.volledigheid, name="volledigheid"),
    path("leveringen/", leveringen.leveringen, name="leveringen"),
    path("leveringen/nieuw/", leveringen.levering_nieuw, name="levering_nieuw"),
    path("leveringen/onderweg/<uuid:nummer>/", leveringen.inzending, name="inzending"),
    path("leveringen/uittreksel/<uuid:nummer>/", uittreksels.uittreksel, name="uittreksel"),
    path("leveringen/<slug:nummer>/", leveringen.levering, name="levering"),
    path(
        "leveringen/<slug:nummer>/antwoorden.zip",
        leveringen.levering_antwoorden,
        name="levering_antwoorden",
    ),
    path("controleren/", controleren.controleren, name="controleren"),
    path("bevindingen/", bevindingen.bevindingen, name="bevindingen"),
    path("kwaliteit/", kwaliteit.kwaliteit, name="kwaliteit"),
    path("kwaliteit/rapport.pdf", kwaliteit.kwaliteit_pdf, name="kwaliteit_pdf"),
    path("kwaliteit/mail/", kwaliteit.kwaliteit_mail, name="kwaliteit_mail"),
    path("kwaliteit/<slug:code>/", kwaliteit.kwaliteit_controle, name="kwaliteit_controle"),
    path("wachten/", wachten.wachten, name="wachten"),
    path("bladen/", bladen.bladen, name="bladen"),
    path("bladen/<slug:soort>/leeg.csv", bladen.blad_voorbeeld, name="blad_voorbeeld"),
    path("uitleg/", uitleg.uitleg, name="uitleg"),
]
