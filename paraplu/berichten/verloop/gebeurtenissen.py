"""What messages say has happened, as typed values. No BSN: a child is a number within one run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, order=True)
class Kop:
    """Which message it was (P48). `gemeente` and `aanbieder` whoever of them sent it."""

    dagtekening: date
    soort: str
    release: str
    gemeente: str
    aanbieder: str
    identificatie: str

    def __str__(self) -> str:
        return f"{self.soort.removeprefix('JW')} nr. {self.identificatie}"


@dataclass(frozen=True, kw_only=True)
class Product:
    """Category and code of a product; "" where a message leaves it out."""

    categorie: str = ""
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class Verzocht:
    """A request: one product of a 315, or a 317 as a whole (OP344)."""

    kop: Kop
    kind: int
    referentie: str


@dataclass(frozen=True, kw_only=True)
class Beantwoord:
    """A 319: in onderzoek, or afgewezen with a reason and, for reason 8, the other gemeente."""

    kop: Kop
    referentie: str
    in_onderzoek: bool
    reden: str = ""
    woonplaats_gemeente: str = ""


@dataclass(frozen=True, kw_only=True)
class Toegewezen:
    """One allocation in a 301. `vastgesteld` is its Toewijzingsdatum and -tijd, as text that sorts."""

    kop: Kop
    kind: int
    nummer: int | None
    vastgesteld: str
    ingangsdatum: date
    einddatum: date | None = None
    product: Product = Product()
    omvang: tuple[str, str, str] | None = None
    budget: int | None = None
    reden: str = ""
    referentie: str = ""


@dataclass(frozen=True, kw_only=True)
class Leveringsleutel:
    """What a start and a stop are about (P47): an allocation, or taakgericht a product for a child."""

    gemeente: str
    nummer: int | None
    aanbieder: str = ""
    kind: int = 0
    product: Product = Product()
    begindatum: date | None = None


@dataclass(frozen=True, kw_only=True)
class Gestart:
    """A line of a 305. `status` is its StatusAanlevering: 1 new, 3 withdrawn."""

    kop: Kop
    kind: int
    levering: Leveringsleutel
    product: Product
    begindatum: date
    status: str


@dataclass(frozen=True, kw_only=True)
class Gestopt:
    """A line of a 307; `reden` 20 is a stop that only pauses."""

    kop: Kop
    kind: int
    levering: Leveringsleutel
    product: Product
    begindatum: date
    einddatum: date
    reden: str
    status: str

    @property
    def is_tijdelijk(self) -> bool:
        """Whether the help only pauses."""
        return self.reden == "20"


@dataclass(frozen=True, kw_only=True)
class Prestatie:
    """A line of a 323, in cents. A credit names the line it takes back in `vorige`."""

    referentie: str
    kind: int
    nummer: int | None
    product: Product
    begindatum: date | None
    einddatum: date | None
    volume: int | None
    bedrag: int | None
    is_credit: bool = False
    vorige: str = ""


@dataclass(frozen=True, kw_only=True)
class Gedeclareerd:
    """A 323."""

    kop: Kop
    nummer: str
    periode_begin: date
    prestaties: tuple[Prestatie, ...]


@dataclass(frozen=True, kw_only=True)
class DeclaratieBeantwoord:
    """A 325 on the 323 with this Identificatie and Dagtekening (TR337).

    `codes_kop` and `codes` are the answer codes of the header and of the declaration, `afgewezen` the
    ReferentieNummers of the lines in it: only refused lines stand there (OP303). Cents.
    """

    kop: Kop
    declaratie: tuple[str, date]
    codes_kop: frozenset[str]
    codes: frozenset[str]
    afgewezen: frozenset[str]
    toegekend: int | None


@dataclass(frozen=True, kw_only=True)
class Bevestigd:
    """A retourbericht (302, 306, 308, 316, 318, 320) on the message `heen`."""

    heen: Kop
    dag: date
    is_goed: bool


@dataclass(frozen=True, kw_only=True)
class Verstuurd:
    """A message that asks for a retourbericht was sent."""

    kop: Kop


Gebeurtenis = (
    Verzocht
    | Beantwoord
    | Toegewezen
    | Gestart
    | Gestopt
    | Gedeclareerd
    | DeclaratieBeantwoord
    | Bevestigd
    | Verstuurd
)
