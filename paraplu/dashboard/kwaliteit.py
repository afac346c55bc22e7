"""The quality of the data as a page shows it: whose, which month, what is wrong and who mends it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from paraplu.afspraken import gebieden
from paraplu.inzage.grafiek import Grafiek, Reeks, make_grafiek
from paraplu.monitor.kwaliteit import Controle, Keuze, controles
from paraplu.web.models import Gebruiker, Organisatie, Soort

from .bevindingen import list_maanden, name_maand

Rij = Mapping[str, Any]
#: Counts a choice by what is asked.
Tel = Callable[[Keuze, Sequence[str]], list[dict[str, Any]]]
#: Months in the chart and the table.
MAANDEN = 12
#: Months that one can choose from.
TERUG = 36
#: Parties in the table; all of them are on the command line.
PARTIJEN = 40
WIE = {
    "gemeente": gettext_lazy("de gemeente"),
    "gi": gettext_lazy("de GI"),
    "aanbieder": gettext_lazy("de aanbieder"),
}


@dataclass(frozen=True)
class Partij:
    """Whose data: `soort` is gemeente, gi, aanbieder, regio or gelderland."""

    soort: str
    code: str
    naam: str

    @property
    def sleutel(self) -> str:
        """As in an address: gemeente-0228."""
        return f"{self.soort}-{self.code}" if self.code else ""

    @property
    def gebied(self) -> dict[str, str]:
        """The filter of the figures that this party's data bends."""
        if self.soort == "gemeente":
            gemeente = gebieden.gemeente(self.code)
            regio = {"regio": gemeente.regio} if gemeente and gemeente.in_gvjb else {}
            return {"gemeente": self.code, **regio}
        return {self.soort: self.code} if self.code else {"gelderland": "gelderland"}

    @property
    def filters(self) -> dict[str, str]:
        """The filter of the findings: of an organisation all in which it is the provider."""
        if self.soort in {"gi", "aanbieder"}:
            return {"aanbieder": self.code}
        return {naam: code for naam, code in self.gebied.items() if naam == self.soort}


ALLEN = Partij("gelderland", "", "Gelderland")


@dataclass(frozen=True)
class Blik:
    """Whose data in which months; `eigen`: it lies in the area of who looks."""

    partij: Partij
    maanden: tuple[str, ...]
    eigen: bool
    codes: frozenset[str] = frozenset()

    @property
    def maand(self) -> str:
        """The month that the words are about: the last one."""
        return self.maanden[-1]

    def keuze(self, *, code: str = "") -> Keuze:
        """The findings of these months."""
        return Keuze(code=code, van=self.maanden[0], tot=self.maand, filters=self.partij.filters)

    def vraag(self, **anders: str) -> str:
        """The query of the address of this view, with parts replaced."""
        delen = {"partij": self.partij.sleutel, "maand": self.maand, **anders}
        return "?" + urlencode({naam: waarde for naam, waarde in delen.items() if waarde})


@dataclass(frozen=True)
class Controlerij:
    """One check over the months; `zelf` is what the party of the view can mend itself."""

    controle: Controle
    per_maand: tuple[int, ...]
    maand: int
    samen: int
    zelf: int

    @property
    def herstelt(self) -> str:
        """Who can mend it, in words."""
        return join_wie(self.controle.herstelt)


@dataclass(frozen=True)
class Beeld:
    """The whole page: checks with findings, those without, months, and parties."""

    rijen: tuple[Controlerij, ...]
    schoon: tuple[Controle, ...]
    per_maand: tuple[tuple[str, int], ...]
    partijen: tuple[tuple[Partij, int, int], ...]
    samen: int
    maand: int
    zelf: int


def join_wie(wie: Iterable[str]) -> str:
    """
    >>> join_wie(("gemeente", "aanbieder"))
    'de gemeente of de aanbieder'
    """
    return str(_(" of ")).join(str(WIE[een]) for een in wie)


def list_partijen(gebruiker: Gebruiker, organisaties: Iterable[Rij]) -> list[Partij]:
    """Whose data this account may ask for, its own first."""
    eigen = eigen_partij(gebruiker)
    uit = [eigen]
    if gebruiker.soort in ZIET_ALLEN:
        uit = [ALLEN, *(Partij("regio", r.code, r.naam) for r in gebieden.regios())]
    leden = [
        Partij("gemeente", g.code, g.naam)
        for g in gebieden.gemeenten()
        if g.in_gvjb and (gebruiker.soort in ZIET_ALLEN or eigen.code == g.regio)
    ]
    uit += [partij for partij in leden if eigen.soort == "regio" or gebruiker.soort in ZIET_ALLEN]
    if gebruiker.soort in ZIET_ALLEN:
        uit += [Partij(o["soort"], o["agb"], o["naam"]) for o in organisaties]
    return uit


#: Sees the quality of every party: who keeps the contracts, and the province.
ZIET_ALLEN = frozenset({Soort.CONTRACTMANAGER, Soort.PROVINCIE})


def eigen_partij(gebruiker: Gebruiker) -> Partij:
    """The party of the account itself."""
    if gebruiker.organisatie_soort == Organisatie.PROVINCIE:
        return ALLEN
    return Partij(
        gebruiker.organisatie_soort, gebruiker.organisatie_code, gebruiker.organisatie_naam
    )


