"""What Paraplu writes to its log: what happened and where in the code, never about whom.

A message of our own is written by us, with numbers and kinds. A message of another package may carry
anything: an address that was typed, a row that the database refused. Of those only the sentence
before it was filled in is kept, and of every error its kind and the lines of code that it passed.
"""

from __future__ import annotations

import json
import logging
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from django.http import HttpRequest, HttpResponseBase

from paraplu.afspraken.plaats import WORTEL

EIGEN: Final = "paraplu."
WEGGELATEN: Final = "(tekst weggelaten)"
STAPPEN: Final = 12
log = logging.getLogger("paraplu.verzoek")


class Kort(logging.Formatter):
    """One line of text."""

    def format(self, record: logging.LogRecord) -> str:
        velden = describe(record)
        rest = " ".join(
            f"{naam}={waarde}" for naam, waarde in velden.items() if naam not in {"tijd", "niveau", "bron", "bericht", "stappen"}
        )  # fmt: skip
        regel = f"{velden['tijd']} {velden['niveau']} {velden['bron']} {velden['bericht']} {rest}".rstrip()
        return "\n  ".join([regel, *velden.get("stappen", ())])


class Json(logging.Formatter):
    """One object of JSON on one line."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(describe(record), ensure_ascii=False)


def describe(record: logging.LogRecord) -> dict[str, Any]:
    """What may be kept of a message."""
    velden: dict[str, Any] = {
        "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "niveau": record.levelname,
        "bron": record.name,
        "bericht": _message(record),
    }
    for naam in ("route", "methode", "status", "ms", "action", "status_code"):
        waarde = getattr(record, naam, None)
        if isinstance(waarde, (int, float)) or (isinstance(waarde, str) and waarde.isidentifier()):
            velden[naam] = waarde
    velden |= _request(getattr(record, "request", None)) | _job(getattr(record, "job", None))
    if record.exc_info and record.exc_info[0]:
        velden |= {"fout": record.exc_info[0].__name__, "stappen": _steps(record.exc_info[2])}
    return velden


def _message(record: logging.LogRecord) -> str:
    if record.name.startswith(EIGEN):
        return record.getMessage()
    return str(record.msg) if record.args else WEGGELATEN


def _request(request: Any) -> dict[str, str]:
    """The name of the route, not the address: that may carry what somebody typed, or a token."""
    gevonden = getattr(request, "resolver_match", None)
    return {"route": gevonden.url_name or ""} if gevonden else {}


def _job(taak: Any) -> dict[str, Any]:
    if not isinstance(taak, dict):
        return {}
    return {
        naam: taak[bron] for naam, bron in (("taak", "task_name"), ("nummer", "id")) if bron in taak
    }


def _steps(spoor: Any) -> list[str]:
    """Where it went wrong: file, line and function; not the text of the error and not the values."""
    stappen = traceback.extract_tb(spoor)[-STAPPEN:]
    return [f"{_short(stap.filename)}:{stap.lineno} {stap.name}" for stap in stappen]


def _short(bestand: str) -> str:
    pad = Path(bestand)
    if pad.is_relative_to(WORTEL):
        return str(pad.relative_to(WORTEL))
    return "/".join(pad.parts[-2:])


class Verzoeklog:
    """A line per request: which route, which answer, how long. Nobody's name, number or address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        begin = time.monotonic()
        antwoord = self.get_response(request)
        gevonden = request.resolver_match
        log.info(
            "verzoek",
            extra={
                "route": (gevonden.url_name or "") if gevonden else "",
                "methode": request.method,
                "status": antwoord.status_code,
                "ms": round((time.monotonic() - begin) * 1000),
            },
        )
        return antwoord
