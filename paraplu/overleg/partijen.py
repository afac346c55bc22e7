"""The parties of the agreements: gemeenten, regions and GI's, and who of them sees what."""

from __future__ import annotations

from dataclasses import dataclass

from paraplu.afspraken import gebieden
from paraplu.netwerk.models import Organisatie, Soort
from paraplu.web.models import Gebruiker

from .models import Overlegsoort
from .models.overleggen import ALLE_PARTIJEN


@dataclass(frozen=True)
class Partij:
    """`sleutel` as everywhere in an address: regio-FV, gemeente-0228, gi-99900001."""

    soort: str
    code: str
    naam: str

    @property
    def sleutel(self) -> str:
        """How the party stands in a table and in an address."""
        return f"{self.soort}-{self.code}"

    @property
    def kring(self) -> str:
        """The same as the second wall says it of an account."""
        return f"{self.soort}:{self.code}"


def list_gis() -> list[Partij]:
    """The GI's that have a code, by name."""
    gis = Organisatie.objects.filter(soort=Soort.GI).exclude(code="").order_by("naam")
    return [Partij("gi", gi.code, gi.naam) for gi in gis]


def list_regios() -> list[Partij]:
    """The seven regions."""
    return [Partij("regio", regio.code, regio.naam) for regio in gebieden.regios()]


def list_gemeenten() -> list[Partij]:
    """The gemeenten of the agreements."""
    alle = gebieden.gemeenten()
    return [Partij("gemeente", g.code, g.naam) for g in alle if g.in_gvjb]


def list_partijen() -> list[Partij]:
    """GI's, regions and gemeenten, in that order."""
    return [*list_gis(), *list_regios(), *list_gemeenten()]


def find_partij(sleutel: str) -> Partij | None:
    """The party of this key; None when it is not there."""
    soort, _streep, code = sleutel.partition("-")
    if soort == "regio":
        regio = gebieden.regio(code)
        return regio and Partij(soort, code, regio.naam)
    if soort == "gemeente":
        gemeente = gebieden.gemeente(code)
        return Partij(soort, code, gemeente.naam) if gemeente and gemeente.in_gvjb else None
    return next((gi for gi in list_gis() if gi.sleutel == sleutel), None)


def own_partij(gebruiker: Gebruiker) -> str:
    """The key of the party for which this account speaks; "" for who speaks for none."""
    if gebruiker.organisatie_soort in {"regio", "gemeente", "gi"} and gebruiker.organisatie_code:
        return f"{gebruiker.organisatie_soort}-{gebruiker.organisatie_code}"
    return ""


def make_kring(soort: str, regio: str) -> str:
    """Who sees a meeting of this kind: all parties, or a region, its gemeenten and the GI's (R169)."""
    if soort != Overlegsoort.CONTRACT:
        return ALLE_PARTIJEN
    sleutels = [
        f"regio:{regio}",
        *(f"gemeente:{g.code}" for g in gebieden.gemeenten_van(regio, alleen_gvjb=False)),
        *(gi.kring for gi in list_gis()),
    ]
    return f" {' '.join(sleutels)} "


def list_genodigden(soort: str, regio: str) -> list[Partij]:
    """Who is asked to come: the regions and GI's, of a contract talk the one region with the GI's."""
    regios = [r for r in list_regios() if soort != Overlegsoort.CONTRACT or r.code == regio]
    return [*regios, *(list_gis() if soort in MET_GIS else [])]


#: The contract management and the G7 are of the regions; a GI comes when it is about that GI.
MET_GIS = frozenset({Overlegsoort.GELDERS, Overlegsoort.CONTRACT})
