"""What is asked for or allocated: a product, how much of it, and from when until when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from .vorm import Klasse, filled, trim_tekst

#: COD327: who referred the child.
GEMEENTE: Final = "01"
GECERTIFICEERDE_INSTELLING: Final = "04"
RECHTER: Final = "08"
HIER: Final = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, kw_only=True)
class Product:
    """A product by its category (JZ020) and, when it is specific, its code."""

    categorie: str
    code: str = ""

    def klasse(self) -> Klasse:
        """As CDT_Product."""
        return filled(Categorie=self.categorie, Code=trim_tekst(self.code))


@dataclass(frozen=True, kw_only=True)
class Omvang:
    """How much: `volume` times `eenheid` (WJ756) per `frequentie` (WMO757)."""

    volume: int
    eenheid: str
    frequentie: str

    def klasse(self) -> Klasse:
        """As CDT_Omvang."""
        return {
            "Volume": str(self.volume),
            "Eenheid": self.eenheid,
            "Frequentie": self.frequentie,
        }


@dataclass(frozen=True, kw_only=True)
class Verwijzer:
    """Who referred; with a code or with a name, never both (CD066 to CD068)."""

    type: str
    naam: str = ""
    zorgverlenercode: str = ""

    def klasse(self) -> Klasse:
        """As CDT_Verwijzer."""
        return filled(
            Type=self.type,
            Naam=trim_tekst(self.naam),
            ZorgverlenerCode=self.zorgverlenercode,
        )


def verwijzer_gi(*, naam: str = "", agb: str = "") -> Verwijzer:
    """A gecertificeerde instelling that set down a bepaling jeugdhulp (R175, P53).

    Its AGB code when that is known, else its name: one of the two has to be there.
    """
    return Verwijzer(
        type=GECERTIFICEERDE_INSTELLING, naam="" if agb else naam, zorgverlenercode=agb
    )


def verwijzer_gemeente() -> Verwijzer:
    """The lokaal team, for the gemeente."""
    return Verwijzer(type=GEMEENTE)


@dataclass(frozen=True, kw_only=True)
class ToegewezenProduct:
    """One allocation in a 301.

    `vastgesteld_op` is when it was decided, not when it is sent: the latest one counts (IV013).
    `reden_wijziging` (JZ002) only when it changes what was sent before (IV099). `referentie` is that
    of the request which this honours, the first time (IV097). `budget` is in eurocents.
    """

    nummer: int
    ingangsdatum: date
    vastgesteld_op: datetime
    product: Product | None = None
    einddatum: date | None = None
    omvang: Omvang | None = None
    budget: int | None = None
    reden_wijziging: str = ""
    referentie: str = ""
    commentaar: str = field(default="", repr=False)

    def klasse(self) -> Klasse:
        """As ToegewezenProduct."""
        moment = self.vastgesteld_op
        if moment.tzinfo is not None:
            moment = moment.astimezone(HIER)
        return filled(
            ToewijzingNummer=str(self.nummer),
            ReferentieAanbieder=self.referentie,
            Product=self.product and self.product.klasse(),
            Toewijzingsdatum=moment.date().isoformat(),
            Toewijzingstijd=moment.time().isoformat("seconds"),
            Ingangsdatum=self.ingangsdatum.isoformat(),
            Einddatum=self.einddatum and self.einddatum.isoformat(),
            RedenWijziging=self.reden_wijziging,
            Omvang=self.omvang and self.omvang.klasse(),
            Budget=None if self.budget is None else str(self.budget),
            Commentaar=self.commentaar.strip(),
        )


@dataclass(frozen=True, kw_only=True)
class AangevraagdProduct:
    """One product that a provider asks for in a 315; `referentie` is its own, unique (TR347)."""

    referentie: str
    ingangsdatum: date
    verwijzer: Verwijzer
    product: Product | None = None
    einddatum: date | None = None
    omvang: Omvang | None = None
    budget: int | None = None
    beschikking_nummer: int | None = None
    beschikking_ingangsdatum: date | None = None
    commentaar: str = field(default="", repr=False)

    def klasse(self) -> Klasse:
        """As AangevraagdProduct."""
        beschikking, ingang = self.beschikking_nummer, self.beschikking_ingangsdatum
        return filled(
            ReferentieAanbieder=self.referentie,
            BeschikkingNummer=None if beschikking is None else str(beschikking),
            Product=self.product and self.product.klasse(),
            BeschikkingIngangsdatum=ingang and ingang.isoformat(),
            ToewijzingIngangsdatum=self.ingangsdatum.isoformat(),
            ToewijzingEinddatum=self.einddatum and self.einddatum.isoformat(),
            Omvang=self.omvang and self.omvang.klasse(),
            Budget=None if self.budget is None else str(self.budget),
            Verwijzer=self.verwijzer.klasse(),
            Commentaar=self.commentaar.strip(),
        )
