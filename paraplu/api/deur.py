"""The door of the API: who asks, how often, what is wrong with it, and one form for every answer.

A machine is never sent to a login page: whatever happens, it gets JSON with the version of the API.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags
from django.utils.timezone import localdate, now
from django.views.decorators.csrf import csrf_exempt

from paraplu.inzage.klaar import NogNietKlaar, ask_what_lacks
from paraplu.monitor.geduld import NogNietBerekend
from paraplu.web import onthouden
from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag
from paraplu.web.wand.verzoek import in_name_of

from .actions import count_verzoek, mark_gebruikt
from .bron import Bron, Verzoek, take_pagina
from .lezer import Lezer, find_lezer
from .parameters import read_vragen
from .problemen import Probleem, not_found
from .versie import BASIS, VERSIE

DOEL: Final = "monitoring en contractgesprek"
METHODEN: Final = ("GET", "HEAD", "OPTIONS")
#: What is agreed changes seldom, and everybody gets the same; figures are kept by nobody.
BEWAAR: Final = "public, max-age=300"
NIET_BEWAREN: Final = "private, no-store"
#: Seconds after which who waits for figures had better ask again.
WACHT: Final = 10
JSON: Final = "application/json"
_log = logging.getLogger(__name__)


def open_deur(bron: Bron) -> Callable[..., HttpResponse]:
    """The view of a source."""

    def answer(request: HttpRequest, pad: dict[str, str]) -> HttpResponse:
        return _answer_bron(request, bron, pad)

    return guard(answer)


@csrf_exempt
def onbekend(request: HttpRequest) -> HttpResponse:
    """Whatever else is asked below the address of the API, also with a slash at its end."""
    return _dress(
        not_found(f"Wat er wel is, staat in {BASIS}/openapi.json.").antwoord(request.path)
    )


def guard(answer: Callable[[HttpRequest, dict[str, str]], HttpResponse]) -> Callable[..., Any]:
    """`answer` for the methods that read, with every failure as a problem.

    Exempt from the token of forms: nothing is changed here, and another method gets a 405.
    """

    @csrf_exempt
    def view(request: HttpRequest, **pad: str) -> HttpResponse:
        if request.method == "OPTIONS":
            return _dress(HttpResponse(status=204, headers={"Allow": ", ".join(METHODEN)}))
        try:
            _check_kop(request)
            return _dress(answer(request, pad))
        except Probleem as probleem:
            return _dress(probleem.antwoord(request.path))
        except (NogNietKlaar, NogNietBerekend) as fout:
            antwoord = _dress(_wait(fout).antwoord(request.path))
            # That figures are being computed is no error for who reads the log.
            antwoord._has_been_logged = True
            return antwoord
        except Exception:
            _log.exception("fout in de API")
            kort = Probleem(500, "Fout bij ons", "Er ging iets mis. Probeer het later opnieuw.")
            return _dress(kort.antwoord(request.path))

    return view


def _answer_bron(request: HttpRequest, bron: Bron, pad: dict[str, str]) -> HttpResponse:
    lezer = find_lezer(request, op=localdate())
    _check_vaart(request, lezer)
    if lezer.gebruiker is not None and not mag(lezer.gebruiker, bron.naam):
        raise Probleem(403, "Niet voor uw rol", "Deze bron is niet voor uw rol.")
    if not bron.fits(pad):
        raise not_found("Dit adres heeft niet de vorm die bij deze bron hoort.")
    verzoek = Verzoek(
        lezer=lezer,
        op=localdate(),
        begin=request.build_absolute_uri("/").rstrip("/"),
        pad=pad,
        vragen=read_vragen(bron.parameters, request.GET),
    )
    if lezer.gebruiker is not None:
        onthouden.begin(lezer.gebruiker)
    with in_name_of(lezer.gebruiker.pk if lezer.gebruiker else None), transaction.atomic():
        inhoud, aantal = _ask(bron, verzoek)
        if bron.cijfers:
            _trace(bron, verzoek, aantal)
    return _give(request, bron, inhoud)


def _ask(bron: Bron, verzoek: Verzoek) -> tuple[dict[str, Any], int]:
    """The body, and how many items there are in it."""
    gevonden = bron.geef(verzoek)
    if not bron.lijst:
        return gevonden, 1
    pagina = take_pagina(gevonden, verzoek, bron.pad.format(**verzoek.pad))
    if pagina is None:
        raise not_found("Zo veel pagina's heeft deze lijst niet.")
    return pagina, len(pagina["items"])


def _trace(bron: Bron, verzoek: Verzoek, aantal: int) -> None:
    """A line in the trace, as of every figure that is taken along."""
    vragen = " ".join(f"{naam}={w}" for naam, w in verzoek.vragen.items() if w is not None)
    write_spoor(
        gebruiker=verzoek.gebruiker,
        handeling="uitvoer via de API",
        voorwerp=f"{bron.pad.format(**verzoek.pad)} {vragen}: {aantal} items,"
        f" {verzoek.lezer.wijze}",
        doel=DOEL,
        als="openbaar" if verzoek.gebruiker is None else "",
    )


def _give(request: HttpRequest, bron: Bron, inhoud: dict[str, Any]) -> HttpResponse:
    tekst = json.dumps(inhoud, ensure_ascii=False).encode()
    if bron.cijfers:
        return HttpResponse(tekst, content_type=JSON, headers={"Cache-Control": NIET_BEWAREN})
    merk = f'"{hashlib.sha256(tekst).hexdigest()[:32]}"'
    koppen = {"Cache-Control": BEWAAR, "ETag": merk}
    gevraagd = parse_etags(request.headers.get("If-None-Match", ""))
    if merk in gevraagd or "*" in gevraagd or f"W/{merk}" in gevraagd:
        return HttpResponse(status=304, headers=koppen)
    return HttpResponse(tekst, content_type=JSON, headers=koppen)


def _dress(antwoord: HttpResponse) -> HttpResponse:
    antwoord.headers["API-Version"] = VERSIE
    if antwoord.status_code >= 400:
        antwoord.headers["Cache-Control"] = NIET_BEWAREN
    if antwoord.status_code == 304:
        del antwoord.headers["Content-Type"]
    return antwoord


def _check_kop(request: HttpRequest) -> None:
    """Only reading, and only JSON."""
    if request.method not in METHODEN:
        raise Probleem(
            405,
            "Alleen lezen",
            "Deze API geeft gegevens en verandert niets.",
            koppen={"Allow": ", ".join(METHODEN)},
        )
    if not request.accepts(JSON):
        raise Probleem(406, "Alleen JSON", f"Vraag {JSON}, of laat de kop Accept weg.")


def _check_vaart(request: HttpRequest, lezer: Lezer) -> None:
    """The brake: so many a minute, per key, per account, or per address."""
    grens = settings.API_PER_MINUUT
    if lezer.nummer is not None:
        wie = f"sleutel {lezer.nummer}"
        mark_gebruikt(nummer=lezer.nummer, on=localdate())
    elif lezer.gebruiker is not None:
        wie = f"account {lezer.gebruiker.pk}"
    else:
        wie, grens = f"adres {request.META.get('REMOTE_ADDR', '')}", grens // 2
    if count_verzoek(wie=wie, op=now()) > grens:
        raise Probleem(
            429,
            "Te veel vragen",
            f"Vraag hoogstens {grens} keer per minuut.",
            koppen={"Retry-After": "60"},
        )


def _wait(fout: NogNietKlaar | NogNietBerekend) -> Probleem:
    """What takes long is computed by the worker; the asker comes back."""
    lukt = ask_what_lacks(fout)
    detail = (
        "Deze cijfers worden nu berekend. Vraag ze straks opnieuw."
        if lukt
        else "Deze cijfers zijn er nu niet: het berekenen ging fout. De beheerder ziet dat."
    )
    return Probleem(
        503, "Nog niet klaar", detail, koppen={"Retry-After": str(WACHT if lukt else 3600)}
    )
