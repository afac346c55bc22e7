"""The page that asks for the second proof, also in the middle of writing."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from paraplu.casussen.models import Persoon

from ..forms.gezin import CodeForm
from ..models import Uitnodiging
from ..poort import toestel_of
from . import terug


def show_code(
    request: HttpRequest, uitnodiging: Uitnodiging, *, status: int = 200, **extra: Any
) -> HttpResponse:
    """The page that asks for the second proof, with the words that wait to be sent."""
    op_papier = uitnodiging.factor == Uitnodiging.Factor.PAPIER
    inhoud = {
        "form": code_form(uitnodiging),
        "op_papier": op_papier,
        "kind": uitnodiging.persoon.rol == Persoon.Rol.KIND,
        "wacht": terug.read_wachtend(request),
        **extra,
    }
    return render(request, "meelezen/code.html", inhoud, status=status)


def code_form(uitnodiging: Uitnodiging, gegeven: Any = None) -> CodeForm:
    """The form in the words of the factor that was chosen."""
    return CodeForm(gegeven, op_papier=uitnodiging.factor == Uitnodiging.Factor.PAPIER)


def gone(request: HttpRequest) -> HttpResponse:
    """This device is not known (any more); words that were on their way are given back."""
    wacht = terug.read_wachtend(request)
    return render(request, "meelezen/werkt_niet.html", {"wacht": wacht}, status=403)


def give_back(request: HttpRequest) -> HttpResponse:
    """The session lapsed: ask for the second proof again, with the words that were on their way."""
    uitnodiging = toestel_of(request)
    return show_code(request, uitnodiging, verlopen=True) if uitnodiging else gone(request)
