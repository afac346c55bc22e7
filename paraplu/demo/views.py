"""The page that holds demo Gelderland against the public figures."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from paraplu.afspraken.plaats import var_map
from paraplu.demo.vergelijking import lees_vergelijking


@require_GET
def ijking(request: HttpRequest) -> HttpResponse:
    """Figure beside figure; says so when this Paraplu holds no demo."""
    regels = lees_vergelijking(var_map() / "demo")
    return render(request, "demo/ijking.html", {"regels": regels})
