"""Rules on the periods and amounts of a declaration and its lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from paraplu.berichten.regels.lezen import dag, getal, laatste_dag
from paraplu.berichten.regels.toets import Inhoud, Omgeving, toets

#: CS100: declarations of this kind are about this day and later.
EERSTE_DAG: Final = date(2021, 1, 1)
#: TR335: a line may be so old.
HOOGSTENS_JAREN: Final = 5
EUROS: Final = "83"
MINUTEN: Final = "01"
MINUTEN_PER_UUR: Final = 60


@toets(
    "CD060",
    klasse="Prestatie",
    in_=("JW323", "JW325"),
    tekst="Het vorige referentienummer past niet bij debet of credit.",
    remedie=(
        "Vul VorigReferentieNummer bij een creditregel (C) met het nummer van de regel die "
        "vervalt, en laat het weg bij een debetregel (D)."
    ),
)
def vorige_referentie_bij_credit(prestatie: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """VorigReferentieNummer stands in a credit line, and only there."""
    is_credit = prestatie["IngediendBedrag"]["DebetCredit"] == "C"
    if is_credit != ("VorigReferentieNummer" in prestatie["ProductReferentie"]):
        yield "ProductReferentie/VorigReferentieNummer"


@toets(
    "CD087",
    klasse="Prestatie",
    in_=("JW323",),
    tekst="Het tarief past niet bij de eenheid.",
    remedie="Vul ProductTarief, behalve bij eenheid 83 (euro's): laat het dan weg.",
)
def tarief_bij_eenheid(prestatie: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """ProductTarief stands in every line, except where the unit is euros."""
    if (prestatie["Eenheid"] == EUROS) == ("ProductTarief" in prestatie):
        yield "ProductTarief"


_TE_VROEG = "De periode ligt voor 1 januari 2021. Dit bericht is er voor 2021 en later."
_LATER = "Controleer de datum. Een oudere periode declareert u buiten dit bericht om."


@toets("CS100", klasse="DeclaratiePeriode", in_=("JW323",), tekst=_TE_VROEG, remedie=_LATER)
@toets("CS100", klasse="ProductPeriode", in_=("JW323",), tekst=_TE_VROEG, remedie=_LATER)
def periode_niet_voor_2021(periode: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Neither date lies before 2021."""
    for naam in ("Begindatum", "Einddatum"):
        datum = dag(periode[naam])
        if datum is not None and datum < EERSTE_DAG:
            yield naam


_NUL_CREDIT = "Een bedrag van 0 staat als credit."
_NUL_DEBET = "Zet DebetCredit op D als het bedrag 0 is."


