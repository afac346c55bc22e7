"""What may be asked in an address: declared once, read here and shown in the OpenAPI document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.http import QueryDict

from .problemen import Fout, Probleem

QUERY, PAD = "query", "path"
GEEN_GETAL: Final = re.compile(r"0|[1-9][0-9]{0,8}")


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One word of an address. `schema` is JSON Schema: of a text its pattern, enum or format."""

    naam: str
    uitleg: str
    schema: dict[str, Any]
    plaats: str = QUERY
    voorbeeld: Any = None
    #: What it is when it is not asked; None: nothing.
    anders: Any = field(default=None)

    def read(self, tekst: str) -> Any:
        """The value in this text. Raises ValueError with a Dutch sentence."""
        soort = self.schema["type"]
        if soort == "integer":
            return self._read_getal(tekst)
        if "enum" in self.schema and tekst not in self.schema["enum"]:
            raise ValueError(f"kies uit: {', '.join(self.schema['enum'])}")
        if "pattern" in self.schema and not re.fullmatch(self.schema["pattern"], tekst):
            raise ValueError(f"heeft niet de vorm {self.schema['pattern']}")
        if self.schema.get("format") == "date":
            return _read_dag(tekst)
        return tekst

    def _read_getal(self, tekst: str) -> int:
        laagst, hoogst = self.schema["minimum"], self.schema["maximum"]
        if not GEEN_GETAL.fullmatch(tekst) or not laagst <= int(tekst) <= hoogst:
            raise ValueError(f"is geen heel getal van {laagst} tot en met {hoogst}")
        return int(tekst)


def _read_dag(tekst: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", tekst):
        raise ValueError("is geen dag: schrijf 2024-01-31")
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise ValueError("is geen dag: schrijf 2024-01-31") from None


def read_vragen(parameters: Iterable[Parameter], get: QueryDict) -> dict[str, Any]:
    """The values by name; what is not asked gets its default. Raises Probleem with all that is wrong.

    A name that we do not know is refused: a misspelt filter would give the figures of everybody.
    """
    bekend = {een.naam: een for een in parameters if een.plaats == QUERY}
    gelezen = {een.naam: een.anders for een in bekend.values()}
    fouten = []
    for naam, teksten in get.lists():
        if naam not in bekend:
            fouten.append(Fout("?", "onbekend", f"Deze bron kent geen vraag {naam[:40]!r}."))
        elif len(teksten) > 1:
            fouten.append(Fout(naam, "dubbel", f"{naam} staat er meer dan één keer."))
        else:
            try:
                gelezen[naam] = bekend[naam].read(teksten[0])
            except ValueError as fout:
                fouten.append(Fout(naam, "vorm", f"{naam} {fout}."))
    if fouten:
        raise Probleem(
            400,
            "De vraag klopt niet",
            "Lees bij errors wat er niet klopt, en vraag het dan opnieuw.",
            fouten=tuple(fouten),
        )
    return gelezen


PAGINA: Final = Parameter(
    naam="pagina",
    uitleg="Welke pagina van de lijst, vanaf 1.",
    schema={"type": "integer", "minimum": 1, "maximum": 1_000_000, "default": 1},
    anders=1,
)
PAGINAGROOTTE: Final = Parameter(
    naam="paginaGrootte",
    uitleg="Hoeveel items op een pagina staan.",
    schema={"type": "integer", "minimum": 1, "maximum": 500, "default": 100},
    anders=100,
)
