"""The receipt of a route: which step, which party, how many working days, on time or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from paraplu.termijnen import Stand, bereken, kalender, lees_termijn

from .traject import HULP_GESTART, VERVALLEN, Gezet, Tijd, Traject, count_werkdagen

EEN_DAG: Final = timedelta(days=1)
#: The two clocks of R128, both from the court decision: until when, and how long that may take.
NAAR_JEUGDBESCHERMER: Final = lees_termijn("5 werkdagen")
NAAR_HULP: Final = lees_termijn("3 maanden")


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One step on the receipt. `ronde` is 2 when the case came here a second time.

    `werkdagen` leaves out the `stil` working days on which the term stood still. `stand` is "" for a
    step without a term, and for one that lapsed.
    """

    stap: Gezet
    ronde: int
    werkdagen: int
    stil: int
    stand: Stand | str


@dataclass(frozen=True, kw_only=True)
class Wachten:
    """On how many working days the case waited for this party."""

    partij: str
    naam: str
    werkdagen: int


@dataclass(frozen=True, kw_only=True)
class Klok:
    """A term over more than one step, or from the court decision, and how it stands."""

    naam: str
    duur: str
    vanaf: date
    uiterste_datum: date
    gehaald_op: date | None
    stand: Stand
    vereisten: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Routebon:
    """The receipt of one case on a day.

    `werkdagen` run from the first contact to the start of the help, to another ending, or to `op`.
    On `stil` of them every open step stood still; `netto` is what is left.
    """

    traject: Traject
    op: date
    tot: date
    werkdagen: int
    stil: int
    regels: tuple[Regel, ...]
    wachten: tuple[Wachten, ...]
    klokken: tuple[Klok, ...]

    @property
    def netto(self) -> int:
        """The working days on which something ran."""
        return self.werkdagen - self.stil

    @property
    def op_tijd(self) -> int:
        """How many finished steps with a term were in time."""
        return sum(regel.stand == "gehaald" for regel in self.regels)

    @property
    def te_laat(self) -> int:
        """How many steps were finished too late, or are past their last day."""
        return sum(regel.stand in {"te laat", "verlopen"} for regel in self.regels)

    @property
    def herhaald(self) -> int:
        """How many steps were done a second time or more often."""
        return sum(regel.ronde > 1 for regel in self.regels)


def make_routebon(traject: Traject, *, op: date) -> Routebon:
    """The receipt as it is on `op`."""
    tot = min(traject.start_hulp or traject.afgesloten_op or op, op)
    return Routebon(
        traject=traject,
        op=op,
        tot=tot,
        werkdagen=count_werkdagen(traject.eerste_contact, tot),
        stil=_count_stil(traject, tot),
        regels=tuple(_regels(traject, op)),
        wachten=tuple(_wachten(traject, op)),
        klokken=tuple(list_klokken(traject, op)),
    )


def _regels(traject: Traject, op: date) -> Iterator[Regel]:
    eerder: Counter[str] = Counter()
    for stap in traject.stappen:
        werkdagen = stap.werkdagen(op)
        yield Regel(
            stap=stap,
            ronde=eerder[stap.sleutel] + 1,
            werkdagen=werkdagen,
            stil=_werkdagen_bruto(stap, op) - werkdagen,
            stand=_stand(stap, op),
        )
        eerder[stap.sleutel] += stap.uitkomst != VERVALLEN


def _werkdagen_bruto(stap: Gezet, op: date) -> int:
    tot = min(stap.afgerond_op or op, op)
    dagen = kalender(stap.kalender or "atw")
    return dagen.werkdagen_tussen(stap.geopend_op, tot) if tot > stap.geopend_op else 0


def _stand(stap: Gezet, op: date) -> Stand | str:
    if not stap.termijn or stap.uitkomst == VERVALLEN:
        return ""
    if stap.op_tijd is not None:
        return "gehaald" if stap.op_tijd else "te laat"
    return "open" if stap.uiterste_datum is None or op <= stap.uiterste_datum else "verlopen"