def read_blik(
    get: QueryDict, gebruiker: Gebruiker, partijen: Sequence[Partij], *, op: date
) -> Blik:
    """The view in an address; what is not possible falls back to the own data and the last month."""
    gekozen = {partij.sleutel: partij for partij in partijen}
    partij = gekozen.get(get.get("partij", ""), partijen[0])
    mogelijk = list_keuzemaanden(op)
    maand = get.get("maand", "")
    maand = maand if maand in mogelijk else mogelijk[0]
    return make_blik(partij, maand, eigen=is_eigen(gebruiker, partij))


def make_blik(partij: Partij, maand: str, *, eigen: bool) -> Blik:
    """The twelve months up to and including this one."""
    nummer = int(maand[:4]) * 12 + int(maand[5:]) - MAANDEN
    eerste = f"{nummer // 12:04d}-{nummer % 12 + 1:02d}"
    return Blik(partij, list_maanden(eerste, maand), eigen, frozenset(codes_van(partij)))


def is_eigen(gebruiker: Gebruiker, partij: Partij) -> bool:
    """Whether a party lies within the area of the account."""
    eigen = eigen_partij(gebruiker)
    if eigen == ALLEN:
        return True
    return all(partij.gebied.get(naam) == code for naam, code in gebruiker.gebied.items())


def codes_van(partij: Partij) -> tuple[str, ...]:
    """The codes under which this party sends; of all parties none."""
    if partij.soort == "regio":
        return tuple(g.code for g in gebieden.gemeenten_van(partij.code, alleen_gvjb=False))
    return (partij.code,) if partij.code else ()


def trim_dag(op: date, bereik: tuple[int, int] | None) -> date:
    """Months after the last year with care have nothing to check, however late a delivery came.

    >>> trim_dag(date(2026, 11, 19), (2021, 2023))
    datetime.date(2024, 1, 1)
    """
    return min(op, date(bereik[1] + 1, 1, 1)) if bereik else op


def list_keuzemaanden(op: date) -> tuple[str, ...]:
    """Months that can be chosen, the last first: that before the newest delivery, and back."""
    laatste = op.year * 12 + op.month - 2
    return tuple(f"{nr // 12:04d}-{nr % 12 + 1:02d}" for nr in range(laatste, laatste - TERUG, -1))


def list_controles(blik: Blik) -> list[Controle]:
    """The checks that this view shows: outside the own area those on messages, not on children."""
    return [c for c in controles().values() if blik.eigen or c.over_berichten]


def make_beeld(tel: Tel, blik: Blik, namen: Callable[[str], str]) -> Beeld:
    """What a page and a report show."""
    getoond = {controle.code for controle in list_controles(blik)}
    geteld = [
        rij for rij in tel(blik.keuze(), ("code", "maand", "partij")) if rij["code"] in getoond
    ]
    rijen = [_make_rij(controle, geteld, blik) for controle in list_controles(blik)]
    per_maand, per_partij = _sum(geteld, "maand"), _sum(geteld, "partij")
    nu = _sum([rij for rij in geteld if rij["maand"] == blik.maand], "partij")
    partijen = [
        (Partij(_soort(code), code, namen(code)), nu.get(code, 0), aantal)
        for code, aantal in per_partij.items()
    ]
    return Beeld(
        rijen=tuple(
            sorted((r for r in rijen if r.samen), key=lambda r: (-r.samen, r.controle.code))
        ),
        schoon=tuple(rij.controle for rij in rijen if not rij.samen),
        per_maand=tuple((maand, per_maand.get(maand, 0)) for maand in blik.maanden),
        partijen=tuple(sorted(partijen, key=lambda rij: (-rij[2], rij[0].naam))),
        samen=sum(per_maand.values()),
        maand=per_maand.get(blik.maand, 0),
        zelf=sum(rij["aantal"] for rij in geteld if rij["partij"] in blik.codes),
    )


def _make_rij(controle: Controle, geteld: Iterable[Rij], blik: Blik) -> Controlerij:
    eigen = [rij for rij in geteld if rij["code"] == controle.code]
    per_maand = _sum(eigen, "maand")
    return Controlerij(
        controle,
        tuple(per_maand.get(maand, 0) for maand in blik.maanden),
        per_maand.get(blik.maand, 0),
        sum(per_maand.values()),
        sum(rij["aantal"] for rij in eigen if rij["partij"] in blik.codes),
    )


def _sum(rijen: Iterable[Rij], veld: str) -> dict[str, int]:
    som: dict[str, int] = defaultdict(int)
    for rij in rijen:
        som[rij[veld]] += rij["aantal"]
    return dict(som)


def _soort(code: str) -> str:
    return "gemeente" if len(code) == 4 else "aanbieder"


def draw_verloop(beeld: Beeld) -> Grafiek | None:
    """Findings per month."""
    reeks = Reeks(_("bevindingen"), tuple(aantal for _maand, aantal in beeld.per_maand))
    return make_grafiek([reeks], [name_maand(maand) for maand, _n in beeld.per_maand], "aantal")


def make_zin(beeld: Beeld, blik: Blik) -> str:
    """The head of the page in words."""
    if not beeld.samen:
        return _("In deze twaalf maanden is niets gevonden.")
    return ngettext(
        "Over %(maand)s is %(n)d bevinding gedaan, over twaalf maanden %(samen)d.",
        "Over %(maand)s zijn %(n)d bevindingen gedaan, over twaalf maanden %(samen)d.",
        beeld.maand,
    ) % {"maand": name_maand(blik.maand), "n": beeld.maand, "samen": beeld.samen}
