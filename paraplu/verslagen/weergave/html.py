"""A report as one HTML file that needs nothing else: no request, no script, its style inside."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from ..inhoud.delen import Inhoud, Trend
from .exemplaar import Exemplaar
from .svg import draw_scherm


def make_html(inhoud: Inhoud, waarmerk: Exemplaar | None = None) -> bytes:
    """The file; the same content gives the same bytes. A copy begins with its `waarmerk`."""
    with translation.override("nl"):
        tekst = render_to_string(
            "verslagen/bestand.html",
            {
                "inhoud": inhoud,
                "hoofdstukken": [
                    (hoofdstuk, [_place(blok) for blok in hoofdstuk.blokken])
                    for hoofdstuk in inhoud.hoofdstukken
                ],
                "stijl": _read_stijl(),
                "waarmerk": waarmerk,
            },
        )
    return tekst.encode()


def make_csp() -> str:
    """What a browser may do with this file: its own style, which it knows by its hash, and no more."""
    som = base64.b64encode(hashlib.sha256(_read_stijl().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{som}'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )


def _place(blok: Any) -> dict[str, Any]:
    """A block with the name of its kind; a trend with its drawing."""
    plaats: dict[str, Any] = {"soort": type(blok).__name__.lower(), "blok": blok}
    if isinstance(blok, Trend):
        tekening = draw_scherm(blok)
        if tekening:
            # Made by us: every text in it is escaped where it is put.
            plaats["svg"] = mark_safe(tekening.svg)  # noqa: S308
            plaats.update(namen=tekening.namen, breed=tekening.breed)
    return plaats


@cache
def _read_stijl() -> SafeString:
    tekst = resources.files("paraplu.verslagen").joinpath("weergave/bestand.css").read_text("utf-8")
    return mark_safe(tekst)  # noqa: S308 - our own stylesheet
