"""The messages: valid to the standard, and to the rules between messages that can be kept."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from paraplu.berichten import Bericht, controleer, lees
from paraplu.demo.berichten import Schrijver
from tests.demo.kleine_wereld import Geschreven

TE_WEIGEREN = "stuk_"


def bestanden(map_: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of every delivery."""
    for pad in sorted((map_ / "leveringen").glob("*.zip")):
        with zipfile.ZipFile(pad) as archief:
            for naam in archief.namelist():
                yield naam, archief.read(naam)


@pytest.fixture(scope="module")
def berichten(geschreven: Geschreven) -> list[Bericht]:
    """The messages as sent, without what the delivery does to them."""
    uit = []
    for naam, inhoud in bestanden(geschreven.map):
        if naam.startswith("JW"):
            bericht = lees(inhoud, bestand=naam).bericht
            assert bericht is not None
            uit.append(bericht)
    return uit


def van_soort(berichten: list[Bericht], *soorten: str) -> list[dict[str, Any]]:
    """The contents of some kinds."""
    return [bericht.inhoud for bericht in berichten if bericht.soort in soorten]


def test_elk_bericht_is_geldig_volgens_de_standaard(geschreven: Geschreven) -> None:
    for naam, inhoud in bestanden(geschreven.map):
        if not naam.startswith(TE_WEIGEREN):
            assert controleer(inhoud, bestand=naam) == ()


def test_een_stuk_bericht_wordt_geweigerd(geschreven: Geschreven) -> None:
    stuk = [
        (naam, inhoud) for naam, inhoud in bestanden(geschreven.map) if naam.startswith(TE_WEIGEREN)
    ]
    assert len(stuk) == 9
    for naam, inhoud in stuk:
        assert any(b.weigert == "bericht" for b in controleer(inhoud, bestand=naam))


def test_wat_voor_2021_is_verstuurd_is_2_3_en_daarna_3_2(berichten: list[Bericht]) -> None:
    for bericht in berichten:
        if bericht.soort in {"JW301", "JW305", "JW307", "JW315"}:
            dag = bericht.inhoud["Header"]["BerichtIdentificatie"]["Dagtekening"]
            # P63.
            assert bericht.release == ("2.3" if dag < "2021-01-01" else "3.2")
    assert {b.release for b in berichten if b.soort in {"JW303", "JW304"}} == {"2.3"}
    assert {b.release for b in berichten if b.soort in {"JW323", "JW325"}} == {"3.2"}


def test_identificaties_zijn_uniek_per_soort_en_verzender(berichten: list[Bericht]) -> None:
    telling = Counter(
        (
            b.soort,
            b.inhoud["Header"]["Afzender"],
            b.inhoud["Header"]["BerichtIdentificatie"]["Identificatie"],
        )
        for b in berichten
        if b.soort in {"JW301", "JW305", "JW307", "JW315", "JW319", "JW323", "JW325"}
    )
    assert max(telling.values()) == 1
    assert all(len(identificatie) <= 12 for _, _, identificatie in telling)


def prestaties(inhoud: dict[str, Any]) -> list[dict[str, Any]]:
    """The lines of a declaration, of either release."""
    clienten = inhoud.get("Declaratie", inhoud)["Clienten"]["Client"]
    return [regel for client in clienten for regel in client["Prestaties"]["Prestatie"]]


def centen(bedrag: dict[str, str], naam: str = "Bedrag") -> int:
    """An amount with its sign."""
    return int(bedrag[naam]) * (-1 if bedrag["DebetCredit"] == "C" else 1)


def test_referenties_van_een_aanbieder_zijn_uniek(berichten: list[Bericht]) -> None:
    telling: Counter[tuple[str, str]] = Counter()
    for inhoud in van_soort(berichten, "JW303", "JW323"):
        kop = inhoud["Header"]
        aanbieder = kop.get("Aanbieder") or kop["Afzender"]
        telling.update(
            (aanbieder, regel["ProductReferentie"]["ReferentieNummer"])
            for regel in prestaties(inhoud)
        )
    assert len(telling) > 500
    assert max(telling.values()) == 1