def list_lopend(traject: Traject, dag: date) -> list[tuple[Gezet, bool]]:
    """The steps that are being waited for on a day, each with whether it stands still."""
    return [
        (stap, any(een.omvat(dag) for een in stap.stil))
        for stap in traject.stappen
        if stap.geopend_op < dag <= (stap.afgerond_op or dag)
    ]


def _wachten(traject: Traject, op: date) -> Iterator[Wachten]:
    """Per party the working days on which one of its steps ran; two at once count once."""
    namen = {stap.partij: stap.partij_naam for stap in traject.stappen}
    tel: Counter[str] = Counter()
    for dag in _werkdagen(traject.geopend_op, op):
        tel.update({stap.partij for stap, stil in list_lopend(traject, dag) if not stil})
    for partij, aantal in sorted(tel.items(), key=lambda paar: (-paar[1], namen[paar[0]])):
        yield Wachten(partij=partij, naam=namen[partij], werkdagen=aantal)


def _count_stil(traject: Traject, tot: date) -> int:
    """Working days on which steps were open and each of them stood still."""
    dagen = (list_lopend(traject, dag) for dag in _werkdagen(traject.eerste_contact, tot))
    return sum(bool(lopend) and all(stil for _stap, stil in lopend) for lopend in dagen)


def _werkdagen(na: date, tot: date) -> Iterator[date]:
    atw, dag = kalender(), na + EEN_DAG
    while dag <= tot:
        if atw.is_werkdag(dag):
            yield dag
        dag += EEN_DAG


def list_klokken(traject: Traject, op: date) -> Iterator[Klok]:
    """The terms over several steps, and from the court decision the two norms of R128."""
    for tijd in traject.tijden:
        yield _klok(tijd, op)
    if traject.uitspraak_op is None:
        return
    for naam, duur, gehaald_op in (
        ("Van uitspraak tot vaste jeugdbeschermer", NAAR_JEUGDBESCHERMER, traject.jeugdbeschermer_op),
        ("Van uitspraak tot passende hulp", NAAR_HULP, traject.start_hulp),
    ):  # fmt: skip
        yield _klok(
            Tijd(
                naam=naam,
                duur=str(duur),
                vanaf=traject.uitspraak_op,
                uiterste_datum=bereken(duur, traject.uitspraak_op).uiterste_datum,
                gehaald_op=gehaald_op,
                vereisten=("R128",),
            ),
            op,
        )


def _klok(tijd: Tijd, op: date) -> Klok:
    gedaan = tijd.gehaald_op if tijd.gehaald_op and tijd.gehaald_op <= op else None
    if gedaan:
        stand: Stand = "gehaald" if gedaan <= tijd.uiterste_datum else "te laat"
    else:
        stand = "open" if op <= tijd.uiterste_datum else "verlopen"
    return Klok(
        naam=tijd.naam,
        duur=tijd.duur,
        vanaf=tijd.vanaf,
        uiterste_datum=tijd.uiterste_datum,
        gehaald_op=gedaan,
        stand=stand,
        vereisten=tijd.vereisten,
    )


def describe(bon: Routebon) -> str:
    """The receipt in one or two sentences."""
    traject = bon.traject
    dagen = "1 werkdag" if bon.werkdagen == 1 else f"{bon.werkdagen} werkdagen"
    if traject.start_hulp and traject.start_hulp <= bon.op:
        zin = f"Van het eerste contact tot de start van de hulp duurde het {dagen}."
    elif traject.afgesloten_op and traject.afloop != HULP_GESTART:
        zin = f"De route eindigde na {dagen} zonder start van hulp."
    else:
        zin = f"De route loopt nu {dagen}; de hulp is nog niet gestart."
    stil = f" Op {bon.stil} daarvan stond alles stil." if bon.stil else ""
    laat = f" {bon.te_laat} van de stappen te laat." if bon.te_laat else " Geen stap is te laat."
    return zin + stil + laat
