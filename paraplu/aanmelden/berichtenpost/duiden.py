"""What a message means: one meaning for each allocation, request, start, stop or answer in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from paraplu.berichten import Bericht
from paraplu.berichten.antwoord import lees_antwoord
from paraplu.berichten.antwoord.soorten import HEEN

from .levering import TIJDELIJK, VERWIJDERD
from .product import Product
from .schrijven import IN_ONDERZOEK
from .uitgaand import VAN_GEMEENTE
from .wijzigen import VERWIJDERD as TOEWIJZING_VERWIJDERD

TOEWIJZING_ONTVANGEN: Final = "toewijzing_ontvangen"
TOEWIJZING_GEWIJZIGD: Final = "toewijzing_gewijzigd"
TOEWIJZING_INGETROKKEN: Final = "toewijzing_ingetrokken"
VERZOEK_ONTVANGEN: Final = "verzoek_ontvangen"
VERZOEK_IN_ONDERZOEK: Final = "verzoek_in_onderzoek"
VERZOEK_AFGEWEZEN: Final = "verzoek_afgewezen"
START_GEMELD: Final = "start_gemeld"
START_TERUGGENOMEN: Final = "start_teruggenomen"
STOP_GEMELD: Final = "stop_gemeld"
STOP_TIJDELIJK: Final = "stop_tijdelijk"
STOP_TERUGGENOMEN: Final = "stop_teruggenomen"
BERICHT_GOEDGEKEURD: Final = "bericht_goedgekeurd"
BERICHT_AFGEKEURD: Final = "bericht_afgekeurd"
SOORTEN: Final = (
    TOEWIJZING_ONTVANGEN,
    TOEWIJZING_GEWIJZIGD,
    TOEWIJZING_INGETROKKEN,
    VERZOEK_ONTVANGEN,
    VERZOEK_IN_ONDERZOEK,
    VERZOEK_AFGEWEZEN,
    START_GEMELD,
    START_TERUGGENOMEN,
    STOP_GEMELD,
    STOP_TIJDELIJK,
    STOP_TERUGGENOMEN,
    BERICHT_GOEDGEKEURD,
    BERICHT_AFGEKEURD,
)


@dataclass(frozen=True, kw_only=True)
class Betekenis:
    """One thing that a message says. Nothing in it identifies the child.

    `datum` is the first day of an allocation, request or start, and the last day of a stop;
    `einddatum` the last day of an allocation or request. `reden` is a code of the list that goes
    with the kind (JZ002, WJ759 or JZ588). `codes` and `heenbericht` are those of an answer:
    what refuses, and the kind and identification of what is answered.
    """

    soort: str
    berichtsoort: str
    gemeente: str
    aanbieder: str
    dagtekening: date
    toewijzing_nummer: int | None = None
    referentie: str = ""
    product: Product | None = None
    datum: date | None = None
    einddatum: date | None = None
    reden: str = ""
    codes: tuple[str, ...] = ()
    heenbericht: tuple[str, str] = ("", "")

    @property
    def sleutels(self) -> tuple[str, ...]:
        """By what a case is found: an allocation of a gemeente (P47), a reference of a provider."""
        gevonden = []
        if self.toewijzing_nummer is not None:
            gevonden.append(f"T {self.gemeente} {self.toewijzing_nummer}")
        if self.referentie:
            gevonden.append(f"R {self.aanbieder} {self.referentie}")
        return tuple(gevonden)


def duid(bericht: Bericht) -> tuple[Betekenis, ...]:
    """What a message without findings says, in its order; empty for a declaration and its answer."""
    if bericht.soort in HEEN:
        return (_antwoord(bericht),) if "BerichtIdentificatie" in bericht.inhoud["Header"] else ()
    lees = _LEZERS.get(bericht.soort)
    return tuple(lees(bericht)) if lees else ()


def bsn_van(bericht: Bericht) -> str:
    """The BSN in a message about one child; "" where there is none."""
    return str(bericht.inhoud.get("Client", {}).get("Bsn", ""))


def _kop(bericht: Bericht, soort: str) -> Betekenis:
    kop = bericht.inhoud["Header"]
    heen = HEEN.get(bericht.soort, bericht.soort)
    gemeente, aanbieder = kop["Afzender"], kop["Ontvanger"]
    if heen not in VAN_GEMEENTE:
        gemeente, aanbieder = aanbieder, gemeente
    return Betekenis(
        soort=soort,
        berichtsoort=bericht.soort,
        gemeente=gemeente,
        aanbieder=aanbieder,
        dagtekening=date.fromisoformat(
            kop.get("DagtekeningRetour") or kop["BerichtIdentificatie"]["Dagtekening"]
        ),
    )


def _antwoord(bericht: Bericht) -> Betekenis:
    gelezen = lees_antwoord(bericht)
    soort = BERICHT_GOEDGEKEURD if gelezen.is_goedgekeurd else BERICHT_AFGEKEURD
    return replace(
        _kop(bericht, soort),
        codes=tuple(sorted({fout.code for fout in gelezen.fouten})),
        heenbericht=(gelezen.heenbericht, gelezen.identificatie),
    )


def _toewijzingen(bericht: Bericht) -> Iterator[Betekenis]:
    basis = _kop(bericht, TOEWIJZING_ONTVANGEN)
    for een in bericht.inhoud["Client"]["ToegewezenProducten"]["ToegewezenProduct"]:
        reden = een.get("RedenWijziging", "")
        soort = TOEWIJZING_GEWIJZIGD if reden else TOEWIJZING_ONTVANGEN
        yield replace(
            basis,
            soort=TOEWIJZING_INGETROKKEN if reden == TOEWIJZING_VERWIJDERD else soort,
            toewijzing_nummer=int(een["ToewijzingNummer"]),
            referentie=een.get("ReferentieAanbieder", ""),
            product=_product(een),
            datum=_dag(een.get("Ingangsdatum")),
            einddatum=_dag(een.get("Einddatum")),
            reden=reden,
        )


def _verzoeken(bericht: Bericht) -> Iterator[Betekenis]:
    basis = _kop(bericht, VERZOEK_ONTVANGEN)
    for een in bericht.inhoud["Client"]["AangevraagdeProducten"]["AangevraagdProduct"]:
        yield replace(
            basis,
            referentie=een["ReferentieAanbieder"],
            product=_product(een),
            datum=_dag(een.get("ToewijzingIngangsdatum")),
            einddatum=_dag(een.get("ToewijzingEinddatum")),
        )


def _afwijzing(bericht: Bericht) -> Iterator[Betekenis]:
    een = bericht.inhoud["Antwoord"]
    in_onderzoek = een["VerzoekAntwoord"] == IN_ONDERZOEK
    yield replace(
        _kop(bericht, VERZOEK_IN_ONDERZOEK if in_onderzoek else VERZOEK_AFGEWEZEN),
        referentie=een["ReferentieAanbieder"],
        reden=een.get("RedenAfwijzingVerzoek", ""),
    )


def _starts(bericht: Bericht) -> Iterator[Betekenis]:
    basis = _kop(bericht, START_GEMELD)
    for een in bericht.inhoud["Client"]["StartProducten"]["StartProduct"]:
        weg = een["StatusAanlevering"] == VERWIJDERD
        yield replace(
            basis,
            soort=START_TERUGGENOMEN if weg else START_GEMELD,
            toewijzing_nummer=_nummer(een),
            product=_product(een),
            datum=_dag(een["Begindatum"]),
        )


def _stops(bericht: Bericht) -> Iterator[Betekenis]:
    basis = _kop(bericht, STOP_GEMELD)
    for een in bericht.inhoud["Client"]["StopProducten"]["StopProduct"]:
        weg = een["StatusAanlevering"] == VERWIJDERD
        tijdelijk = een["RedenBeeindiging"] == TIJDELIJK
        soort = STOP_TIJDELIJK if tijdelijk else STOP_GEMELD
        yield replace(
            basis,
            soort=STOP_TERUGGENOMEN if weg else soort,
            toewijzing_nummer=_nummer(een),
            product=_product(een),
            datum=_dag(een["Einddatum"]),
            reden=een["RedenBeeindiging"],
        )


def _product(een: Mapping[str, Any]) -> Product | None:
    product = een.get("Product")
    if not product:
        return None
    return Product(categorie=product["Categorie"], code=product.get("Code", ""))


def _nummer(een: Mapping[str, Any]) -> int | None:
    return int(een["ToewijzingNummer"]) if "ToewijzingNummer" in een else None


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None


_LEZERS: Final[Mapping[str, Callable[[Bericht], Iterator[Betekenis]]]] = {
    "JW301": _toewijzingen,
    "JW305": _starts,
    "JW307": _stops,
    "JW315": _verzoeken,
    "JW319": _afwijzing,
}
