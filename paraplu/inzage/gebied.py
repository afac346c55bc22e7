"""The area a page is about: Gelderland, a region, a gemeente, a GI or a provider."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from paraplu.afspraken import gebieden

#: The row of whoever is not of the 51 gemeenten.
BUITEN = "buiten"
SOORTEN = ("regio", "gemeente", "gi", "aanbieder")


@dataclass(frozen=True)
class Gebied:
    """`soort` is a dimension of the monitor, `code` a value of it; Gelderland has neither."""

    soort: str = ""
    code: str = ""
    naam: str = "Gelderland"

    @property
    def sleutel(self) -> str:
        """How the area stands in an address: regio-CG; empty for Gelderland."""
        return f"{self.soort}-{self.code}" if self.soort else ""

    @property
    def filters(self) -> dict[str, str]:
        """The monitor's filter for this area."""
        return {self.soort: self.code} if self.soort else {}

    @property
    def plaats(self) -> str:
        """How the area stands in a sentence: in Gelderland, bij Jeugdbescherming Gelderland."""
        if self.soort in {"gi", "aanbieder"}:
            return _("bij %(naam)s") % {"naam": self.naam}
        return _("in %(naam)s") % {"naam": self.naam}


GELDERLAND = Gebied()


def find_gebied(sleutel: str, namen: Mapping[str, Mapping[str, str]]) -> Gebied | None:
    """The area of this key, or None when there is no such area.

    `namen` gives the names of GI's and providers by soort and AGB code, as the data knows them.
    """
    if not sleutel:
        return GELDERLAND
    soort, _streep, code = sleutel.partition("-")
    if soort == "regio":
        regio = gebieden.regio(code)
        return regio and Gebied(soort, code, regio.naam)
    if soort == "gemeente":
        gemeente = gebieden.gemeente(code)
        return gemeente and Gebied(soort, code, gemeente.naam)
    if soort in {"gi", "aanbieder"} and code in namen.get(soort, {}):
        return Gebied(soort, code, namen[soort][code])
    return None


@dataclass(frozen=True)
class Groep:
    """One group of areas in a choice list."""

    naam: str
    gebieden: tuple[Gebied, ...]


def list_groepen(namen: Mapping[str, Mapping[str, str]]) -> list[Groep]:
    """All areas one can choose, by group; providers are reached from the tables, they are many."""
    return [
        Groep(
            _("Jeugdhulpregio’s"),
            tuple(Gebied("regio", r.code, r.naam) for r in gebieden.regios()),
        ),
        Groep(
            _("Gecertificeerde instellingen"),
            tuple(Gebied("gi", code, naam) for code, naam in namen.get("gi", {}).items()),
        ),
        Groep(
            _("Gemeenten"),
            tuple(Gebied("gemeente", g.code, g.naam) for g in gebieden.gemeenten() if g.in_gvjb),
        ),
    ]


def ligt_in(sleutel: str, per: str, gebied: Gebied) -> bool:
    """Whether the area `sleutel` of dimension `per` lies in `gebied` or holds it."""
    if not gebied.soort:
        return sleutel != BUITEN
    if gebied.soort == per:
        return sleutel == gebied.code
    klein, groot = (sleutel, gebied.code) if per == "gemeente" else (gebied.code, sleutel)
    gemeente = gebieden.gemeente(klein)
    return gemeente is not None and gemeente.regio == groot
