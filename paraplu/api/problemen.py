"""What goes wrong, as a machine reads it: problem details (RFC 9457), in Dutch and without a person."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Final

from django.http import HttpResponse

SOORT: Final = "application/problem+json"


@dataclass(frozen=True)
class Fout:
    """One thing in a request that is not right; the names are those of the NL API Design Rules."""

    location: str
    code: str
    detail: str


class Probleem(Exception):
    """An answer that is no success. `status` is that of HTTP; `koppen` go along as headers."""

    def __init__(
        self,
        status: int,
        titel: str,
        detail: str,
        *,
        fouten: tuple[Fout, ...] = (),
        koppen: dict[str, str] | None = None,
    ) -> None:
        super().__init__(titel)
        self.status = status
        self.titel = titel
        self.detail = detail
        self.fouten = fouten
        self.koppen = koppen or {}

    def als_dict(self, pad: str) -> dict[str, Any]:
        """The members, with `instance` the path that was asked: without its question."""
        leden: dict[str, Any] = {
            "status": self.status,
            "title": self.titel,
            "detail": self.detail,
            "instance": pad,
        }
        if self.fouten:
            leden["errors"] = [{"in": "query", **asdict(fout)} for fout in self.fouten]
        return leden

    def antwoord(self, pad: str) -> HttpResponse:
        """This problem as an answer to a request for `pad`."""
        tekst = json.dumps(self.als_dict(pad), ensure_ascii=False)
        return HttpResponse(tekst, status=self.status, content_type=SOORT, headers=self.koppen)


def not_found(detail: str) -> Probleem:
    """Nothing is there, or nothing that the asker may know of."""
    return Probleem(404, "Niet gevonden", detail)


def needs_key(detail: str) -> Probleem:
    """Only for who says who they are."""
    return Probleem(
        401, "Sleutel nodig", detail, koppen={"WWW-Authenticate": 'Bearer realm="Paraplu"'}
    )
