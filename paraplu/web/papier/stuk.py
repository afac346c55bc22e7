"""What a letter or form consists of. Plain values: no markup, no look, no language of a program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


class OngeldigStuk(ValueError):
    """This cannot become an accessible document; the text says what a reader would miss."""


@dataclass(frozen=True)
class Kop:
    """A heading; `niveau` 1 stands right below the title, and no level is skipped."""

    niveau: int
    tekst: str

    def __post_init__(self) -> None:
        if not 1 <= self.niveau <= 6:
            raise OngeldigStuk(f"Een kop heeft niveau 1 tot en met 6, niet {self.niveau}.")
        if not self.tekst.strip():
            raise OngeldigStuk("Een kop heeft tekst.")


@dataclass(frozen=True)
class Alinea:
    """Running text. A line break stays one; an empty line begins a new paragraph."""

    tekst: str


@dataclass(frozen=True)
class Lijst:
    """Points below each other, with dots or numbered."""

    punten: tuple[str, ...]
    genummerd: bool = False


@dataclass(frozen=True)
class Tabel:
    """Rows below column headings; the headings come back on every page.

    `rechts`: places of the columns that hold numbers, from 0.
    """

    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    bijschrift: str
    rechts: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not self.koppen or not all(kop.strip() for kop in self.koppen):
            raise OngeldigStuk("Elke kolom van een tabel heeft een kop.")
        if any(len(rij) != len(self.koppen) for rij in self.rijen):
            raise OngeldigStuk("Elke rij van een tabel heeft evenveel vakken als er koppen zijn.")


@dataclass(frozen=True)
class Velden:
    """What a form asks and what was filled in: pairs of label and value."""

    paren: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Ondertekening:
    """Who signs; without a date there is room to write one."""

    naam: str
    functie: str = ""
    organisatie: str = ""
    plaats: str = ""
    datum: date | None = None


@dataclass(frozen=True)
class Qr:
    """A square that a phone reads, as SVG; `beschrijving` is what a screen reader says of it."""

    svg: str
    beschrijving: str

    def __post_init__(self) -> None:
        if not self.beschrijving.strip():
            raise OngeldigStuk("Bij een plaatje staat wat het is, voor wie het niet ziet.")


@dataclass(frozen=True)
class Figuur:
    """A drawing over the whole width, as SVG; `beschrijving` is what a screen reader says of it."""

    svg: str
    beschrijving: str

    def __post_init__(self) -> None:
        if not self.beschrijving.strip():
            raise OngeldigStuk("Bij een figuur staat wat erop te zien is, voor wie het niet ziet.")


@dataclass(frozen=True)
class Verwijzingen:
    """Names that lead to a full address, below each other; the address is also in print."""

    paren: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        if not all(naam.strip() and adres.startswith("http") for naam, adres in self.paren):
            raise OngeldigStuk("Een verwijzing heeft een naam en een heel adres.")


Blok = Kop | Alinea | Lijst | Tabel | Velden | Verwijzingen | Ondertekening | Qr | Figuur


@dataclass(frozen=True, kw_only=True)
class Stuk:
    """One document. `kenmerk` is our own number of it; `voet` stands at the foot of every page."""

    titel: str
    onderwerp: str = ""
    taal: str = "nl"
    datum: date
    kenmerk: str = ""
    blokken: tuple[Blok, ...]
    voet: str = ""

    def __post_init__(self) -> None:
        if not self.titel.strip():
            raise OngeldigStuk(
                "Een stuk heeft een titel: die leest een schermlezer als eerste voor."
            )
        vorig = 0
        for kop in (blok for blok in self.blokken if isinstance(blok, Kop)):
            if kop.niveau > vorig + 1:
                raise OngeldigStuk(f"Op een kop van niveau {vorig} volgt er een van {kop.niveau}.")
            vorig = kop.niveau
