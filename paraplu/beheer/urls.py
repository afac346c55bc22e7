"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import bewaren, gezondheid

urlpatterns: list[URLPattern] = [
    path("metrics", gezondheid.metingen, name="metingen"),
    path("beheer/gezondheid/", gezondheid.gezondheid, name="gezondheid"),
    path("beheer/gezondheid/herstel/", gezondheid.werk_herstellen, name="werk_herstellen"),
    path("beheer/bewaren/", bewaren.bewaren, name="bewaren"),
    path("beheer/bewaren/lijst/", bewaren.lijst_opstellen, name="lijst_opstellen"),
    path("beheer/bewaren/lijst/<int:pk>/", bewaren.vernietigingslijst, name="vernietigingslijst"),
    path("beheer/bewaren/lijst/<int:pk>/goed/", bewaren.lijst_goedkeuren, name="lijst_goedkeuren"),
    path("beheer/bewaren/aanhouden/", bewaren.dossier_aanhouden, name="dossier_aanhouden"),
    path(
        "beheer/bewaren/aanhouding/<int:pk>/opheffen/",
        bewaren.aanhouding_opheffen,
        name="aanhouding_opheffen",
    ),
]
