"""Regels over een declaratie geven langs elke weg dezelfde bevindingen, en kosten hem de snelle weg niet."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from paraplu.berichten import Bericht, codes, controleer, schrijf, standaard
from paraplu.berichten.regels import geheugen, keuring
from paraplu.berichten.regels.geheugen import Geheugen
from paraplu.berichten.stroom import declaratie, zeef
from paraplu.berichten.stroom import geheugen as stroomgeheugen
from paraplu.berichten.stroom.geheugen import Stroomgeheugen, hashes_van
from paraplu.berichten.stroom.indeling import indeling
from tests.berichten.declaraties import maak_323, prestaties, schrijf_323, tel_op
from tests.berichten.maak import BSNS
from tests.berichten.regels import voorbeeld
from tests.berichten.stroomwegen import WEGEN, lees


def _bedrag(centen: str, teken: str = "D") -> dict[str, str]:
    return {"Bedrag": centen, "DebetCredit": teken}


#: What software gets wrong in a line: each value is of the right form.
FOUTEN: dict[str, list[Any]] = {
    "ToewijzingNummer": ["201", "00201", "1201", "7"],
    "ProductCategorie": ["45", "47", "49"],
    "ProductCode": ["48A01", "45A04", "ZZ"],
    "ProductPeriode": [
        {"Begindatum": begin, "Einddatum": einde}
        for begin, einde in [
            ("2024-02-01", "2024-03-01"),
            ("2024-02-10", "2024-02-09"),
            ("2024-03-05", "2024-03-06"),
            ("2024-03-06", "2024-03-05"),
            ("2020-12-31", "2021-01-01"),
            ("2018-02-01", "2018-02-28"),
            ("2024-02-02", "2024-02-29"),
        ]
    ],
    "GeleverdVolume": ["0", "2", "00001", "1250", "99999999"],
    "Eenheid": ["01", "04", "83", "84"],
    "ProductTarief": ["0", "1251", "75000", "99999999", None],
    "IngediendBedrag": [
        _bedrag(centen, teken) for centen in ("0", "1", "1250", "2500") for teken in "DC"
    ],
    "ProductReferentie": [
        {"ReferentieNummer": "L0-0"},
        {"ReferentieNummer": "N1", "VorigReferentieNummer": "L0-1"},
        {"ReferentieNummer": "L1-1", "VorigReferentieNummer": "X"},
    ],
}
#: The same for what takes more fields than one.
SAMEN: list[dict[str, Any]] = [
    {"Eenheid": "04", "GeleverdVolume": "0", "IngediendBedrag": _bedrag("0")},
    {"Eenheid": "01", "GeleverdVolume": "37", "ProductTarief": "9999"}
    | {"IngediendBedrag": _bedrag("6166")},
    {"Eenheid": "01", "GeleverdVolume": "37", "ProductTarief": "167"}
    | {"IngediendBedrag": _bedrag("6200")},
    {
        "ProductReferentie": {"ReferentieNummer": "N2", "VorigReferentieNummer": "L4-1"},
        "IngediendBedrag": _bedrag("1250", "C"),
    },
    {
        "ProductReferentie": {"ReferentieNummer": "N3", "VorigReferentieNummer": "Y"},
        "IngediendBedrag": _bedrag("1250", "C"),
    },
]
#: The rules on the clients of a 323.
REGELS = {
    code
    for code, _ in zeef.zeven(
        standaard.release("3.2").berichtsoorten["JW323"], ("Declaratie", "Clienten", "Client")
    )
}


def bederf(rng: Random) -> Bericht:
    """A declaration with one to three faults in its lines or clients; its total is right or not."""
    bericht = maak_323(6, 2)
    regels = prestaties(bericht)
    for _ in range(rng.randint(1, 3)):
        veld = rng.choice([*FOUTEN, "Bsn", "samen"])
        if veld == "samen":
            rng.choice(regels).update(rng.choice(SAMEN))
            continue
        if veld == "Bsn":
            rng.choice(bericht.inhoud["Declaratie"]["Clienten"]["Client"])["Bsn"] = BSNS[0]
            continue
        for regel in rng.sample(regels, rng.choice([1, 1, 2])):
            waarde = rng.choice(FOUTEN[veld])
            if waarde is None:
                regel.pop(veld, None)
            else:
                regel[veld] = waarde
    return bericht if rng.random() < 0.2 else tel_op(bericht)


def vind(inhoud: bytes, weg: str) -> list[tuple[Any, ...]]:
    """The findings along this way."""
    return sorted((b.regel, b.code, b.pad, b.tekst) for b in lees(inhoud, weg).bevindingen)


@pytest.mark.parametrize("soort", ["JW323", "JW325"])
def test_elke_regel_op_een_client_heeft_een_zeef(soort):
    berichtsoort = standaard.release("3.2").berichtsoorten[soort]
    gevonden = zeef.zeven(berichtsoort, indeling(soort, "3.2").client)
    assert len(gevonden) > 8
    assert [code for code, een in gevonden if een is None] == []


def test_een_zeef_houdt_elk_stuk_tegen_dat_haar_regel_breekt(verdachte_codes):
    gebroken: Counter[str] = Counter()
    for zaad in range(200):
        inhoud = schrijf(bederf(Random(zaad)))
        breuken = {b.code for b in controleer(inhoud) if "Client[" in b.pad}
        assert breuken <= verdachte_codes(inhoud), zaad
        gebroken.update(breuken)
    # A rule that none of them breaks would prove nothing; a total stands outside the clients.
    assert set(gebroken) == REGELS - {"TR358"}


def test_een_stuk_dat_alle_regels_houdt_gaat_door_elke_zeef(verdachte_codes):
    assert verdachte_codes(schrijf_323(20, 3)) == set()


@pytest.fixture
def verdachte_codes(monkeypatch):
    """A function that gives the rules of which a sieve stops the clients of a message."""
    gevonden: set[str] = set()

    def keur_los(stuk, regels, omgeving):
        for code, een in regels:
            if np.any(een(zeef.Vondst(stuk, omgeving, Stroomgeheugen()))):
                gevonden.add(code)
        return False

    def lees_los(inhoud: bytes) -> set[str]:
        gevonden.clear()
        lees(inhoud, "snel")
        return set(gevonden)

    monkeypatch.setattr(declaratie, "is_verdacht", keur_los)
    return lees_los


def test_elke_fout_in_een_prestatie_wordt_langs_elke_weg_gevonden():
    for zaad in range(60):
        inhoud = schrijf(bederf(Random(zaad)))
        goed = vind(inhoud, "geheel")
        for weg in ("klein", "snel") if zaad % 7 else WEGEN:
            assert vind(inhoud, weg) == goed, (zaad, weg)


@pytest.mark.parametrize("weg", WEGEN)
def test_een_dubbele_sleutel_ver_na_de_eerste_heeft_de_plek_van_de_latere(weg):
    bericht = maak_323(40, 2)
    prestaties(bericht)[71]["ProductReferentie"] = {
        "ReferentieNummer": "N",
        "VorigReferentieNummer": "L3-1",
    }
    prestaties(bericht)[71]["IngediendBedrag"]["DebetCredit"] = "C"
    inhoud = schrijf(tel_op(bericht))
    [bevinding] = lees(inhoud, weg).bevindingen
    pad = "Declaratie/Clienten/Client[36]/Prestaties/Prestatie[2]/ProductReferentie"
    assert (bevinding.code, bevinding.pad) == ("TR316", f"{pad}/VorigReferentieNummer")
    assert b"L3-1" in inhoud.split(b"\n")[bevinding.regel - 1]
    assert bevinding.weigert == ""


@pytest.mark.parametrize("weg", WEGEN)
def test_een_fout_in_de_kop_van_de_declaratie_staat_langs_elke_weg_vast(weg):
    bericht = maak_323(30, 2)
    bericht.inhoud["Declaratie"]["DeclaratiePeriode"]["Begindatum"] = "2024-02-02"
    bericht.inhoud["Declaratie"]["TotaalIngediendBedrag"]["TotaalBedrag"] = "5"
    paden = {b.code: b.pad for b in lees(schrijf(bericht), weg).bevindingen}
    assert paden == {
        "CS340": "Declaratie/DeclaratiePeriode",
        "TR358": "Declaratie/TotaalIngediendBedrag",
    }


@pytest.mark.parametrize("weg", WEGEN)
def test_van_een_fout_die_steeds_terugkomt_wordt_de_rest_niet_genoemd(weg, monkeypatch):
    monkeypatch.setattr(geheugen, "HOOGSTENS_PER_REGEL", 7)
    monkeypatch.setattr(keuring, "HOOGSTENS_PER_REGEL", 7)
    inhoud = schrijf(tel_op(maak_323(30, 2, ProductCode="45A04")))
    gevonden = vind(inhoud, weg)
    assert Counter(code for _, code, *_ in gevonden) == {"TR381": 7, codes.TE_VEEL: 1}
    assert gevonden == vind(inhoud, "geheel")
    assert len(lees(inhoud, weg).rijen["declaratie"]) == 60


def test_wat_vol_is_kost_geen_zorg_meer(monkeypatch):
    monkeypatch.setattr(geheugen, "HOOGSTENS_PER_REGEL", 7)
    stukken: list[int] = []
    lees_boom = declaratie.Declaratielezer._lees_boom

    def tel(self, boom, lezer):
        stukken.append(1)
        return lees_boom(self, boom, lezer)

    monkeypatch.setattr(declaratie.Declaratielezer, "_lees_boom", tel)
    lees(schrijf_323(60, 2, ProductCode="45A04"), "kleine blokken")
    # 8 lines need care; each small piece has one client of two lines.
    assert len(stukken) == 4


@pytest.mark.parametrize("weg", WEGEN)
def test_een_dagtekening_na_vandaag_is_een_bevinding(weg):
    inhoud = schrijf_323(20, 2)
    assert not lees(inhoud, weg, vandaag=date(2024, 3, 5)).bevindingen
    [bevinding] = lees(inhoud, weg, vandaag=date(2024, 3, 4)).bevindingen
    assert bevinding.code == "TR135"


def test_een_antwoord_dat_alle_regels_houdt_gaat_de_snelle_weg(monkeypatch):
    monkeypatch.setattr(declaratie.Declaratielezer, "_lees_boom", _verboden)
    regels = [
        voorbeeld.antwoordprestatie(ProductReferentie={"ReferentieNummer": f"P{nummer}"})
        for nummer in range(8)
    ]
    clienten = [
        voorbeeld.antwoord_client(Bsn=bsn, prestaties=regels[plek : plek + 2])
        for plek, bsn in enumerate(BSNS[:4])
    ]
    antwoord = voorbeeld.declaratieantwoord(
        clienten=clienten,
        TotaalIngediendBedrag=voorbeeld.totaal(900000),
        TotaalToegekendBedrag=voorbeeld.totaal(100000),
        RetourCodes=voorbeeld.retourcodes("0200"),
    )
    lezing = lees(schrijf(antwoord), "snel")
    assert not lezing.bevindingen
    assert len(lezing.rijen["declaratieantwoord"]) == 8


def _verboden(*_):
    raise AssertionError("dit stuk ging de zorgvuldige weg")


def test_een_regel_zonder_zeef_gaat_de_zorgvuldige_weg(monkeypatch):
    monkeypatch.setattr(declaratie, "zeven", lambda *_: (("TR381", None),))
    monkeypatch.setattr(declaratie.Declaratielezer, "_lees_boom", _verboden)
    with pytest.raises(AssertionError, match="zorgvuldige weg"):
        lees(schrijf_323(4, 2), "snel")


def test_het_geheugen_van_de_stroom_kent_dezelfde_sleutels_als_dat_van_een_boom(monkeypatch):
    monkeypatch.setattr(stroomgeheugen, "LOS", 20)
    rng, gewoon, stroom = Random(4), Geheugen(), Stroomgeheugen()
    for _ in range(400):
        if rng.random() < 0.8:
            sleutel = str(rng.randrange(900))
            assert stroom.kent("a", sleutel) == gewoon.kent("a", sleutel)
            assert stroom.onthoud("a", sleutel) == gewoon.onthoud("a", sleutel)
        else:
            samen = [str(rng.randrange(900)) for _ in range(rng.randrange(4))]
            hashes = hashes_van(pa.array(samen, pa.string()))
            bekend = [gewoon.kent("a", een) for een in samen]
            assert stroom.kent_een("a", hashes) == any(bekend)
            stroom.onthoud_alle("a", np.unique(hashes))
            for een in samen:
                gewoon.onthoud("a", een)
    assert not stroom.kent("b", "1")
