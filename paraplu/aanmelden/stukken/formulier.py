"""The Gelders aanmeldformulier: one form for provider, network and expert team, in two parts (R123)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class EerdereAfwijzing:
    """A provider that said no in an earlier round, and why (R275)."""

    aanbieder: str
    op: date
    reden: str


@dataclass(frozen=True, kw_only=True)
class Deel1:
    """What the question is, without saying whose: no name, birth date or number of anybody.

    What comes from bepaling and talks is not asked again (R275). On `vraag` and `perspectief` every
    provider at the table of the expert team decides (R281).
    """

    kenmerk: str = ""
    doel: str = "aanbieder"
    verwijzer: str = "gi"
    sectoren: tuple[str, ...] = ()
    leeftijd: int | None = None
    geslacht: str = ""
    gemeente: str = ""
    kader: tuple[str, ...] = ()
    woonsituatie: str = ""
    woonsituatie_uitleg: str = ""
    gezinsbeeld: str = ""
    gaat_goed: str = ""
    stagneert: str = ""
    veiligheid: str = ""
    veiligheidsplan: bool = False
    eerdere_hulp: str = ""
    vraag: str = ""
    perspectief: str = ""
    steun_voor_gezin: str = ""
    tussentaal: int = 0
    zorgvorm: str = ""
    begin: date | None = None
    einde: date | None = None
    volume: int = 0
    eenheid: str = ""
    frequentie: str = ""
    evaluatiemomenten: tuple[date, ...] = ()
    spoed: bool = False
    gewenste_start: date | None = None
    beperkingen: str = ""
    visie_kind: str = ""
    visie_ouders: str = ""
    visie_netwerk: str = ""
    overleg_op: date | None = None
    overleg_aanbod: str = ""
    eerdere_afwijzingen: tuple[EerdereAfwijzing, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Mens:
    """A person of the family, as part 2 names people."""

    rol: str
    naam: str
    geboortedatum: date | None = None
    gezag: bool = False
    adres: str = ""
    telefoon: str = ""


@dataclass(frozen=True, kw_only=True)
class Collega:
    """A professional, with work data only."""

    naam: str
    organisatie: str
    telefoon: str = ""
    e_mail: str = ""


@dataclass(frozen=True, kw_only=True)
class Deel2:
    """Who it is about and who is involved: taken from the family, never typed here (R275)."""

    kind: Mens
    bsn: str = ""
    geslacht: str = ""
    opvoeders: tuple[Mens, ...] = ()
    andere_kinderen: tuple[Mens, ...] = ()
    jeugdbeschermer: Collega | None = None
    lokaal_team: Collega | None = None
    gemeente: str = ""
    woonplaats: str = ""
    maatregel: str = ""
    maatregel_vanaf: date | None = None
    maatregel_tot: date | None = None
    gezondheid: str = ""
    toestemming: str = ""
