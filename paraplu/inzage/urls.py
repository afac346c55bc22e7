"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import drempels

urlpatterns: list[URLPattern] = [
    path("drempels/", drempels.drempels, name="drempels"),
    path("drempels/besluiten/", drempels.drempel_besluiten, name="drempel_besluiten"),
]
