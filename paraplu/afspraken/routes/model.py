"""What a route consists of: steps with roles, terms and outcomes, and the terms over several steps."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from paraplu.termijnen import Duur

#: Who sets a step (S2 bouwsteen 5), with the name that people read.
ROLLEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "jeugdbeschermer": "Jeugdbeschermer",
        "teamleider": "Teamleider van de GI",
        "gedragswetenschapper": "Gedragswetenschapper",
        "lokaal_team": "Lokaal team",
        "backoffice": "Backoffice van de gemeente",
        "zorgaanbieder": "Zorgaanbieder",
        "regionaal_contactpersoon": "Regionale contactpersoon",
        "functionaris": "Functionaris van de gemeente",
        "zorgbemiddelaar": "Zorgbemiddelaar",
        "expertteam": "Regionaal expertteam (RET)",
        "aanmelder": "Aanmelder",
        "inbrenger": "Wie de escalatie begint",
        "voorzitter": "Voorzitter van de beschermingstafel",
        "raad": "Raad voor de Kinderbescherming",
        "veilig_thuis": "Veilig Thuis",
        "leidinggevende": "Leidinggevende",
        "bestuurder": "Bestuurder",
        "ambtenaar": "Ambtenaar",
    }
)
#: Roles of the person who holds a case; steps with such a role are theirs, and their deputy's.
HOUDERROLLEN: Final = frozenset({"jeugdbeschermer", "aanmelder", "inbrenger"})

#: The term runs from the day on which the step opened.
OPENING: Final = "opening"

#: What starts a term. All but the opening are registered as an event of the case.
GEBEURTENISSEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        OPENING: "de dag waarop de stap begint",
        "eerste_contactverzoek": "de eerste poging tot contact",
        "overleg_gevoerd": "het overleg",
        "bepaling_ontvangen": "de ontvangst van de bepaling",
        "toewijzing_ontvangen": "de ontvangst van de toewijzing (301)",
        "verzoek_ontvangen": "de ontvangst van een goed verzoek om toewijzing (315)",
        "melding_teamleider": "de melding bij de teamleider",
        "aanmelding_tafel": "de aanmelding bij de tafel",
        "bespreking_gehouden": "het gesprek aan tafel",
        "lokaal_team_gevraagd": "de vraag aan het lokale team",
    }
)

#: What may have to be in order before a step closes; who runs the route checks it.
VOORWAARDEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "contactverslag": "het verslag van het gesprek",
        "contactpogingen": "de pogingen tot contact, ook met een tweede medewerker",
        "bepaling": "de vastgestelde bepaling en het ingevulde formulier",
        "goedkeuring": "het antwoord van de functionaris, met de reden",
        "verzending": "de verzending van de stukken",
        "toewijzing": "de gestuurde toewijzing (301)",
        "verzoek_toewijzing": "het gestuurde verzoek om toewijzing (315)",
        "antwoord_verzoek": "het gestuurde antwoord op het verzoek (319)",
        "afwijzing": "de reden waarom de aanbieder niet levert",
        "startbericht": "het startbericht (305)",
        "netwerkantwoord": "het antwoord van het netwerk en wie gaat leveren",
        "vraag_zonder_contract": "de vraag aan de functionaris: welke aanbieder en waarom",
        "expertteamverslag": "het verslag van het expertteam",
        "opschaling": "de reden en wie besloot",
        "tafelverzoek": "het vastgestelde verzoek, verstuurd aan de voorzitter",
        "volledig_verzoek": "antwoord op alle vragen van de voorzitter",
        "aanvulvragen": "de vragen aan de aanmelder, met de dag",
        "aanvulling": "het antwoord op elke vraag van de voorzitter",
        "zitting": "het geplande gesprek en de uitnodigingen",
        "tafelbesluit": "het gesprek en het besluit, zoals vastgelegd",
        "geen_moment": "dat er geen moment is om te evalueren",
        "evaluatiemoment": "het moment om te evalueren",
        "tafel_vto": "het verzoek tot onderzoek, verstuurd aan de Raad",
        "raadsbesluit": "het besluit van de Raad en de dag",
        "tafelevaluatie": "wat de evaluatie opleverde",
        "gesprek_afgezegd": "de afzegging van een gepland gesprek",
        "eigen_overleg": "het eigen overleg: de dag en wat eruit kwam",
        "escalatie_stap_1": "het eigen overleg, en de gedragswetenschapper van elke kant",
        "escalatie_stap_2": "de grond voor stap 2, en de leidinggevende van elke kant",
        "escalatie_stap_3": "de grond voor stap 3, de bestuurders en het contact met de ambtenaren",
        "escalatie_overleg": "het overleg, met wat eruit kwam",
        "escalatie_verslag": "het voorgelegde verslag, en wat het gezin is verteld",
        "overdrachtsvraag": "de vraag aan het lokale team, met de dag",
        "overnemer": "wie van het lokale team het gezin overneemt",
        "termijn_voorbij": "het einde van de termijn",
        "overdrachtsverslag": "het verslag van het overdrachtsgesprek, verstuurd aan het lokale team",
        "aanvaarding": "de overname door het lokale team, met wie de vaste contactpersoon wordt",
        "einde_maatregel": "de dag en de reden van het einde van elke maatregel",
        "niets_beeindigd": "dat van deze maatregelen er nog geen is geëindigd",
        "uitzondering": "de reden waarom geen lokaal team het gezin overneemt",
        "opvolging": "hoe het met het gezin gaat, en de volgende dag of waarom niet",
    }
)


class OnbekendeStap(KeyError):
    """The route has no such step, or the step no such outcome."""


class OnbekendeOptie(KeyError):
    """The route does not offer this option."""


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """How a step may close.

    It opens the steps in `volgende` and, when `eind` is filled, ends the case with that key.
    `vraagt` is a key of VOORWAARDEN: what must be in order first. `toelichting`: whoever chooses it
    writes down why. `loopt_vanaf` starts the terms of the steps
    it opens, instead of what those steps say themselves: the latest such event in the case, also
    one of before. `rollen` may choose it when those are others than the roles of the step.
    """

    sleutel: str
    naam: str
    volgende: tuple[str, ...] = ()
    eind: str = ""
    vraagt: str = ""
    loopt_vanaf: str = ""
    rollen: tuple[str, ...] = ()
    toelichting: bool = False


@dataclass(frozen=True, kw_only=True)
class Stap:
    """One step as agreed.

    `nummer` as printed in the agenda. `rol` sets it; `mede` may set it too, when asked or agreed;
    `aan` receives what it yields or is told. `termijn` runs from `loopt_vanaf`: the latest such
    event since the step was last closed in this case; a step that opens again without a new event
    runs from its opening. `wacht_op`: it stays closed while one of these is open. When the term
    passes, `bij_verlopen` is told and `gevolg` says what then happens; `waarschuwing` is a shorter
    term that only warns. `vereisten` and `lezing` are what it rests on.
    """

    sleutel: str
    nummer: str
    naam: str
    rol: str
    termijn: Duur | None
    loopt_vanaf: str
    kalender: str
    wacht_op: tuple[str, ...]
    vereisten: tuple[str, ...]
    lezing: tuple[str, ...]
    uitleg: str
    bij_verlopen: str
    uitkomsten: Mapping[str, Uitkomst]
    mede: tuple[str, ...] = ()
    aan: tuple[str, ...] = ()
    waarschuwing: Duur | None = None
    gevolg: str = ""

    @property
    def rollen(self) -> tuple[str, ...]:
        """Every role that may set this step, the one that has to first."""
        return (self.rol, *self.mede)

    @property
    def fase(self) -> int:
        """The phase 1 to 6 in which it stands: 5A and 5B are both phase 5."""
        return int(self.nummer[0])


@dataclass(frozen=True, kw_only=True)
class Doorlooptijd:
    """A term over several steps.

    It starts when the last of the steps `na` closes, runs while the steps `over` are done and stops
    at the first closing of one of `tot`. `waarschuwing` is a shorter term that only warns.
    """

    sleutel: str
    naam: str
    na: tuple[str, ...]
    over: tuple[str, ...]
    tot: tuple[str, ...]
    termijn: Duur
    waarschuwing: Duur | None
    kalender: str
    vereisten: tuple[str, ...]
    lezing: tuple[str, ...]
    bij_verlopen: str
    gevolg: str


@dataclass(frozen=True, kw_only=True)
class Optie:
    """A choice of a region within a route, such as speaking the local team first."""

    sleutel: str
    naam: str
    uitleg: str
    vereisten: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Route:
    """One version of a route. A case keeps the version it began with.

    `overal` are outcomes that every step has besides its own. `einden` names the endings.
    `opties` are those a region may choose, `gekozen` those already in force in this route.
    `aanvullingen` are the sentences that say what we added where the sources are silent.
    `varianten` is this version with every set of options. `houder` is the role of who holds a case;
    the roles in `betrokken` are let in to it from its first day until its end. `fasen` names the
    phases in short.
    """

    sleutel: str
    naam: str
    versie: date
    begint_met: tuple[str, ...]
    houder: str
    betrokken: tuple[str, ...]
    fasen: Mapping[int, str]
    stappen: Mapping[str, Stap]
    doorlooptijden: tuple[Doorlooptijd, ...]
    uitleg: str
    overal: Mapping[str, Uitkomst]
    einden: Mapping[str, str]
    opties: Mapping[str, Optie]
    gekozen: frozenset[str]
    aanvullingen: tuple[str, ...]
    varianten: Mapping[frozenset[str], Route] = field(repr=False, compare=False)

    def stap(self, sleutel: str) -> Stap:
        """The step with this key; OnbekendeStap."""
        try:
            return self.stappen[sleutel]
        except KeyError:
            raise OnbekendeStap(sleutel) from None

    def uitkomsten(self, stap: str) -> dict[str, Uitkomst]:
        """Every outcome with which this step may close, its own first."""
        return {**self.stap(stap).uitkomsten, **self.overal}

    def uitkomst(self, stap: str, uitkomst: str) -> Uitkomst:
        """One outcome of a step; OnbekendeStap."""
        try:
            return self.uitkomsten(stap)[uitkomst]
        except KeyError:
            raise OnbekendeStap(f"{stap}: {uitkomst}") from None

    def rollen(self, stap: str, uitkomst: str) -> tuple[str, ...]:
        """Who may close this step with this outcome."""
        return self.uitkomst(stap, uitkomst).rollen or self.stap(stap).rollen

    def volgt_op(self, stap: str, uitkomst: str) -> tuple[str, ...]:
        """The steps that an outcome names; `opent` says which of them open now."""
        return self.uitkomst(stap, uitkomst).volgende

    def opent(self, open_stappen: Collection[str], stap: str, uitkomst: str) -> tuple[str, ...]:
        """The steps that open when `stap` closes, given which are open at that moment.

        A step that waits for another open step, or is open already, does not open; the step it
        waits for names it in its turn.
        """
        gekozen = self.uitkomst(stap, uitkomst)
        if gekozen.eind:
            return ()
        return self._opent(set(open_stappen) - {stap}, gekozen.volgende)

    def opent_bij_begin(self) -> tuple[str, ...]:
        """The steps that open with the case."""
        return self._opent(set(), self.begint_met)

    def _opent(self, nog_open: set[str], genoemd: tuple[str, ...]) -> tuple[str, ...]:
        bezig = nog_open | set(genoemd)
        return tuple(
            sleutel
            for sleutel in genoemd
            if sleutel not in nog_open and not bezig.intersection(self.stap(sleutel).wacht_op)
        )

    def met_opties(self, opties: Collection[str]) -> Route:
        """This route as it runs in a region that chose these options; OnbekendeOptie."""
        try:
            return self.varianten[frozenset(opties)]
        except KeyError:
            raise OnbekendeOptie(", ".join(sorted(opties))) from None
