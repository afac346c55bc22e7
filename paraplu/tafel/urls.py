"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern

from . import paden, paden_zitting

urlpatterns: list[URLPattern] = [*paden.PADEN, *paden_zitting.PADEN]