@toets(
    "CS325",
    klasse="IngediendBedrag",
    in_=("JW323", "JW325"),
    tekst=_NUL_CREDIT,
    remedie=_NUL_DEBET,
)
@toets(
    "CS325",
    klasse="TotaalIngediendBedrag",
    in_=("JW323", "JW325"),
    tekst=_NUL_CREDIT,
    remedie=_NUL_DEBET,
)
@toets(
    "CS325",
    klasse="TotaalToegekendBedrag",
    in_=("JW325",),
    tekst=_NUL_CREDIT,
    remedie=_NUL_DEBET,
)
def nul_is_debet(bedrag: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """An amount of 0 is debet."""
    if bedrag["DebetCredit"] == "C" and bedrag_van(bedrag) == 0:
        yield "DebetCredit"


@toets(
    "CS337",
    klasse="ProductPeriode",
    in_=("JW323",),
    tekst="De productperiode loopt over meer dan één kalendermaand.",
    remedie="Maak per kalendermaand een prestatie.",
)
def periode_in_een_maand(periode: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Begin and end lie in one month of one year."""
    begin, einde = dag(periode["Begindatum"]), dag(periode["Einddatum"])
    if begin and einde and (begin.year, begin.month) != (einde.year, einde.month):
        yield "Einddatum"


@toets(
    "CS339",
    klasse="Prestatie",
    in_=("JW323",),
    tekst="De eenheid is euro's (83), maar het bedrag is niet gelijk aan het volume.",
    remedie="Vul in GeleverdVolume hetzelfde aantal eurocenten als in IngediendBedrag.",
)
def bedrag_is_volume_bij_euros(prestatie: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """With unit euros the volume is the amount in eurocents."""
    bedrag, volume = bedrag_van(prestatie["IngediendBedrag"]), getal(prestatie["GeleverdVolume"])
    if prestatie["Eenheid"] == EUROS and bedrag != volume:
        yield "IngediendBedrag/Bedrag"


@toets(
    "CS340",
    klasse="DeclaratiePeriode",
    in_=("JW323",),
    tekst="De declaratieperiode is niet precies één kalendermaand.",
    remedie="Laat de periode beginnen op de eerste dag van een maand en eindigen op de laatste.",
)
def periode_is_kalendermaand(periode: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """From the first to the last day of one month."""
    begin, einde = dag(periode["Begindatum"]), dag(periode["Einddatum"])
    if begin and einde and (begin.day != 1 or einde != laatste_dag(begin)):
        yield ""


_EINDE_BUITEN = "De einddatum ligt voor de begindatum, of na de dagtekening van het bericht."
_EINDE_BINNEN = "Controleer de einddatum: van begindatum tot en met dagtekening mag."


@toets(
    "TR137", klasse="DeclaratiePeriode", in_=("JW323",), tekst=_EINDE_BUITEN, remedie=_EINDE_BINNEN
)
@toets(
    "TR137",
    klasse="ProductPeriode",
    in_=("JW323", "JW325"),
    tekst=_EINDE_BUITEN,
    remedie=_EINDE_BINNEN,
)
def einde_tussen_begin_en_dagtekening(periode: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """The period ends on its begin or later, and not after the date of the message."""
    begin, einde = dag(periode["Begindatum"]), dag(periode["Einddatum"])
    te_vroeg = begin and einde and einde < begin
    te_laat = einde and omgeving.dagtekening and einde > omgeving.dagtekening
    if te_vroeg or te_laat:
        yield "Einddatum"


@toets(
    "TR335",
    klasse="ProductPeriode",
    in_=("JW323",),
    tekst="De prestatie is van meer dan vijf jaar voor de dagtekening van de declaratie.",
    remedie="Controleer de einddatum. Zo oud mag een prestatie in dit bericht niet zijn.",
)
def niet_ouder_dan_vijf_jaar(periode: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """The period ends at most five years before DeclaratieDagtekening."""
    einde, vanaf = dag(periode["Einddatum"]), vijf_jaar_voor(omgeving.declaratiedag)
    if einde and vanaf and einde < vanaf:
        yield "Einddatum"


def vijf_jaar_voor(datum: date | None) -> date | None:
    """The same day five years before; of 29 February, where there is none, 1 March.

    >>> vijf_jaar_voor(date(2024, 2, 29))
    datetime.date(2019, 3, 1)
    """
    if datum is None or datum.year <= HOOGSTENS_JAREN:
        return None
    jaar = datum.year - HOOGSTENS_JAREN
    try:
        return datum.replace(year=jaar)
    except ValueError:
        return date(jaar, 3, 1)


@toets(
    "TR346",
    klasse="Prestatie",
    in_=("JW323",),
    tekst="Het bedrag is niet gelijk aan volume maal tarief.",
    remedie=(
        "Reken het bedrag opnieuw uit. Bij minuten met een tarief per uur: tarief maal minuten, "
        "gedeeld door 60, en daarna afgerond op hele centen."
    ),
)
def bedrag_is_volume_maal_tarief(prestatie: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """Except in euros; minutes may have been rounded from an hourly tariff (IV081)."""
    volume, tarief = getal(prestatie["GeleverdVolume"]), getal(prestatie.get("ProductTarief"))
    bedrag, eenheid = bedrag_van(prestatie["IngediendBedrag"]), prestatie["Eenheid"]
    if eenheid == EUROS or volume is None or tarief is None or bedrag is None:
        return
    maal = volume * tarief
    if bedrag != maal and not (eenheid == MINUTEN and _past_bij_uurtarief(bedrag, volume, maal)):
        yield "IngediendBedrag/Bedrag"


def _past_bij_uurtarief(bedrag: int, volume: int, maal: int) -> bool:
    """Whether the amount may come from an hourly tariff: the one given, or one that was rounded."""
    return abs(MINUTEN_PER_UUR * bedrag - maal) <= MINUTEN_PER_UUR // 2 or (
        2 * abs(bedrag - maal) <= volume + 1
    )


def bedrag_van(klasse: Inhoud) -> int | None:
    """The amount in eurocents, without its sign."""
    return getal(klasse.get("Bedrag", klasse.get("TotaalBedrag")))


def met_teken(klasse: Inhoud) -> int | None:
    """The amount in eurocents, negative for credit."""
    bedrag = bedrag_van(klasse)
    return -bedrag if bedrag and klasse["DebetCredit"] == "C" else bedrag
