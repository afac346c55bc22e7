"""The addresses of this room."""

from __future__ import annotations

from django.urls import path

from .views import acties, afwijkingen, leren, openbaar, overleggen, registers, taken

urlpatterns = [
    path("overleggen/", overleggen.overleggen, name="overleggen"),
    path("overleggen/nieuw/", overleggen.overleg_nieuw, name="overleg_nieuw"),
    path("overleggen/<int:pk>/", overleggen.overleg, name="overleg"),
    path("overleggen/<int:pk>/agenda/", overleggen.overleg_agenda, name="overleg_agenda"),
    path("overleggen/<int:pk>/punt/", overleggen.agendapunt_nieuw, name="agendapunt_nieuw"),
    path("overleggen/punt/<int:pk>/", overleggen.agendapunt, name="agendapunt"),
    path(
        "overleggen/<int:pk>/deelnemers/", overleggen.overleg_deelnemers, name="overleg_deelnemers"
    ),
    path("overleggen/<int:pk>/notitie/", overleggen.overleg_notitie, name="overleg_notitie"),
    path("overleggen/<int:pk>/verslag/", overleggen.overleg_verslag, name="overleg_verslag"),
    path(
        "overleggen/<int:pk>/vaststellen/",
        overleggen.overleg_vaststellen,
        name="overleg_vaststellen",
    ),
    path(
        "overleggen/<int:pk>/stukken/<str:partij>.<str:formaat>",
        overleggen.overleg_pak,
        name="overleg_pak",
    ),
    path("overleggen/<int:pk>/actie/", acties.overlegactie_nieuw, name="overlegactie_nieuw"),
    path("overleggen/acties/", acties.overlegacties, name="overlegacties"),
    path("overleggen/acties/<int:pk>/", acties.overlegactie, name="overlegactie"),
    path("overleggen/acties/<int:pk>/datum/", acties.overlegactie_datum, name="overlegactie_datum"),
    path("overleggen/acties/<int:pk>/stand/", acties.overlegactie_stap, name="overlegactie_stap"),
    path("overleggen/afwijkingen/", afwijkingen.afwijkingen, name="afwijkingen"),
    path("overleggen/afwijkingen/nieuw/", afwijkingen.afwijking_nieuw, name="afwijking_nieuw"),
    path("overleggen/afwijkingen/<int:pk>/", afwijkingen.afwijking, name="afwijking"),
    path(
        "overleggen/afwijkingen/<int:pk>/stap/", afwijkingen.afwijking_stap, name="afwijking_stap"
    ),
    path(
        "overleggen/g7/voorstel/<str:partij>/<str:afspraak>/",
        afwijkingen.g7_voorstel,
        name="g7_voorstel",
    ),
    path("overleggen/g7/<int:pk>/", afwijkingen.g7_dossier, name="g7_dossier"),
    path("overleggen/g7/<int:pk>/besluit/", afwijkingen.g7_besluit, name="g7_besluit"),
    path(
        "overleggen/g7/<int:pk>/dossier.<str:formaat>",
        afwijkingen.g7_dossier_bestand,
        name="g7_dossier_bestand",
    ),
    path("overleggen/taken/", taken.overlegtaken, name="overlegtaken"),
    path("overleggen/taken/<slug:sleutel>.<str:formaat>", taken.overlegtaak, name="overlegtaak"),
    path("overleggen/besluiten/", registers.besluiten, name="besluiten"),
    path("overleggen/organen/", registers.organen, name="organen"),
    path("overleggen/bouwstenen/", registers.bouwsteenstanden, name="bouwsteenstanden"),
    path("overleggen/gegevens/", registers.regiogegevens, name="regiogegevens"),
    path("overleggen/basisafspraken/", registers.basisafspraken, name="basisafspraken"),
    path("overleggen/erbij/<slug:soort>/", registers.register_erbij, name="register_erbij"),
    path("overleggen/raadsbrieven/", openbaar.raadsbrieven, name="raadsbrieven"),
    path("overleggen/raadsbrieven/nieuw/", openbaar.raadsbrief_nieuw, name="raadsbrief_nieuw"),
    path("overleggen/raadsbrieven/<int:pk>.pdf", openbaar.raadsbrief, name="raadsbrief"),
    path("documenten/", openbaar.documenten, name="documenten"),
    path("documenten/nieuw/", openbaar.document_nieuw, name="document_nieuw"),
    path("documenten/<int:pk>/", openbaar.document_bestand, name="document_bestand"),
    path("bijeenkomsten/", leren.bijeenkomsten, name="bijeenkomsten"),
    path("bijeenkomsten/nieuw/", leren.bijeenkomst_nieuw, name="bijeenkomst_nieuw"),
    path("bijeenkomsten/voorbeelden/", leren.voorbeelden, name="voorbeelden"),
    path("bijeenkomsten/<int:pk>/", leren.bijeenkomst, name="bijeenkomst"),
    path(
        "bijeenkomsten/<int:pk>/deelname/", leren.bijeenkomst_deelname, name="bijeenkomst_deelname"
    ),
    path(
        "bijeenkomsten/<int:pk>/reflectie/",
        leren.bijeenkomst_reflectie,
        name="bijeenkomst_reflectie",
    ),
    path("bijeenkomsten/deelname/<int:pk>.pdf", leren.deelnamebewijs, name="deelnamebewijs"),
]
