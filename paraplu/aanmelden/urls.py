"""The routes of this room; each has a row in `rechten.py`."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
