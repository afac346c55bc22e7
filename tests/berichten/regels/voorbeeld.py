"""Messages that keep every rule of iJW 3.2, to change one thing in; no child in them exists.

A builder gives the content of one class. A keyword replaces what stands there, or adds to it; None
leaves it out: `toewijzingsbericht(producten=[toegewezen_product(Einddatum=None)])`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from paraplu.berichten import Bericht, Bevinding, controleer, schrijf, standaard
from paraplu.berichten.regels.register import regel

RELEASE = "3.2"
DAGTEKENING = "2024-03-01"
VANDAAG = date(2024, 3, 6)
BSN = "999900006"
ANDER_BSN = "999900018"
GEMEENTE = "0202"
AANBIEDER = "98000001"
XSD = {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"}
#: Who sends from a gemeente; all others are sent to one.
VAN_GEMEENTE = ("JW301", "JW319", "JW325")

Klasse = dict[str, Any]


def samen(basis: Klasse, wijzigingen: Klasse) -> Klasse:
    """The class with its changes; what is None is left out."""
    return {naam: een for naam, een in (basis | wijzigingen).items() if een is not None}


def kop(soort: str, dagtekening: str = DAGTEKENING, **wijzigingen: Any) -> Klasse:
    """The header of a message of this kind."""
    van_gemeente = soort in VAN_GEMEENTE
    basis = {
        "BerichtCode": standaard.release(RELEASE).berichtsoorten[soort].code,
        "BerichtVersie": "3",
        "BerichtSubversie": "2",
        "Afzender": GEMEENTE if van_gemeente else AANBIEDER,
        "Ontvanger": AANBIEDER if van_gemeente else GEMEENTE,
        "BerichtIdentificatie": {"Identificatie": "1", "Dagtekening": dagtekening},
        "XsdVersie": XSD,
    }
    return samen(basis, wijzigingen)


def bericht(soort: str, dagtekening: str, **klassen: Any) -> Bericht:
    """A message of this kind with these classes next to its header."""
    return Bericht(soort, RELEASE, {"Header": kop(soort, dagtekening), **klassen})


# Persons


def naam(**wijzigingen: Any) -> Klasse:
    """A full name, as in a 301."""
    return samen({"Geslachtsnaam": {"Achternaam": "Voorbeeld"}, "NaamGebruik": "1"}, wijzigingen)


def adres(**wijzigingen: Any) -> Klasse:
    """An address in the Netherlands."""
    basis = {"Huis": {"Huisnummer": "1"}, "Postcode": "6800AA", "LandCode": "NL"}
    return samen(basis, wijzigingen)


def telefoon() -> Klasse:
    """One telephone number."""
    return {"Telefoon01": {"Telefoonnummer": "0260000000", "Landnummer": "0031"}}


def contact(**wijzigingen: Any) -> Klasse:
    """The address of the BRP."""
    return samen({"Soort": "01", "Adres": adres()}, wijzigingen)


def relatie(**wijzigingen: Any) -> Klasse:
    """A parent."""
    basis = {"Nummer": "1", "Soort": "12", "Naam": naam(), "Contact": contact()}
    return samen(basis, wijzigingen)


def client(**wijzigingen: Any) -> Klasse:
    """A child as a provider knows it."""
    basis = {
        "Bsn": BSN,
        "Geboortedatum": {"Datum": "2012-05-06"},
        "Geslacht": "2",
        "Naam": {"Geslachtsnaam": {"Achternaam": "Voorbeeld"}},
    }
    return samen(basis, wijzigingen)


# JW301


def omvang(volume: str = "1", eenheid: str = "82", frequentie: str = "4") -> Klasse:
    """One piece (82) per month (4)."""
    return {"Volume": volume, "Eenheid": eenheid, "Frequentie": frequentie}


def product(categorie: str = "48", code: str | None = "48A01") -> Klasse:
    """A product; aspecific when it has no code."""
    return samen({"Categorie": categorie}, {"Code": code})


def toegewezen_product(**wijzigingen: Any) -> Klasse:
    """A specific product for all of 2024."""
    basis = {
        "ToewijzingNummer": "1",
        "Product": product(),
        "Toewijzingsdatum": "2024-01-02",
        "Toewijzingstijd": "10:00:00",
        "Ingangsdatum": "2024-01-01",
        "Einddatum": "2024-12-31",
        "Omvang": omvang(),
    }
    return samen(basis, wijzigingen)


def toewijzingsbericht(
    *,
    producten: list[Klasse] | None = None,
    contacten: list[Klasse] | None = None,
    relaties: list[Klasse] | None = None,
    dagtekening: str = DAGTEKENING,
    **wijzigingen: Any,
) -> Bericht:
    """A 301; a keyword with a name of the standard changes the client."""
    basis = client(
        Naam=naam(),
        Relaties={"Relatie": relaties or [relatie()]},
        Contactgegevens={"Contact": contacten or [contact()]},
        ToegewezenProducten={"ToegewezenProduct": producten or [toegewezen_product()]},
    )
    return bericht("JW301", dagtekening, Client=samen(basis, wijzigingen))


# JW305 and JW307


def startproduct(**wijzigingen: Any) -> Klasse:
    """The start of an allocation."""
    basis = {
        "ToewijzingNummer": "1",
        "Product": product(),
        "ToewijzingIngangsdatum": "2024-01-01",
        "Begindatum": "2024-02-01",
        "StatusAanlevering": "1",
    }
    return samen(basis, wijzigingen)


def startbericht(
    *, producten: list[Klasse] | None = None, dagtekening: str = DAGTEKENING, **wijzigingen: Any
) -> Bericht:
    """A 305; a keyword with a name of the standard changes the client."""
    basis = client(StartProducten={"StartProduct": producten or [startproduct()]})
    return bericht("JW305", dagtekening, Client=samen(basis, wijzigingen))


def stopproduct(**wijzigingen: Any) -> Klasse:
    """The stop of an allocation, after 29 days of care."""
    basis = startproduct(RedenBeeindiging="31", Einddatum="2024-02-29")
    return samen(basis, wijzigingen)


def stopbericht(
    *, producten: list[Klasse] | None = None, dagtekening: str = DAGTEKENING, **wijzigingen: Any
) -> Bericht:
    """A 307; a keyword with a name of the standard changes the client."""
    basis = client(StopProducten={"StopProduct": producten or [stopproduct()]})
    return bericht("JW307", dagtekening, Client=samen(basis, wijzigingen))


# JW315, JW317 and JW319


def verwijzer(**wijzigingen: Any) -> Klasse:
    """A judge: a referrer who has no code."""
    return samen({"Type": "08"}, wijzigingen)


def aangevraagd_product(**wijzigingen: Any) -> Klasse:
    """A request for a specific product for all of 2024."""
    basis = {
        "ReferentieAanbieder": "A1",
        "Product": product(),
        "ToewijzingIngangsdatum": "2024-01-01",
        "ToewijzingEinddatum": "2024-12-31",
        "Omvang": omvang(),
        "Verwijzer": verwijzer(),
    }
    return samen(basis, wijzigingen)


def verzoek_om_toewijzing(
    *, producten: list[Klasse] | None = None, dagtekening: str = DAGTEKENING, **wijzigingen: Any
) -> Bericht:
    """A 315; a keyword with a name of the standard changes the client."""
    basis = client(
        AangevraagdeProducten={"AangevraagdProduct": producten or [aangevraagd_product()]}
    )
    return bericht("JW315", dagtekening, Client=samen(basis, wijzigingen))


def te_wijzigen_product(**wijzigingen: Any) -> Klasse:
    """More of an allocation that is there."""
    basis = {
        "ToewijzingNummer": "2",
        "GewensteIngangsdatum": "2024-04-01",
        "Einddatum": "2024-12-31",
        "Omvang": omvang(volume="2"),
    }
    return samen(basis, wijzigingen)


def nieuw_product(**wijzigingen: Any) -> Klasse:
    """A product that is asked for next to what is there."""
    basis = {
        "Product": product("45", "45A04"),
        "GewensteIngangsdatum": "2024-04-01",
        "Einddatum": "2024-12-31",
        "Omvang": omvang(),
    }
    return samen(basis, wijzigingen)


def verzoek_om_wijziging(
    *,
    ongewijzigd: list[str] | None = None,
    te_wijzigen: list[Klasse] | None = None,
    nieuw: list[Klasse] | None = None,
    dagtekening: str = DAGTEKENING,
    **wijzigingen: Any,
) -> Bericht:
    """A 317; an empty list leaves a class out, `ongewijzigd` are numbers of allocations.

    A keyword with a name of the standard changes the request.
    """
    nummers = ["1"] if ongewijzigd is None else ongewijzigd
    delen = {
        ("OngewijzigdeProducten", "OngewijzigdProduct"): [
            {"ToewijzingNummer": nummer} for nummer in nummers
        ],
        ("TeWijzigenProducten", "TeWijzigenProduct"): (
            [te_wijzigen_product()] if te_wijzigen is None else te_wijzigen
        ),
        ("NieuweProducten", "NieuwProduct"): [nieuw_product()] if nieuw is None else nieuw,
    }
    verzoek: Klasse = {"ReferentieAanbieder": "A1", "RedenVerzoek": "1"}
    verzoek |= {houder: {een: regels} for (houder, een), regels in delen.items() if regels}
    return bericht(
        "JW317", dagtekening, Client={"Bsn": BSN, "Verzoek": samen(verzoek, wijzigingen)}
    )


def antwoordbericht(*, dagtekening: str = DAGTEKENING, **wijzigingen: Any) -> Bericht:
    """A 319 that refuses a request; a keyword changes the answer."""
    basis = {"ReferentieAanbieder": "A1", "VerzoekAntwoord": "1", "RedenAfwijzingVerzoek": "4"}
    return bericht("JW319", dagtekening, Antwoord=samen(basis, wijzigingen))


# JW323 and JW325


def bedrag(centen: int, debet_credit: str = "D") -> Klasse:
    """An amount in eurocents."""
    return {"Bedrag": str(centen), "DebetCredit": debet_credit}


def totaal(centen: int, debet_credit: str = "D") -> Klasse:
    """A total in eurocents."""
    return {"TotaalBedrag": str(centen), "DebetCredit": debet_credit}


def prestatie(**wijzigingen: Any) -> Klasse:
    """One month of a product, for 1000 euro."""
    basis = {
        "ProductReferentie": {"ReferentieNummer": "P1"},
        "ToewijzingNummer": "1",
        "ProductCategorie": "48",
        "ProductCode": "48A01",
        "ProductPeriode": {"Begindatum": "2024-02-01", "Einddatum": "2024-02-29"},
        "GeleverdVolume": "1",
        "Eenheid": "82",
        "ProductTarief": "100000",
        "IngediendBedrag": bedrag(100000),
    }
    return samen(basis, wijzigingen)


def declaratie_client(*, prestaties: list[Klasse] | None = None, **wijzigingen: Any) -> Klasse:
    """A child in a declaration, with its lines."""
    basis = {"Bsn": BSN, "Prestaties": {"Prestatie": prestaties or [prestatie()]}}
    return samen(basis, wijzigingen)


def declaratiebericht(
    *, clienten: list[Klasse] | None = None, dagtekening: str = DAGTEKENING, **wijzigingen: Any
) -> Bericht:
    """A 323 on February 2024 for 1000 euro; a keyword with a name of the standard changes it."""
    basis = {
        "DeclaratieNummer": "D1",
        "DeclaratiePeriode": {"Begindatum": "2024-02-01", "Einddatum": "2024-02-29"},
        "DeclaratieDagtekening": "2024-03-01",
        "TotaalIngediendBedrag": totaal(100000),
        "Clienten": {"Client": clienten or [declaratie_client()]},
    }
    return bericht("JW323", dagtekening, Declaratie=samen(basis, wijzigingen))


def retourcodes(*codes: str) -> Klasse:
    """The answer codes of a class."""
    return {"RetourCode": list(codes)}


def antwoordprestatie(**wijzigingen: Any) -> Klasse:
    """A line that the gemeente refuses: the allocation is not known."""
    return samen(prestatie(RetourCodes=retourcodes("9338")), wijzigingen)


def antwoord_client(*, prestaties: list[Klasse] | None = None, **wijzigingen: Any) -> Klasse:
    """A child with refused lines."""
    basis = {
        "Bsn": BSN,
        "Prestaties": {"Prestatie": prestaties or [antwoordprestatie()]},
        "RetourCodes": retourcodes("0200"),
    }
    return samen(basis, wijzigingen)


def declaratieantwoord(
    *, clienten: list[Klasse] | None = None, dagtekening: str = "2024-03-05", **wijzigingen: Any
) -> Bericht:
    """A 325 that grants all of a declaration of 1000 euro.

    With `clienten` (refused lines) the totals and answer codes are to be changed along.
    """
    basis = {
        "DeclaratieNummer": "D1",
        "TotaalIngediendBedrag": totaal(100000),
        "TotaalToegekendBedrag": totaal(100000),
        "Clienten": clienten and {"Client": clienten},
        "RetourCodes": retourcodes("8001"),
    }
    gemaakt = bericht("JW325", dagtekening, DeclaratieAntwoord=samen(basis, wijzigingen))
    gemaakt.inhoud["Header"] |= {
        "DeclaratieIdentificatie": {"Identificatie": "1", "Dagtekening": DAGTEKENING},
        "XsdVersieDeclaratie": XSD,
        "RetourCodes": retourcodes("0200"),
    }
    return gemaakt


#: One message of each kind with rules.
ALLE = (
    toewijzingsbericht,
    startbericht,
    stopbericht,
    verzoek_om_toewijzing,
    verzoek_om_wijziging,
    antwoordbericht,
    declaratiebericht,
    declaratieantwoord,
)


# What the check says


def bevindingen(gemaakt: Bericht, *, vandaag: date | None = VANDAAG) -> tuple[Bevinding, ...]:
    """Every finding on the message as it goes over the line."""
    return controleer(schrijf(gemaakt), vandaag=vandaag)


def codes(gemaakt: Bericht, *, vandaag: date | None = VANDAAG) -> set[str]:
    """The rules that the message breaks."""
    return {een.code for een in bevindingen(gemaakt, vandaag=vandaag)}


def paden(gemaakt: Bericht, code: str, *, vandaag: date | None = VANDAAG) -> list[str]:
    """Where the message breaks this rule, in the order of the file."""
    return [een.pad for een in bevindingen(gemaakt, vandaag=vandaag) if een.code == code]


def houdt(gemaakt: Bericht, *, vandaag: date | None = VANDAAG) -> None:
    """Assert that the message keeps every rule."""
    assert bevindingen(gemaakt, vandaag=vandaag) == ()


def breekt(
    gemaakt: Bericht,
    code: str,
    *plekken: str,
    niveau: int = 2,
    retourcode: str = "0001",
    naast: tuple[str, ...] = (),
    vandaag: date | None = VANDAAG,
) -> None:
    """Assert that the message breaks this rule at these places, and no other but those in `naast`.

    Also that the sender gets a sentence and a remedy without a BSN in it, that nothing is refused,
    and that the rule has this level and this answer code.
    """
    gevonden = bevindingen(gemaakt, vandaag=vandaag)
    eigen = [een for een in gevonden if een.code == code]
    bekend = regel(code)

    assert {een.code for een in gevonden} == {code, *naast}
    assert [een.pad for een in eigen] == [*plekken]
    assert all(een.regel > 0 and een.weigert == "" for een in eigen)
    assert all(een.tekst.endswith(".") and een.remedie.endswith(".") for een in eigen)
    assert BSN not in repr(eigen)
    assert (bekend.niveau, bekend.retourcode, bekend.getoetst) == (niveau, retourcode, "bericht")
