"""Small nasty worlds: few children, and every form that the tables can hold, made from a seed.

`maak_wereld(zaad)` gives the monitor's tables as lists of dicts. The days lie on and around the
edges of the periods that the tests ask for, so that each edge is met from both sides.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.generated.bouwer import Bouwer, Rij
from tests.generated.geldstroom import declareer

#: Arnhem, Apeldoorn, Aalten; Mook en Middelaar and Groningen are outside the 51.
GEMEENTEN = ("0202", "0200", "0197", "0944", "0014")
GIS = ("60000001", "60000002")
AANBIEDERS = ("70000001", "70000002", "60000001")

RANDEN = [
    date(2022, 12, 31),
    date(2023, 1, 1),
    date(2023, 3, 31),
    date(2023, 4, 1),
    date(2023, 4, 30),
    date(2023, 5, 1),
    date(2023, 5, 31),
    date(2023, 6, 1),
    date(2023, 6, 30),
    date(2023, 7, 1),
    date(2023, 12, 31),
    date(2024, 1, 1),
]
#: On both sides of 18 in 2023, and unknown.
GEBOREN = (2004, 2005, 2006, 2012, None)
#: On both sides of "na 1-1-2017".
OUD = [date(2016, 12, 31), date(2017, 1, 1), date(2017, 1, 2)]

MAATREGELEN = [
    ("48", "48A01"),
    ("48", "48A02"),
    ("48", "48A01"),
    ("48", "48B10"),
    ("48", "48A03"),
    ("47", "47A00"),
    ("48", None),
    ("48", "48ZZZ"),
    ("48", "48B14"),
    ("47", "47A02"),
]
#: Each tussentaal, a product without a place, an unknown code, no code, no product.
#: Stay in six weights.
NRS = ("02", "03", "04", "15", "01", "06")
HULP = [
    ("45", "45A04"),
    ("52", None),
    ("43", "43A02"),
    ("43", "43A03"),
    ("43", "43A04"),
    ("43", "43A15"),
    ("43", "43A01"),
    ("43", "43A06"),
    ("46", "46A00"),
    ("46", "46A00"),
    ("46", "46A01"),
    ("45", "45A05"),
    ("45", "45A06"),
    ("55", None),
    ("40", "40A00"),
    ("50", "50A00"),
    ("43", "43A00"),
    ("45", "45ZZZ"),
    ("49", "49A00"),
    (None, None),
]
#: With a rank, two of the same among them: what stepping down is about.
MET_RANG = [HULP[0], ("45", "45A05"), ("52", None), *(("43", f"43A{nr}") for nr in NRS)]
#: Days from the end of help to the start of the next.
NA_EINDE = (-32, -31, -31, 0, 1, 92, 92, 93)
TUSSEN = (-40, -1, 0, 1, 30, 31, 32, 60)
#: unit, how often, volume
OMVANG = [
    ("04", "2", 4),
    ("14", "1", 1),
    ("82", "4", 2),
    ("04", "6", 100),
    ("83", "6", 250000),
    ("82", "6", 12),
]


def maak_wereld(zaad: int) -> dict[str, list[Rij]]:
    """The tables of one world."""
    bouwer = Bouwer(zaad)
    for nummer in range(bouwer.kans.randint(2, 5)):
        kind = f"kind{zaad % 1000:03d}{nummer:05d}"
        dagen = maak_maatregelen(bouwer, kind)
        maak_hulp(bouwer, kind, dagen)
    declareer(bouwer)
    for tabel in ("toewijzing", "start", "stop", "declaratie"):
        if bouwer.soms(0.3):
            bouwer.wees(tabel)
    return bouwer.tabellen


def een_dag(bouwer: Bouwer) -> date:
    """A day on an edge, near one, or anywhere in two years."""
    if bouwer.soms(0.4):
        return bouwer.kans.choice(RANDEN)
    if bouwer.soms(0.4):
        return bouwer.kans.choice(RANDEN) + timedelta(days=bouwer.kans.randint(-3, 3))
    return date(2022, 6, 1) + timedelta(days=bouwer.kans.randrange(700))


def maak_maatregelen(bouwer: Bouwer, kind: str) -> list[date]:
    """A row of allocations of measures that follow each other closely, or not; their edges."""
    randen = []
    for _reeks in range(bouwer.kans.choice((0, 1, 1, 1, 2))):
        begin = een_dag(bouwer)
        plaats = (bouwer.kans.choice(GEMEENTEN), bouwer.kans.choice(GIS))
        product = bouwer.kans.choice(MAATREGELEN)
        for _deel in range(bouwer.kans.choice((1, 2, 2, 3))):
            einde = begin + timedelta(days=bouwer.kans.choice((0, 20, 60, 150, 300)))
            randen += [begin, einde]
            maak_traject(bouwer, kind, plaats, product, begin, einde, precies=bouwer.soms(0.5))
            begin = einde + timedelta(days=bouwer.kans.choice(TUSSEN))
            if bouwer.soms(0.4):
                plaats = (bouwer.kans.choice(GEMEENTEN), bouwer.kans.choice(GIS))
            if bouwer.soms(0.5):
                product = bouwer.kans.choice(MAATREGELEN)
    return randen


def maak_hulp(bouwer: Bouwer, kind: str, dagen: list[date]) -> None:
    """Allocations of help, some of them one after the other, some on the edges of a measure."""
    begin = een_dag(bouwer)
    for _stuk in range(bouwer.kans.choice((0, 2, 3, 4, 5))):
        if dagen and bouwer.soms(0.3):
            begin = bouwer.kans.choice(dagen)
        plaats = (bouwer.kans.choice(GEMEENTEN), bouwer.kans.choice(AANBIEDERS))
        product = bouwer.kans.choice(MET_RANG if bouwer.soms(0.5) else HULP)
        einde = begin + timedelta(days=bouwer.kans.choice((0, 10, 30, 30, 91, 200)))
        maak_traject(bouwer, kind, plaats, product, begin, einde, precies=bouwer.soms(0.6))
        if bouwer.soms(0.7):
            begin = einde + timedelta(days=bouwer.kans.choice(NA_EINDE))
        else:
            begin = een_dag(bouwer)


def maak_traject(
    bouwer: Bouwer,
    kind: str,
    plaats: tuple[str, str],
    product: tuple[str | None, str | None],
    begin: date,
    einde: date,
    *,
    precies: bool,
) -> None:
    """An allocation with its start and stop, in one of the three forms of P47.

    `precies`: allocated on the day, started on the day and stopped for good on the last day.
    """
    gemeente, aanbieder = plaats
    soort = bouwer.kans.choice("TTTTTTBK")
    verwijzing = {
        "toewijzing_nummer": bouwer.nummer() if soort == "T" else None,
        "beschikking_nummer": bouwer.nummer() if soort == "B" else None,
        "productcategorie": product[0],
        "productcode": product[1],
    }
    kop = {
        "gemeente": gemeente,
        "aanbieder": aanbieder,
        "release": "2.3" if soort == "B" else "3.2",
    }
    ingang = bouwer.kans.choice(OUD) if bouwer.soms(0.08) else begin
    if soort != "K" and bouwer.soms(0.95):
        wijs_toe(bouwer, kind, kop, verwijzing, ingang, einde, op=ingang if precies else None)
    if precies:
        verwijzing["toewijzing_ingangsdatum"] = ingang
        zend(bouwer, "JW305", kind, kop, begin, verwijzing | {"begindatum": begin})
        stop(bouwer, kind, kop, verwijzing, begin, einde, reden="31")
    elif bouwer.soms(0.85):
        ingang_of_anders = ingang if bouwer.soms(0.98) else ingang + timedelta(days=1)
        start_en_stop(
            bouwer,
            kind,
            kop,
            verwijzing | {"toewijzing_ingangsdatum": ingang_of_anders},
            begin,
            einde,
        )


def wijs_toe(
    bouwer: Bouwer,
    kind: str,
    kop: Rij,
    verwijzing: Rij,
    ingang: date,
    einde: date,
    *,
    op: date | None,
) -> None:
    """One to three versions of an allocation, with or without a request before it."""
    eenheid, frequentie, volume = bouwer.kans.choice(OMVANG)
    met_budget = verwijzing["productcategorie"] is None or bouwer.soms(0.2)
    toegewezen_op = op or ingang + timedelta(days=bouwer.kans.choice((-30, -1, 0, 1, 14)))
    referentie = f"ref{bouwer.nummer()}" if bouwer.soms(0.5) else None
    if referentie:
        vraag_aan(bouwer, kind, kop, verwijzing, referentie, toegewezen_op)
    for versie in range(bouwer.kans.choice((1, 1, 2, 3))):
        bericht = bouwer.bericht("JW301", dagtekening=toegewezen_op, **kop)
        slot = None if bouwer.soms(0.25) else einde + timedelta(days=30 * versie)
        velden: dict[str, Any] = {
            "referentie_aanbieder": referentie if versie == 0 else None,
            "toewijzingsdatum": toegewezen_op,
            "toewijzingstijd": bouwer.kans.choice(("09:00:00", "09:00:01")),
            "ingangsdatum": ingang,
            "einddatum": slot,
            "reden_wijziging": "13" if versie and bouwer.soms(0.12) else None,
        }
        if met_budget:
            velden["budget"] = bouwer.kans.choice((1, 120000, 999999))
        else:
            velden |= {"eenheid": eenheid, "frequentie": frequentie, "volume": volume}
        velden["geboortejaar"] = GEBOREN[int(kind[-1]) % len(GEBOREN)]
        rij = bouwer.regel("toewijzing", bericht, kind, **verwijzing, **velden)
        if bouwer.soms(0.12):
            bouwer.antwoord("JW302", bericht, [rij])
        if bouwer.soms(0.05):
            bouwer.zelfde_sleutel("toewijzing", bericht, einddatum=ingang)
        if bouwer.soms(0.5):
            toegewezen_op += timedelta(days=bouwer.kans.choice((1, 40)))


def vraag_aan(
    bouwer: Bouwer, kind: str, kop: Rij, verwijzing: Rij, referentie: str, dag: date
) -> None:
    """A 315 with the kind of referrer."""
    bericht = bouwer.bericht("JW315", dagtekening=dag, **kop)
    rij = bouwer.regel(
        "verzoek",
        bericht,
        kind,
        productcategorie=verwijzing["productcategorie"],
        productcode=verwijzing["productcode"],
        soort="nieuw",
        referentie_aanbieder=referentie,
        verwijzer_type=bouwer.kans.choice(("04", "04", "02", "08", None)),
    )
    if bouwer.soms(0.15):
        bouwer.antwoord("JW316", bericht, [rij])


#: How the statuses of one start or stop come in, in order of dagtekening.
STATUSSEN = (*("1",) * 14, "13", "131", "3", "31", "9", "19", "113", "1133")


def zend(bouwer: Bouwer, soort: str, kind: str, kop: Rij, dag: date, velden: Rij) -> None:
    """The same start or stop one to four times, with its statuses; sometimes refused."""
    statussen = bouwer.kans.choice(STATUSSEN)
    if kop["release"] == "2.3" and bouwer.soms(0.3):
        statussen = bouwer.kans.choice(("12", "2", "123", "22"))
    tabel = {"JW305": "start", "JW307": "stop"}[soort]
    samen = bouwer.soms(0.2)
    bericht = bouwer.bericht(soort, dagtekening=dag, **kop)
    rijen = []
    for nummer, status in enumerate(statussen):
        if nummer and not samen:
            dag += timedelta(days=bouwer.kans.choice((0, 5, 50)))
            bericht = bouwer.bericht(soort, dagtekening=dag, **kop)
            rijen = []
        rijen.append(bouwer.regel(tabel, bericht, kind, status_aanlevering=status, **velden))
    if bouwer.soms(0.1):
        antwoord = {"JW305": "JW306", "JW307": "JW308"}[soort]
        bouwer.antwoord(antwoord, bericht, rijen)


def start_en_stop(
    bouwer: Bouwer, kind: str, kop: Rij, verwijzing: Rij, begin: date, einde: date
) -> None:
    """Care that starts, pauses, starts again and ends; each of them only sometimes."""
    begin += timedelta(days=bouwer.kans.choice((-2, 0, 0, 0, 0, 0, 5, 30)))
    zend(bouwer, "JW305", kind, kop, begin, verwijzing | {"begindatum": begin})
    if bouwer.soms(0.25):
        einde_eerst = begin + timedelta(days=bouwer.kans.choice((0, 10, 40)))
        stop(bouwer, kind, kop, verwijzing, begin, einde_eerst, reden="20")
        begin = einde_eerst + timedelta(days=bouwer.kans.choice((0, 1, 30)))
        zend(bouwer, "JW305", kind, kop, begin, verwijzing | {"begindatum": begin})
    if bouwer.soms(0.85):
        einde = max(begin, einde)
        reden = bouwer.kans.choice(("31", "31", "31", "31", "02", "20"))
        stop(bouwer, kind, kop, verwijzing, begin, einde, reden=reden)
        if bouwer.soms(0.2):
            anders = einde + timedelta(days=bouwer.kans.choice((0, 0, 1, 45)))
            reden = bouwer.kans.choice(("32", "20"))
            stop(bouwer, kind, kop, verwijzing, begin, anders, reden=reden)


def stop(
    bouwer: Bouwer, kind: str, kop: Rij, verwijzing: Rij, begin: date, einde: date, *, reden: str
) -> None:
    """A stop of the care that began on `begin`."""
    velden = {"begindatum": begin, "einddatum": einde, "reden_beeindiging": reden}
    zend(bouwer, "JW307", kind, kop, einde, verwijzing | velden)
