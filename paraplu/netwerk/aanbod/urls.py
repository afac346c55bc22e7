"""The routes of care on offer; each has a row in `rechten.py` of this package."""

from __future__ import annotations

from django.urls import path

from .views import eigen, inlezen, wachten, zoeken

urlpatterns = [
    path("", zoeken.aanbod, name="aanbod"),
    path("<int:pk>/", zoeken.voorziening, name="voorziening"),
    path("<int:pk>/inkoop/", zoeken.inkoop, name="aanbod_inkoop"),
    path("<int:pk>/kwaliteit/", zoeken.kwaliteit, name="aanbod_kwaliteit"),
    path("eigen/", eigen.eigen, name="aanbod_eigen"),
    path("eigen/nieuw/", eigen.nieuw, name="voorziening_nieuw"),
    path("<int:pk>/wijzigen/", eigen.wijzigen, name="voorziening_wijzigen"),
    path("<int:pk>/stand/", eigen.opgeven, name="aanbod_opgeven"),
    path("<int:pk>/stand/zelfde/", eigen.bevestigen, name="aanbod_bevestigen"),
    path("inlezen/", inlezen.inlezen, name="aanbod_inlezen"),
    path("inlezen/<uuid:nummer>/", inlezen.blad, name="aanbod_blad"),
    path("blad/", inlezen.uit, name="aanbod_blad_uit"),
    path("wachttijd/", wachten.wachttijd, name="aanbod_wachttijd"),
    path("wachttijd/<int:pk>/reactie/", wachten.reactie, name="wachttijd_reactie"),
    path("wachtlijsten/", wachten.wachtlijsten, name="wachtlijsten"),
    path("wachtlijsten/opgeven/", wachten.opgeven, name="wachtlijst_opgeven"),
]