def test_het_totaal_van_een_declaratie_is_de_som_van_haar_regels(berichten: list[Bericht]) -> None:
    for inhoud in van_soort(berichten, "JW323"):
        regels = [centen(regel["IngediendBedrag"]) for regel in prestaties(inhoud)]
        totaal = inhoud["Declaratie"]["TotaalIngediendBedrag"]
        assert centen(totaal, "TotaalBedrag") == sum(regels)
    for inhoud in van_soort(berichten, "JW303"):
        regels = [
            centen(r["IngediendeBedragPrestatie"]["DeclaratieFactuurBedrag"])
            for r in prestaties(inhoud)
        ]
        totaal = inhoud["Header"]["DeclaratieFactuurBedragen"]["DeclaratieFactuurTotaalBedrag"]
        assert centen(totaal, "TotaalBedrag") == sum(regels)


def test_het_bedrag_van_een_regel_is_volume_maal_tarief(berichten: list[Bericht]) -> None:
    for inhoud in van_soort(berichten, "JW323"):
        for regel in prestaties(inhoud):
            bedrag = int(regel["GeleverdVolume"]) * int(regel["ProductTarief"])
            assert abs(centen(regel["IngediendBedrag"])) == bedrag


def test_een_creditregel_neemt_een_eerdere_debetregel_terug(berichten: list[Bericht]) -> None:
    debet: dict[tuple[str, str], int] = {}
    credit = []
    for inhoud in van_soort(berichten, "JW323"):
        agb = inhoud["Header"]["Afzender"]
        for regel in prestaties(inhoud):
            referentie = regel["ProductReferentie"]
            bedrag = centen(regel["IngediendBedrag"])
            debet[agb, referentie["ReferentieNummer"]] = bedrag
            if "VorigReferentieNummer" in referentie:
                credit.append((agb, referentie["VorigReferentieNummer"], bedrag))
    assert credit
    assert all(debet[agb, vorige] == -bedrag for agb, vorige, bedrag in credit)


def test_een_301_noemt_alle_lopende_toewijzingen_bij_die_aanbieder(geschreven: Geschreven) -> None:
    schrijver = Schrijver(geschreven.wereld)
    stukken = [s for s in geschreven.wereld.post if s.soort == "301"]
    meer = [s for s in stukken if len(schrijver.actueel(s)) > 1]
    assert meer
    for stuk in meer:
        namen = [toewijzing.nummer for toewijzing, _ in schrijver.actueel(stuk)]
        assert len(set(namen)) == len(namen)
        assert stuk.toewijzing is not None
        assert stuk.toewijzing.nummer in namen


def test_alleen_de_nieuwe_toewijzing_noemt_haar_verzoek(berichten: list[Bericht]) -> None:
    for bericht in berichten:
        if bericht.soort == "JW301" and bericht.release == "3.2":
            producten = bericht.inhoud["Client"]["ToegewezenProducten"]["ToegewezenProduct"]
            assert len([p for p in producten if "ReferentieAanbieder" in p]) <= 1


def test_een_retour_hoort_bij_een_verstuurd_bericht(berichten: list[Bericht]) -> None:
    heen = {"JW302": "JW301", "JW306": "JW305", "JW308": "JW307", "JW316": "JW315"}
    verstuurd = {
        (b.soort, b.inhoud["Header"]["BerichtIdentificatie"]["Identificatie"])
        for b in berichten
        if b.soort in heen.values()
    }
    retouren = [b for b in berichten if b.soort in heen]
    assert len(retouren) > 20
    for retour in retouren:
        kop = retour.inhoud["Header"]
        identificatie = kop["BerichtIdentificatie"]["Identificatie"]
        assert (heen[retour.soort], identificatie) in verstuurd
        assert kop["IdentificatieRetour"] != identificatie
