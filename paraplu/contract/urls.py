"""The addresses of this room; each has a row in `rechten.py`. Numbers and codes only, never a name."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import overeenkomsten, productboek, registers, rekenen

urlpatterns: list[URLPattern] = [
    path("contract/", overeenkomsten.overeenkomsten, name="overeenkomsten"),
    path("contract/<int:pk>/", overeenkomsten.overeenkomst, name="overeenkomst"),
    path("contract/bijlage/<int:pk>/", overeenkomsten.bijlage_bestand, name="bijlage_bestand"),
    path(
        "contract/<int:pk>/erbij/<slug:soort>/",
        overeenkomsten.overeenkomst_erbij,
        name="overeenkomst_erbij",
    ),
    path(
        "contract/<int:pk>/regio/<slug:regio>/<slug:soort>/",
        overeenkomsten.overeenkomst_regio,
        name="overeenkomst_regio",
    ),
    path(
        "contract/partij/<int:pk>/<slug:regio>/",
        overeenkomsten.overeenkomst_besluit,
        name="overeenkomst_besluit",
    ),
    path("contract/eromheen/", registers.contractregisters, name="contractregisters"),
    path(
        "contract/eromheen/<slug:soort>/",
        registers.contractregister_erbij,
        name="contractregister_erbij",
    ),
    path("productboek/", productboek.productboek, name="productboek"),
    path("productboek/meenemen/", productboek.productboek_uit, name="productboek_uit"),
    path("productboek/inlezen/", productboek.productboek_inlezen, name="productboek_inlezen"),
    path("productboek/<slug:code>/", productboek.product, name="product"),
    path("rekenhulp/", rekenen.rekenhulp, name="rekenhulp"),
    path("scenarios/", rekenen.scenarios, name="scenarios"),
    path("scenarios/nieuw/", rekenen.scenario_nieuw, name="scenario_nieuw"),
    path("scenarios/vergelijken/", rekenen.scenarios_vergelijken, name="scenarios_vergelijken"),
    path("scenarios/<int:pk>/", rekenen.scenario, name="scenario"),
    path("scenarios/<int:pk>/versie/", rekenen.scenario_versie, name="scenario_versie"),
    path("scenarios/<int:pk>/delen/", rekenen.scenario_delen, name="scenario_delen"),
    path("scenarios/<int:pk>/meenemen/", rekenen.scenario_uit, name="scenario_uit"),
]
