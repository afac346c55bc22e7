"""Op willekeurige berichten met willekeurige fouten: elk antwoord is geldig en zegt wat erin ging."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from functools import cache, partial
from io import BytesIO
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from paraplu.berichten import Bericht, controleer, lees, schrijf, standaard
from paraplu.berichten.antwoord import (
    GeenAntwoord,
    Oordeel,
    antwoord,
    lees_antwoord,
    maak_antwoorden,
)
from paraplu.berichten.bestanden import Bestand
from paraplu.berichten.schema import maak_schema
from tests.berichten.antwoord.post import OP
from tests.berichten.breek import breek
from tests.berichten.maak import ALLE_SOORTEN, maak_bericht

RETOUR = {"JW301", "JW305", "JW307", "JW315", "JW317", "JW319"}
HEEN = [soort for soort in ALLE_SOORTEN if soort.naam in RETOUR]
DECLARATIES = [soort for soort in ALLE_SOORTEN if soort.naam == "JW323"]
#: Classes that have codes of their own in a retour, of all kinds and releases.
DRAGERS = {
    "Header",
    "Client",
    "Relatie",
    "Contact",
    "Beschikking",
    "Beperking",
    "BeperkingScore",
    "ToegewezenProduct",
    "StartProduct",
    "StopProduct",
    "AangevraagdProduct",
    "Verzoek",
    "OngewijzigdProduct",
    "TeWijzigenProduct",
    "NieuwProduct",
    "Antwoord",
    "Woonplaatsbeginsel",
    "Declaratie",
    "Prestatie",
}
#: Codes by the class of their rules, in 3.2; only of kinds that have that class.
CODES = {
    "Header": ["8848", "9056", "S300"],
    "ToegewezenProduct": ["9332", "9379", "9385", "S329"],
    "StartProduct": ["9019", "9063", "9071", "9074", "9326", "S329"],
    "StopProduct": ["9019", "9063", "9069", "9074", "9413", "9414", "9415"],
    "AangevraagdProduct": ["9347", "9374", "S329"],
    "Verzoek": ["9347", "9349", "9361", "9374"],
    "OngewijzigdProduct": ["9350"],
    "TeWijzigenProduct": ["9351", "9357", "9373", "9375", "9411", "9412"],
    "NieuwProduct": ["S329"],
    "Antwoord": ["9355", "9359", "9360", "9365"],
    "Woonplaatsbeginsel": ["S300"],
    "Declaratie": ["8214", "9333"],
    "Prestatie": ["0611", "8017", "8021", "9307", "9321", "9338", "9346", "9390"],
}
CODES_PER_SOORT = {"JW317": {"Client": ["8187"]}, "JW323": {"Client": ["8187"]}}
NEUTRAAL = {"0200", "0233", "8001"}
GEVALLEN = settings(max_examples=120, deadline=None)


def klassen(inhoud: Any, pad: str = "") -> list[str]:
    """The paths of the classes that get codes, read from the message and the list above."""
    uit = []
    for naam, waarde in inhoud.items():
        rij = waarde if isinstance(waarde, list) else [waarde]
        for nummer, een in enumerate(rij, 1):
            if not isinstance(een, dict):
                continue
            hier = f"{pad}/{naam}".strip("/") + (f"[{nummer}]" if isinstance(waarde, list) else "")
            uit += [hier] if naam in DRAGERS else []
            uit += klassen(een, hier)
    return uit


def kies_oordelen(bericht: Bericht, rng: Random) -> list[Oordeel]:
    """A few codes at classes of this message; seldom at the header or the whole declaration.

    In 3.2 each code at a class of its own rules; in older releases any code that they have.
    """
    codes = {plek: codes_voor(bericht, plek) for plek in klassen(bericht.inhoud)}
    plekken = [plek for plek, eigen in codes.items() if eigen]
    for zelden in ("Header", "Declaratie"):
        if zelden in plekken and len(plekken) > 1 and rng.random() < 0.8:
            plekken.remove(zelden)
    gekozen = [rng.choice(plekken) for _ in range(rng.randint(0, 4))]
    return [Oordeel(pad=plek, code=rng.choice(codes[plek])) for plek in gekozen]


def codes_voor(bericht: Bericht, plek: str) -> list[str]:
    if bericht.release != "3.2":
        return sorted(set(standaard.codelijst(bericht.release, "WJ001")) - NEUTRAAL - {"0001"})
    naam = plek.rpartition("/")[2].partition("[")[0]
    return (CODES | CODES_PER_SOORT.get(bericht.soort, {})).get(naam, [])


def maak_sluitend(bericht: Bericht) -> Bericht:
    """The same declaration with the total of its own lines."""
    declaratie = bericht.inhoud["Declaratie"]
    som = sum(cent(regel) for regel in regels(declaratie))
    declaratie["TotaalIngediendBedrag"] = {
        "TotaalBedrag": str(abs(som)),
        "DebetCredit": "C" if som < 0 else "D",
    }
    return bericht


def regels(klasse: dict[str, Any]) -> list[dict[str, Any]]:
    clienten = klasse.get("Clienten", {}).get("Client", [])
    return [regel for client in clienten for regel in client["Prestaties"]["Prestatie"]]


def cent(regel: dict[str, Any]) -> int:
    bedrag = regel["IngediendBedrag"]
    return int(bedrag["Bedrag"]) * (-1 if bedrag["DebetCredit"] == "C" else 1)


def gevallen(soorten) -> st.SearchStrategy[tuple[Bericht, list[Oordeel]]]:
    def maak(soort, rng: Random) -> tuple[Bericht, list[Oordeel]]:
        bericht = maak_bericht(soort, rng)
        if soort.naam == "JW323":
            maak_sluitend(bericht)
        return bericht, kies_oordelen(bericht, rng)

    return st.builds(maak, st.sampled_from(soorten), st.randoms(use_true_random=True))


def maak(bericht: Bericht, oordelen: list[Oordeel]) -> Bericht:
    gemaakt = antwoord(bericht, oordelen, identificatie="A1", dagtekening=OP)
    assert isinstance(gemaakt, Bericht)
    return gemaakt


@given(gevallen(HEEN + DECLARATIES))
@GEVALLEN
def test_elk_antwoord_voldoet_aan_het_schema_en_komt_gelijk_terug(geval):
    gemaakt = maak(*geval)
    inhoud = schrijf(gemaakt)

    assert maak_schema(gemaakt.berichtsoort).validate(etree.fromstring(inhoud))
    assert lees(inhoud).bericht == gemaakt


#: Rules of the standard on answers themselves, written by others in `paraplu.berichten.regels`.
OP_ANTWOORDEN = {"IV028", "IV032", "IV087", "IV088", "OP065", "OP364", "TR342"}


@given(gevallen([soort for soort in HEEN + DECLARATIES if soort.release == "3.2"]))
@GEVALLEN
def test_elk_antwoord_houdt_de_regels_over_antwoorden(geval):
    gevonden = {een.code for een in controleer(schrijf(maak(*geval)))}

    assert gevonden & OP_ANTWOORDEN == set()


@cache
def van_de_standaard(map_: Path, release: str, soort: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(map_ / "ijw" / f"xsd-{release}" / f"{soort}.xsd"))


def test_elk_antwoord_is_ook_voor_de_standaard_geldig(shared: Path):
    gezien = Counter()
    rng = Random(20240306)
    soorten = [soort for soort in HEEN + DECLARATIES if soort.release in ("3.2", "2.3")]
    for nummer, soort in product(range(12), soorten):
        bericht = maak_bericht(soort, rng)
        if soort.naam == "JW323":
            maak_sluitend(bericht)
        in_header = [Oordeel(pad="Header", code="9056")]
        gemaakt = maak(bericht, kies_oordelen(bericht, rng) if nummer else in_header)
        officieel = van_de_standaard(shared, gemaakt.release, gemaakt.soort)
        assert officieel.validate(etree.fromstring(schrijf(gemaakt))), officieel.error_log
        gezien[gemaakt.soort, len(gemaakt.inhoud)] += 1

    assert len(gezien) == 14, "van elke soort een antwoord met en zonder klassen"


@given(gevallen(HEEN))
@GEVALLEN
def test_een_retour_zegt_terug_wat_erin_ging(geval):
    bericht, oordelen = geval
    verwacht = {(een.pad, een.code) for een in oordelen}
    if any(pad == "Header" for pad, _ in verwacht):
        verwacht = {(pad, code) for pad, code in verwacht if pad == "Header"}

    gelezen = lees_antwoord(maak(bericht, oordelen))

    assert {(een.pad, een.code) for een in gelezen.fouten} == verwacht
    assert gelezen.is_goedgekeurd == (not oordelen)


@given(gevallen(HEEN))
@GEVALLEN
def test_0233_staat_alleen_onder_een_klasse_met_een_fout(geval):
    bericht, oordelen = geval
    gelezen = lees_antwoord(maak(bericht, oordelen))
    fout = {een.pad for een in gelezen.fouten}

    if fout and "Header" not in fout:
        assert {een.pad for een in gelezen.oordelen} == set(klassen(bericht.inhoud))
    for een in gelezen.oordelen:
        onder_fout = any(een.pad.startswith(f"{pad}/") for pad in fout)
        if een.pad not in fout:
            assert een.code == ("0233" if onder_fout else "0200")


@given(gevallen(HEEN))
@GEVALLEN
def test_zonder_de_codes_is_een_retour_het_bericht_zelf(geval):
    bericht, oordelen = geval
    voor = deepcopy(bericht)
    gemaakt = maak(bericht, oordelen)

    kaal = zonder_codes(gemaakt.inhoud)
    header = {naam: kaal["Header"][naam] for naam in bericht.inhoud["Header"]}
    assert header | {"BerichtCode": ""} == bericht.inhoud["Header"] | {"BerichtCode": ""}
    if len(gemaakt.inhoud) > 1:
        assert kaal | {"Header": 0} == bericht.inhoud | {"Header": 0}
    assert bericht == voor


def zonder_codes(waarde: Any) -> Any:
    if isinstance(waarde, list):
        return [zonder_codes(een) for een in waarde]
    if isinstance(waarde, dict):
        return {n: zonder_codes(een) for n, een in waarde.items() if n != "RetourCodes"}
    return waarde


@given(gevallen(DECLARATIES))
@GEVALLEN
def test_een_325_telt_op_en_noemt_elke_afgewezen_regel(geval):
    bericht, oordelen = geval
    gemaakt = maak(bericht, oordelen)
    gelezen = lees_antwoord(gemaakt)
    paden = {een.pad for een in oordelen}

    if "Header" in paden:
        assert list(gemaakt.inhoud) == ["Header"]
        return
    declaratie = gemaakt.inhoud["DeclaratieAntwoord"]
    afgewezen = regels(declaratie)
    if "Declaratie" in paden:
        assert (gelezen.toegekend, afgewezen) == (0, [])
        return
    assert sum(map(cent, afgewezen)) == gelezen.ingediend - gelezen.toegekend
    assert zonder_codes(afgewezen) == naief_afgewezen(bericht, paden)
    assert declaratie["RetourCodes"]["RetourCode"] == ["0200" if afgewezen else "8001"]


def naief_afgewezen(bericht: Bericht, paden: set[str]) -> list[dict[str, Any]]:
    """The refused lines, straight from the sentences of IV087."""
    uit = []
    for c, client in enumerate(bericht.inhoud["Declaratie"]["Clienten"]["Client"], 1):
        for p, regel in enumerate(client["Prestaties"]["Prestatie"], 1):
            hier = f"Declaratie/Clienten/Client[{c}]"
            if hier in paden or f"{hier}/Prestaties/Prestatie[{p}]" in paden:
                uit.append(regel)
    return uit


def test_ook_een_gebroken_bericht_krijgt_een_geldig_antwoord_of_een_reden():
    gezien = Counter()
    for nummer in range(300):
        rng = Random(nummer)
        soort = rng.choice(HEEN + DECLARATIES)
        inhoud = breek(schrijf(maak_bericht(soort, rng)), rng)
        bestand = Bestand(naam="a.xml", open=partial(BytesIO, inhoud), bytes=len(inhoud))

        (een,) = maak_antwoorden([bestand], dagtekening=OP)

        if isinstance(een.uitkomst, GeenAntwoord):
            assert een.uitkomst.waarom == "niveau 1"
            assert any(bevinding.weigert for bevinding in een.bevindingen)
        else:
            schema = maak_schema(een.uitkomst.berichtsoort)
            assert schema.validate(etree.fromstring(een.inhoud))
        gezien[type(een.uitkomst)] += 1

    assert min(gezien[Bericht], gezien[GeenAntwoord]) > 20
