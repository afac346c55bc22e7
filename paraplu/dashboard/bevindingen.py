"""Findings over time as a page shows them: the choice in its address, the months, senders and rules."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.berichten.verslag import Uitleg, uitleg
from paraplu.inzage.grafiek import Grafiek, Reeks, make_grafiek
from paraplu.monitor.bevindingen import Keuze
from paraplu.web.getallen import Waarde, cel

from .volledigheid import shorten_maand

Rij = Mapping[str, Any]
#: Counts by what is asked, within what this user may see.
Tel = Callable[[Keuze, Sequence[str]], list[dict[str, Any]]]
Namen = Callable[[str], str]

#: Months shown unless asked otherwise, and at most in the table per sender.
MAANDEN = 12
#: Months that fit under the chart.
LABELS = 13
#: Senders in the table; all of them are in the CSV.
AFZENDERS = 40
FILTERS = ("afzender", "soort", "code", "herkomst")
#: What one can choose for `herkomst`; shown when both occur.
HERKOMSTEN = {
    "bericht": gettext_lazy("binnen het bericht"),
    "keten": gettext_lazy("over berichten heen"),
}


@dataclass(frozen=True)
class Vakje:
    """One sender in one month, or all months: messages, and those with a finding."""

    berichten: int = 0
    met_bevinding: int = 0
    bevindingen: int = 0
    geweigerd: int = 0

    @property
    def aandeel(self) -> float | None:
        """The share of messages with a finding; None without messages."""
        return self.met_bevinding / self.berichten if self.berichten else None

    @property
    def deel(self) -> str:
        """The share in words: what is there but hardly, is not shown as nothing."""
        if self.aandeel and self.aandeel < 0.001:
            return _("minder dan 0,1 %")
        return str(cel(self.aandeel, "aandeel"))


@dataclass(frozen=True)
class Afzenderrij:
    """One sender over the months, and in all."""

    code: str
    naam: str
    vakjes: tuple[Vakje, ...]
    samen: Vakje
    adres: str


@dataclass(frozen=True)
class Regelrij:
    """One rule: how often it was broken, in how many messages, and where it was seen."""

    uitleg: Uitleg
    herkomst: str
    samen: Vakje
    adres: str


@dataclass(frozen=True)
class Mogelijk:
    """What one can choose: months with data, and per filter the values with their texts."""

    maanden: tuple[str, ...]
    waarden: Mapping[str, list[tuple[str, str]]]


@dataclass(frozen=True)
class Blik:
    """The chosen view: the question, its first and last month, and the months between them."""

    keuze: Keuze
    maanden: tuple[str, ...]

    def adres(self, **anders: str) -> str:
        """The query of the address of this view, with parts replaced."""
        vragen = {naam: getattr(self.keuze, naam) for naam in FILTERS}
        vragen |= {"van": self.maanden[0], "tot": self.maanden[-1]} if self.maanden else {}
        return "?" + urlencode({n: w for n, w in {**vragen, **anders}.items() if w})


def list_mogelijk(tel: Tel, namen: Namen, *, splitsbaar: bool = True) -> Mogelijk:
    """What there is to choose from; without `splitsbaar` only months."""
    alles = Keuze()
    maanden = tuple(rij["maand"] for rij in tel(alles, ("maand",)))
    if not splitsbaar:
        return Mogelijk(maanden, {})
    gevonden = {naam: [rij[naam] for rij in tel(alles, (naam,)) if rij[naam]] for naam in FILTERS}
    afzenders = sorted(((code, namen(code)) for code in gevonden["afzender"]), key=lambda p: p[1])
    return Mogelijk(
        maanden,
        {
            "afzender": [(code, f"{naam} ({code})") for code, naam in afzenders],
            "soort": [(soort, soort) for soort in gevonden["soort"]],
            "code": [(code, f"{code} {uitleg(code).titel}"[:70]) for code in gevonden["code"]],
            "herkomst": list_herkomsten(gevonden["herkomst"]),
        },
    )


def list_herkomsten(gevonden: Iterable[str]) -> list[tuple[str, str]]:
    """Inside the message or across messages; nothing to choose where only one of them occurs."""
    herkomsten = [(code, str(HERKOMSTEN[code])) for code in sorted(gevonden)]
    return herkomsten if len(herkomsten) > 1 else []


def read_blik(get: QueryDict, mogelijk: Mogelijk) -> Blik:
    """The view in an address; what is not possible falls back to everything, the last year."""
    gekozen = {
        naam: get.get(naam, "")
        for naam, waarden in mogelijk.waarden.items()
        if get.get(naam, "") in {waarde for waarde, _tekst in waarden}
    }
    if not mogelijk.maanden:
        return Blik(Keuze(**gekozen), ())
    alle = list_maanden(mogelijk.maanden[0], mogelijk.maanden[-1])
    tot = get.get("tot", "") if get.get("tot", "") in alle else alle[-1]
    tot_hier = alle[: alle.index(tot) + 1]
    van = get.get("van", "") if get.get("van", "") in tot_hier else tot_hier[-MAANDEN:][0]
    maanden = tot_hier[tot_hier.index(van) :]
    keuze = Keuze(van=_dag(van, einde=False), tot=_dag(tot, einde=True), **gekozen)
    return Blik(keuze, maanden)


def list_maanden(eerste: str, laatste: str) -> tuple[str, ...]:
    """Every month from the first up to and including the last.

    >>> list_maanden("2022-11", "2023-02")
    ('2022-11', '2022-12', '2023-01', '2023-02')
    """
    begin, einde = (int(t[:4]) * 12 + int(t[5:]) - 1 for t in (eerste, laatste))
    return tuple(f"{nr // 12:04d}-{nr % 12 + 1:02d}" for nr in range(begin, einde + 1))


def _dag(maand: str, *, einde: bool) -> date:
    gevonden = re.fullmatch(r"(\d{4})-(\d{2})", maand)
    assert gevonden is not None
    jaar, nummer = int(gevonden[1]), int(gevonden[2])
    return date(jaar, nummer, calendar.monthrange(jaar, nummer)[1] if einde else 1)


def make_vakje(rij: Rij) -> Vakje:
    """The numbers of one counted row."""
    return Vakje(rij["berichten"] or 0, rij["met_bevinding"], rij["bevindingen"], rij["geweigerd"])


def add_vakjes(vakjes: Sequence[Vakje]) -> Vakje:
    """All of them together; a message belongs to one month and one sender, so this is exact."""
    return Vakje(
        sum(v.berichten for v in vakjes),
        sum(v.met_bevinding for v in vakjes),
        sum(v.bevindingen for v in vakjes),
        sum(v.geweigerd for v in vakjes),
    )


def list_per_maand(tel: Tel, blik: Blik) -> list[tuple[str, Vakje]]:
    """Every month of the view, also one in which nothing came."""
    rijen = {rij["maand"]: make_vakje(rij) for rij in tel(blik.keuze, ("maand",))}
    return [(name_maand(maand), rijen.get(maand, Vakje())) for maand in blik.maanden]


def name_maand(maand: str) -> str:
    """
    >>> name_maand("2023-05")
    'mei 2023'
    """
    return f"{shorten_maand(maand)} {maand[:4]}"


def list_afzenders(tel: Tel, blik: Blik, namen: Namen) -> list[Afzenderrij]:
    """Senders with most findings first; `vakjes` are the last months of the view."""
    getoond = blik.maanden[-MAANDEN:]
    per: dict[str, dict[str, Vakje]] = {}
    for rij in tel(blik.keuze, ("maand", "afzender")):
        per.setdefault(rij["afzender"], {})[rij["maand"]] = make_vakje(rij)
    rijen = [
        Afzenderrij(
            code,
            namen(code),
            tuple(vakjes.get(maand, Vakje()) for maand in getoond),
            add_vakjes(list(vakjes.values())),
            blik.adres(afzender=code) if code else "",
        )
        for code, vakjes in per.items()
    ]
    return sorted(rijen, key=lambda r: (-r.samen.bevindingen, -r.samen.berichten, r.naam))


def list_regels(tel: Tel, blik: Blik) -> list[Regelrij]:
    """Rules that were broken, the most frequent first."""
    rijen = [
        Regelrij(
            uitleg(rij["code"]),
            rij["herkomst"],
            make_vakje(rij),
            blik.adres(code=rij["code"]),
        )
        for rij in tel(blik.keuze, ("code", "herkomst"))
    ]
    return sorted(rijen, key=lambda r: (-r.samen.bevindingen, r.uitleg.code))


def draw_verloop(
    tel: Tel, blik: Blik, per_maand: Sequence[tuple[str, Vakje]], naam: str
) -> tuple[Grafiek | None, tuple[str, ...]]:
    """The share of messages with a finding per month; of one sender beside that of all."""
    reeksen = [Reeks(naam, tuple(vakje.aandeel for _maand, vakje in per_maand))]
    if blik.keuze.afzender:
        allen = list_per_maand(tel, replace(blik, keuze=replace(blik.keuze, afzender="")))
        waarden: tuple[Waarde, ...] = tuple(vakje.aandeel for _maand, vakje in allen)
        reeksen.append(Reeks(_("alle afzenders"), waarden))
    grafiek = make_grafiek(reeksen, [maand for maand, _vakje in per_maand], "aandeel")
    if grafiek is not None:
        stap = -(-len(per_maand) // LABELS)
        grafiek = replace(grafiek, labels=grafiek.labels[::stap])
    return grafiek, tuple(reeks.naam for reeks in reeksen)


def list_csv(tel: Tel, blik: Blik, namen: Namen) -> tuple[list[str], list[list[object]]]:
    """Per month and sender all messages (code empty), and below it every rule that was broken."""
    cijfers = ("berichten", "met_bevinding", "bevindingen", "geweigerd")
    rijen = [{**rij, "code": ""} for rij in tel(blik.keuze, ("maand", "afzender"))]
    rijen += tel(blik.keuze, ("maand", "afzender", "code"))
    rijen.sort(key=lambda rij: (rij["maand"], rij["afzender"], rij["code"]))
    return (
        ["maand", "afzender", "naam", "code", "wat", *cijfers],
        [
            [
                rij["maand"],
                rij["afzender"],
                namen(rij["afzender"]),
                rij["code"],
                uitleg(rij["code"]).titel if rij["code"] else "",
                *("" if rij[veld] is None else rij[veld] for veld in cijfers),
            ]
            for rij in rijen
        ],
    )
