"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern

from . import paden

urlpatterns: list[URLPattern] = [*paden.PADEN]
