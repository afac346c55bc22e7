"""The routes of this room; each has a row in `rechten.py`."""

from __future__ import annotations

from django.urls import include, path

from .views import (
    afwezigheid,
    bellen,
    contacten,
    mensen,
    organisaties,
    overleg,
    regios,
    uitvoer,
)

urlpatterns = [
    path("wie-doet-wat/", contacten.contacten, name="contacten"),
    path("wie-doet-wat/bellen/", bellen.contact_zoeken, name="contact_zoeken"),
    path("wie-doet-wat/volledig/", bellen.contact_volledigheid, name="contact_volledigheid"),
    path("wie-doet-wat/gemeenten/<str:code>/", bellen.gemeente_netwerk, name="gemeente_netwerk"),
    path("wie-doet-wat/contacten.vcf", uitvoer.contacten_vcard, name="contacten_vcard"),
    path("wie-doet-wat/contacten.xlsx", uitvoer.contacten_blad, name="contacten_blad"),
    path("wie-doet-wat/inlezen/", uitvoer.contacten_inlezen, name="contacten_inlezen"),
    path(
        "wie-doet-wat/inlezen/<uuid:nummer>/",
        uitvoer.contacten_voorbeeld,
        name="contacten_voorbeeld",
    ),
    path("wie-doet-wat/bevestigen/", contacten.contacten_bevestigen, name="contacten_bevestigen"),
    path("wie-doet-wat/bevestig/", contacten.contact_bevestigen, name="contact_bevestigen"),
    path("wie-doet-wat/contact/nieuw/", contacten.contact_nieuw, name="contact_nieuw"),
    path("wie-doet-wat/contact/<int:pk>/", contacten.contact, name="contact"),
    path("wie-doet-wat/contact/<int:pk>.vcf", uitvoer.contact_vcard, name="contact_vcard"),
    path(
        "wie-doet-wat/contact/<int:pk>/wijzigen/",
        contacten.contact_wijzigen,
        name="contact_wijzigen",
    ),
    path(
        "wie-doet-wat/contact/<int:pk>/beeindigen/",
        contacten.contact_beeindigen,
        name="contact_beeindigen",
    ),
    path("regios/", regios.regio_eigen, name="regio_eigen"),
    path("regios/<str:code>/", regios.regio_instellingen, name="regio_instellingen"),
    path("regios/<str:code>/keuze/<slug:sleutel>/", regios.regio_kiezen, name="regio_kiezen"),
    path("regios/<str:code>/subregios/nieuw/", regios.subregio_nieuw, name="subregio_nieuw"),
    path(
        "regios/<str:code>/subregios/<int:pk>/einde/",
        regios.subregio_beeindigen,
        name="subregio_beeindigen",
    ),
    path("organisaties/", organisaties.organisaties, name="organisaties"),
    path("organisaties/nieuw/", organisaties.organisatie_nieuw, name="organisatie_nieuw"),
    path(
        "organisaties/<str:sleutel>/einde/",
        organisaties.organisatie_beeindigen,
        name="organisatie_beeindigen",
    ),
    path("organisaties/<str:sleutel>/", mensen.mensen, name="mensen"),
    path(
        "organisaties/<str:sleutel>/medewerkers/nieuw/",
        mensen.medewerker_nieuw,
        name="medewerker_nieuw",
    ),
    path("organisaties/<str:sleutel>/teams/nieuw/", mensen.team_nieuw, name="team_nieuw"),
    path(
        "organisaties/<str:sleutel>/keuze/<slug:keuze>/",
        mensen.organisatie_kiezen,
        name="organisatie_kiezen",
    ),
    path("teams/<int:pk>/einde/", mensen.team_beeindigen, name="team_beeindigen"),
    path("medewerkers/<int:pk>/", mensen.medewerker, name="medewerker"),
    path(
        "medewerkers/<int:pk>/uit-dienst/",
        mensen.medewerker_beeindigen,
        name="medewerker_beeindigen",
    ),
    path("medewerkers/<int:pk>/rol/", mensen.functie_nieuw, name="functie_nieuw"),
    path("rollen/<int:pk>/einde/", mensen.functie_beeindigen, name="functie_beeindigen"),
    path("afwezigheid/", afwezigheid.afwezigheid, name="afwezigheid"),
    path("afwezigheid/<int:pk>/einde/", afwezigheid.afwezigheid_einde, name="afwezigheid_einde"),
    path("overleg/", overleg.consultaties_tonen, name="consultaties"),
    path("overleg/nieuw/", overleg.consultatie_nieuw, name="consultatie_nieuw"),
    path("groepen/<str:code>/", overleg.lokale_groep, name="lokale_groep"),
    path("groepen/<int:pk>/lid/", overleg.groepslid_nieuw, name="groepslid_nieuw"),
    path("groepen/<int:pk>/bijeen/", overleg.groep_bijeen, name="groep_bijeen"),
    path("groepsleden/<int:pk>/einde/", overleg.groepslid_beeindigen, name="groepslid_beeindigen"),
]
urlpatterns += [path("hulpaanbod/", include("paraplu.netwerk.aanbod.urls"))]
