"""The addresses of what follows on a talk; each has a row in `rechten_zitting.py`."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import afspraken, opvolgen, verslag

PADEN: list[URLPattern] = [
    path("werk/tafelverslag/<int:pk>/", verslag.tafelverslag, name="tafelverslag"),
    path("werk/tafelverslag/<int:pk>/pdf/", verslag.tafelverslag_pdf, name="tafelverslag_pdf"),
    path("werk/tafelafspraak/<int:pk>/", afspraken.tafelafspraak, name="tafelafspraak"),
    path("werk/raadsbesluit/<int:pk>/", opvolgen.tafel_rechtbank, name="tafel_rechtbank"),
]
