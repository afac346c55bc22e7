"""Who waits for which answer as a page shows it: the view in its address, the sentences, the receipt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from paraplu.afspraken.termijnen import ijw_termijnen
from paraplu.inzage.grafiek import Grafiek, Reeks, make_grafiek
from paraplu.monitor.wachten import Keuze, Telling, Wacht, Wachten
from paraplu.termijnen import Termijn
from paraplu.web.getallen import cel

from .bevindingen import list_maanden, name_maand

Namen = Callable[[str], str]
Geteld = list[tuple[tuple[str, ...], Telling]]
#: Counts within what this user may see.
Tel = Callable[[Keuze, Sequence[str]], Geteld]

#: Months in the chart.
MAANDEN: Final = 12
#: Days of delivery that one can choose.
DAGEN: Final = 24
#: Organisations in the table; all of them are in the CSV.
ORGANISATIES: Final = 20
#: A retourbericht that accepts is often not delivered: these do not speak unless asked.
APART: Final = ("OP090",)
FILTERS: Final = ("soort", "maand", "gemeente", "aanbieder")

#: What happened on the day that a term began.
ANKERS: Final = {
    "dagtekening": gettext_lazy("bericht verstuurd"),
    "start": gettext_lazy("start van de hulp"),
    "301": gettext_lazy("toewijzing gekomen"),
    "einde": gettext_lazy("einde van de hulp"),
}
#: The figure in words, per kind of term.
ZINNEN: Final = {
    "": gettext_lazy("kwam het antwoord %(n)s van de %(alle)s keer op tijd"),
    "OP090": gettext_lazy(
        "kregen %(n)s van de %(alle)s berichten binnen %(duur)s een retourbericht"
    ),
    "OP090x4": gettext_lazy("kregen %(n)s van de %(alle)s declaraties binnen %(duur)s antwoord"),
    "OP271": gettext_lazy("werden %(n)s van de %(alle)s starts binnen %(duur)s gemeld"),
    "OP272": gettext_lazy("werden %(n)s van de %(alle)s stops binnen %(duur)s gemeld"),
    "OP274": gettext_lazy(
        "kregen %(n)s van de %(alle)s verzoeken om toewijzing binnen %(duur)s antwoord"
    ),
    "OP274-onderzoek": gettext_lazy(
        "kregen %(n)s van de %(alle)s verzoeken in onderzoek binnen %(duur)s een besluit"
    ),
    "OP346": gettext_lazy(
        "kregen %(n)s van de %(alle)s verzoeken om wijziging binnen %(duur)s antwoord"
    ),
    "OP346-onderzoek": gettext_lazy(
        "kregen %(n)s van de %(alle)s wijzigingen in onderzoek binnen %(duur)s een besluit"
    ),
    "OP359": gettext_lazy("kwamen %(n)s van de %(alle)s afwijzingen op woonplaats binnen %(duur)s"),
}
OP_VERZOEK: Final = {
    "OP274-onderzoek": gettext_lazy("na een verzoek om toewijzing"),
    "OP346-onderzoek": gettext_lazy("na een verzoek om wijziging"),
}


@dataclass(frozen=True)
class Blik:
    """The chosen view: what is counted, and as known on which day."""

    keuze: Keuze
    op: date | None
    dagen: tuple[date, ...]
    mogelijk: Mapping[str, list[tuple[str, str]]]

    def adres(self, **anders: str) -> str:
        """The query of the address of this view, with parts replaced."""
        vragen = {naam: getattr(self.keuze, naam) for naam in FILTERS}
        vragen["op"] = str(self.op) if self.op and self.op != self.dagen[0] else ""
        return "?" + urlencode({n: w for n, w in {**vragen, **anders}.items() if w})


@dataclass(frozen=True)
class Soortrij:
    """One kind of term: what it is called, who must act within how long, and how it stands."""

    soort: str
    naam: str
    tekst: str
    duur: str
    telling: Telling
    adres: str


@dataclass(frozen=True)
class Partijrij:
    """One organisation that must send."""

    code: str
    naam: str
    telling: Telling


@dataclass(frozen=True)
class Bonregel:
    """One day, or a row of days, of a receipt."""

    dag: str
    nummer: int | None
    reden: str


@dataclass(frozen=True)
class Openrij:
    """One wait that is open, in words."""

    wacht: Wacht
    verzender: str
    ontvanger: str
    naam: str
    anker: str
    bon: tuple[Bonregel, ...]


def name_termijn(soort: str) -> str:
    """What a kind of term is called; two kinds share a name and get what sets them apart."""
    naam = ijw_termijnen()[soort].naam
    return f"{naam} {OP_VERZOEK[soort]}" if soort in OP_VERZOEK else naam


def read_op(get: QueryDict, dagen: Sequence[date]) -> date | None:
    """The day in an address when something was delivered then, else the newest."""
    gekozen = [dag for dag in dagen if dag.isoformat() == get.get("op", "")]
    return (gekozen or list(dagen) or [None])[0]


def read_blik(get: QueryDict, tel: Tel, namen: Namen, *, op: date | None, dagen: Sequence[date]) -> Blik:  # fmt: skip
    """The view in an address; what is not possible falls back to everything."""
    mogelijk = list_mogelijk(tel, namen)
    gekozen = {
        naam: get.get(naam, "")
        for naam, waarden in mogelijk.items()
        if get.get(naam, "") in {waarde for waarde, _tekst in waarden}
    }
    apart = () if gekozen.get("soort") else APART
    return Blik(Keuze(behalve=apart, **gekozen), op, tuple(dagen[:DAGEN]), mogelijk)


def list_mogelijk(tel: Tel, namen: Namen) -> dict[str, list[tuple[str, str]]]:
    """Per filter the values there are, with their texts."""
    gevonden = {naam: [str(s[0]) for s, _t in tel(Keuze(), (naam,)) if s[0]] for naam in FILTERS}
    partijen = {
        naam: sorted(((code, f"{namen(code)} ({code})") for code in gevonden[naam]), key=_tekst)
        for naam in ("gemeente", "aanbieder")
    }
    return {
        "soort": [(soort, f"{soort} {name_termijn(soort)}") for soort in gevonden["soort"]],
        "maand": [(maand, name_maand(maand)) for maand in reversed(gevonden["maand"])],
        **partijen,
    }


def _tekst(paar: tuple[str, str]) -> str:
    return paar[1]


def count(tel: Tel, keuze: Keuze) -> Telling:
    """All of a choice together."""
    [(_per, telling)] = tel(keuze, ())
    return telling


def make_zin(keuze: Keuze, telling: Telling) -> str:
    """The figure in words."""
    wanneer = _("In alle maanden samen")
    if keuze.maand:
        jaar, maand = (int(deel) for deel in keuze.maand.split("-"))
        wanneer = _("In %(maand)s") % {"maand": date_format(date(jaar, maand, 1), "F Y")}
    if not telling.beslist:
        return _("%(wanneer)s is nog van geen termijn bekend of zij is gehaald.") % {"wanneer": wanneer}  # fmt: skip
    duur = str(ijw_termijnen()[keuze.soort].duur) if keuze.soort else ""
    delen = {"n": cel(telling.op_tijd), "alle": cel(telling.beslist), "duur": duur}
    return f"{wanneer} {ZINNEN[keuze.soort] % delen}."


def list_soorten(tel: Tel, blik: Blik) -> list[Soortrij]:
    """Every kind of term that occurs in the choice, whichever of them is chosen."""
    keuze = replace(blik.keuze, soort="", behalve=())
    rijen = []
    for (soort,), telling in tel(keuze, ("soort",)):
        regel = ijw_termijnen()[soort]
        rijen.append(
            Soortrij(
                soort,
                name_termijn(soort),
                regel.tekst,
                str(regel.duur),
                telling,
                blik.adres(soort=soort),
            )
        )
    return rijen


def list_verzenders(tel: Tel, blik: Blik, namen: Namen) -> list[Partijrij]:
    """Who must send, those with most that is open too late first."""
    rijen = [
        Partijrij(code, namen(code), telling)
        for (code,), telling in tel(blik.keuze, ("verzender",))
        if code
    ]
    return sorted(
        rijen,
        key=lambda rij: (-rij.telling.te_laat_open, -rij.telling.te_laat, -rij.telling.samen, rij.naam),
    )  # fmt: skip


def list_per_maand(tel: Tel, blik: Blik) -> list[tuple[str, Telling]]:
    """The last months of the choice, also one in which no term began."""
    geteld = {maand: t for (maand,), t in tel(replace(blik.keuze, maand=""), ("maand",))}
    if not geteld:
        return []
    maanden = list_maanden(min(geteld), max(geteld))[-MAANDEN:]
    return [(name_maand(maand), geteld.get(maand, Telling())) for maand in maanden]


def draw_verloop(per_maand: Sequence[tuple[str, Telling]]) -> tuple[Grafiek | None, tuple[str, ...]]:  # fmt: skip
    """The share that was in time per month."""
    reeks = Reeks(_("op tijd"), tuple(telling.aandeel for _maand, telling in per_maand))
    return make_grafiek([reeks], [maand for maand, _t in per_maand], "aandeel"), (reeks.naam,)


def list_open(wachten: Sequence[Wacht], namen: Namen) -> list[Openrij]:
    """Waits in words, each with its receipt."""
    return [
        Openrij(
            wacht,
            namen(wacht.verzender),
            namen(wacht.ontvanger),
            name_termijn(wacht.soort),
            str(ANKERS[wacht.anker]),
            tuple(make_bon(wacht.termijn)),
        )
        for wacht in wachten
    ]


def make_bon(termijn: Termijn) -> Iterator[Bonregel]:
    """Every day of the receipt; where each day counts, these are taken together."""
    eerste, *dagen = termijn.dagen
    yield Bonregel(_dag(eerste.datum), None, eerste.reden)
    if termijn.duur.eenheid != "werkdagen":
        geteld = [dag for dag in dagen if dag.telt]
        dagen = [dag for dag in dagen if not dag.telt]
        yield Bonregel(
            _("%(van)s tot en met %(tot)s")
            % {"van": _dag(geteld[0].datum), "tot": _dag(geteld[-1].datum)},
            geteld[-1].nummer,
            _("elke dag telt, ook in een weekend of op een feestdag"),
        )
    for dag in dagen:
        yield Bonregel(_dag(dag.datum), dag.nummer, dag.reden)


def _dag(dag: date) -> str:
    return str(date_format(dag, "D j F Y"))


def list_csv(wachten: Wachten, keuze: Keuze, namen: Namen) -> tuple[list[str], Iterator[list[object]]]:  # fmt: skip
    """Every wait of the choice, answered or not."""
    kop = [
        "termijn", "wat", "verzender", "naam_verzender", "ontvanger", "naam_ontvanger",
        "bericht", "identificatie", "begint_bij", "begonnen_op", "uiterste_datum",
        "gedaan_op", "stand", "werkdagen_over", "bekend_op",
    ]  # fmt: skip
    rijen = (
        [
            wacht.soort, name_termijn(wacht.soort), wacht.verzender, namen(wacht.verzender),
            wacht.ontvanger, namen(wacht.ontvanger), wacht.berichtsoort, wacht.identificatie or "",
            str(ANKERS[wacht.anker]), wacht.ankerdag, wacht.uiterste_datum, wacht.gedaan_op or "",
            wacht.stand, wacht.werkdagen_over, wacht.bekend_op,
        ]
        # Month by month: all waits of a province at once are too many to hold.
        for (maand,), _telling in wachten.tel(keuze, ("maand",))
        for wacht in wachten.lijst(replace(keuze, maand=maand))
    )  # fmt: skip
    return kop, rijen
