"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import lezen, maken

urlpatterns: list[URLPattern] = [
    path("verslagen/", lezen.verslagen, name="verslagen"),
    path("verslagen/nieuw/", maken.verslag_maken, name="verslag_maken"),
    path("verslagen/aanvraag/<int:pk>/", maken.verslag_aanvraag, name="verslag_aanvraag"),
    path("verslagen/<int:pk>/", lezen.verslag, name="verslag"),
    path("verslagen/<int:pk>/lezen/", lezen.verslag_lezen, name="verslag_lezen"),
    path("verslagen/<int:pk>/nu/", lezen.verslag_nu, name="verslag_nu"),
    path("verslagen/<int:pk>/publiceren/", maken.verslag_publiceren, name="verslag_publiceren"),
    path(
        "verslagen/<int:pk>/verslag.<slug:formaat>", lezen.verslag_bestand, name="verslag_bestand"
    ),
]
