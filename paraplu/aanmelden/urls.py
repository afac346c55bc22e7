"""The routes of this room; each has a row in `rechten.py`."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import beginnen

urlpatterns: list[URLPattern] = [
    path("werk/persoon/<int:pk>/hulp/", beginnen.casus_nieuw, name="casus_nieuw"),
]
