"""What goes wrong on the way to the monitor: late, double, broken, missing. None of it is the truth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from paraplu.demo.berichten import Schrijver
from paraplu.demo.geplant import STUK, ZELFDE_NUMMER
from paraplu.demo.wereld.dagen import laatste_dag, maand_van, na, werkdag
from paraplu.demo.wereld.feiten import RETOUR
from paraplu.demo.wereld.post import Stuk
from paraplu.demo.wereld.toeval import Toeval
from paraplu.demo.wereld.wereld import Wereld

#: Gemeenten that also bring the answers that approve (invented).
MET_GOEDKEURING = frozenset({"0225", "0274", "0269"})
#: Gemeenten whose last month of declarations is not brought (invented).
ZONDER_LAATSTE_MAAND = ("0230", "0281", "0294")


@dataclass(frozen=True)
class Bestand:
    """A file in a delivery."""

    naam: str
    inhoud: bytes


def laat_weg(wereld: Wereld) -> None:
    """The declarations over the last month of three gemeenten do not reach the monitor."""
    laatste = wereld.instelling.laatste_jaar * 12 + 11
    for stuk in wereld.post:
        gaat_over = stuk.declaratie
        if gaat_over and gaat_over.gemeente in ZONDER_LAATSTE_MAAND and gaat_over.maand == laatste:
            gaat_over.gebracht = False


def keur_goed(wereld: Wereld) -> None:
    """Add the answers that say nothing was wrong, for the gemeenten that bring them."""
    toeval = Toeval(f"goedkeuring-{wereld.instelling.seed}")
    geweigerd = {id(stuk.antwoord_op) for stuk in wereld.post if stuk.antwoord_op}
    for stuk in list(wereld.post):
        if stuk.gemeente in MET_GOEDKEURING and stuk.soort in RETOUR and id(stuk) not in geweigerd:
            wereld.stuur(
                Stuk(
                    dag=werkdag(na(stuk.dag, toeval.randint(1, 3))),
                    soort=RETOUR[stuk.soort],
                    gemeente=stuk.gemeente,
                    aanbieder=stuk.aanbieder,
                    kind=stuk.kind,
                    toewijzing=stuk.toewijzing,
                    antwoord_op=stuk,
                )
            )


def bestanden_van(
    schrijver: Schrijver, maand: int, stukken: list[Stuk], vorige: list[Stuk]
) -> Iterator[Bestand]:
    """The files of a month: what was sent, and what is wrong with the delivery of it."""
    for stuk in stukken:
        if stuk.declaratie is None or stuk.declaratie.gebracht:
            yield Bestand(schrijver.bestandsnaam(stuk), schrijver.schrijf(stuk))
    toeval = Toeval(f"gebreken-{maand}")
    if vorige:
        yield from _dubbel(schrijver, toeval, vorige)
    if stukken and maand % 3 == 0:
        yield _stuk(schrijver, toeval, maand, stukken)
    if vorige and maand % 12 == 5:
        yield from _zelfde_nummer(schrijver, toeval, vorige)


def _dubbel(schrijver: Schrijver, toeval: Toeval, vorige: list[Stuk]) -> Iterator[Bestand]:
    """A message of last month comes again: once as it was, once from the other party (P48)."""
    nog_eens, ander = toeval.choice(vorige), toeval.choice(vorige)
    if nog_eens.declaratie is None or nog_eens.declaratie.gebracht:
        yield Bestand(f"nogmaals_{schrijver.bestandsnaam(nog_eens)}", schrijver.schrijf(nog_eens))
    if ander.declaratie is None or ander.declaratie.gebracht:
        anders = (
            schrijver.schrijf(ander).replace(b"ijw:", b"b:").replace(b"xmlns:ijw=", b"xmlns:b=")
        )
        anders = anders.replace(b"\r\n", b"\n    ")
        yield Bestand(f"kopie_{schrijver.bestandsnaam(ander)}", anders)


def _stuk(schrijver: Schrijver, toeval: Toeval, maand: int, stukken: list[Stuk]) -> Bestand:
    """A message that the intake must refuse; what it should have said came in good order too."""
    heel = schrijver.schrijf(toeval.choice(stukken))
    soort = maand // 3 % len(STUK)
    if soort == 0:
        inhoud = heel[: len(heel) * 2 // 3]
    elif soort == 1:
        inhoud = heel.replace(b"<BerichtVersie>", b"<BerichtVersion>")
        inhoud = inhoud.replace(b":Header>", b":Kop>")
    elif soort == 2:
        regel = b"\r\n"
        kop, rest = heel.split(regel, 1)
        inhoud = kop + regel + b'<!DOCTYPE Bericht [<!ENTITY a "b">]>' + regel + rest
    else:
        inhoud = heel.replace(b'/schema"', b'/schema_oud"')
    return Bestand(f"{STUK[soort].bestand}_{maand}.xml", inhoud)


def _zelfde_nummer(schrijver: Schrijver, toeval: Toeval, vorige: list[Stuk]) -> Iterator[Bestand]:
    """A start with a number that was used already (TR056); the first one holds (P48)."""
    starts = [s for s in vorige if s.soort == "305" and len(s.regels) == 1]
    if not starts:
        return
    stuk = toeval.choice(starts)
    begin = stuk.regels[0][0]
    assert isinstance(begin, date)
    oud = f"Begindatum>{begin.isoformat()}<".encode()
    nieuw = f"Begindatum>{na(begin, 1).isoformat()}<".encode()
    yield Bestand(
        f"{ZELFDE_NUMMER.bestand}_{schrijver.bestandsnaam(stuk)}",
        schrijver.schrijf(stuk).replace(oud, nieuw),
    )


def maand_van_levering(stuk: Stuk, eerste: int) -> int:
    """In which delivery it goes; everything before the first month is the opening stock."""
    return max(maand_van(stuk.dag), eerste - 1)


def dag_van_levering(maand: int) -> date:
    """A delivery over a month is brought early in the next one."""
    return werkdag(na(laatste_dag(maand), 4))
