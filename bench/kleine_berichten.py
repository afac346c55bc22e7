"""Many small messages (301, 305, 307) in one zip, against bare lxml reading the same fields.

`.venv/bin/python bench/kleine_berichten.py [berichten] [rondes]`
"""

from __future__ import annotations

import sys
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

WORTEL = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(WORTEL), str(WORTEL / "bench")]

from gegevens import BSNS, PRODUCTEN  # noqa: E402
from meten import machine, meet_rondes  # noqa: E402

REGEL = {"jw301": "ToegewezenProduct", "jw305": "StartProduct", "jw307": "StopProduct"}
#: The day they are taken in: after their date, and they keep every rule.
OP = date(2024, 3, 1)


def bereid_voor(weg: str) -> None:
    """Import what a way needs, outside the measured time."""
    if weg.startswith("paraplu"):
        import paraplu.inname.actions  # noqa: PLC0415
        import paraplu.monitor.opslag  # noqa: F401, PLC0415
    else:
        import lxml.etree  # noqa: F401, PLC0415


def paraplu_inname(pad: str) -> int:
    """Everything: keep encrypted, check, pseudonyms, to the tables."""
    from paraplu.inname.actions import neem_in  # noqa: PLC0415

    return neem_in([Path(pad)], op=OP, brenger="meting").total("nieuw")


def paraplu_lezen(pad: str) -> int:
    """Only the reader: check, and lines as rows."""
    from paraplu.berichten.bestanden import Bestand, open_bestanden  # noqa: PLC0415
    from paraplu.berichten.stroom import Deel, lees_stroom, maak_batch  # noqa: PLC0415

    berichten, rijen = 0, {}
    for bestand in open_bestanden(Path(pad)):
        assert isinstance(bestand, Bestand)
        with bestand.open() as bron:
            for stuk in lees_stroom(bron, bestand=bestand.naam, vandaag=OP):
                if isinstance(stuk, Deel):
                    rijen.setdefault(stuk.tabel, []).extend(stuk.rijen)
        berichten += 1
    for tabel, regels in rijen.items():
        maak_batch(tabel, regels)
    return berichten


def lxml_kaal(pad: str) -> int:
    """Bare lxml: a tree per message and the same fields from it; no check, nothing kept."""
    from lxml import etree  # noqa: PLC0415

    berichten = 0
    with zipfile.ZipFile(pad) as archief:
        for naam in archief.namelist():
            wortel = etree.fromstring(archief.read(naam))
            eigen = wortel.tag.removesuffix("Bericht")
            kop = {blad.tag: blad.text for blad in wortel[0].iter()}
            client = wortel[1]
            bsn, geboren = client[0].text, client[1][0].text
            soort = wortel.prefix
            regels = [
                (bsn, geboren, {blad.tag: blad.text for blad in regel.iter()})
                for regel in client.iter(eigen + REGEL[soort])
            ]
            berichten += len(kop) > 0 and len(regels) > 0
    return berichten


WEGEN: dict[str, Callable[[str], int]] = {
    "paraplu: zip tot Delta": paraplu_inname,
    "paraplu: alleen lezen": paraplu_lezen,
    "lxml, kaal": lxml_kaal,
}


def schrijf_zip(pad: Path, berichten: int) -> Path:
    """A zip with this many messages, a third of each kind, one or two products each."""
    rng = Random(2)
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archief:
        for nummer in range(berichten):
            soort = ("jw301", "jw305", "jw307")[nummer % 3]
            archief.writestr(f"{soort}/{nummer}.xml", _bericht(soort, nummer, rng))
    return pad


def _bericht(soort: str, nummer: int, rng: Random) -> bytes:
    """One message through the writer of the product."""
    from paraplu.berichten import Bericht, schrijf  # noqa: PLC0415

    code, gemeente = {"jw301": "436", "jw305": "438", "jw307": "440"}[soort], "0202"
    agb = f"{65650000 + nummer % 200:08}"
    van, naar = (gemeente, agb) if soort == "jw301" else (agb, gemeente)
    kop = {
        "BerichtCode": code,
        "BerichtVersie": "3",
        "BerichtSubversie": "2",
        "Afzender": van,
        "Ontvanger": naar,
        "BerichtIdentificatie": {"Identificatie": f"M{nummer}", "Dagtekening": "2024-02-06"},
        "XsdVersie": {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"},
    }
    naam = {"Geslachtsnaam": {"Achternaam": "Proefkind", "Voorvoegsel": "van"}, "Voornamen": "Bo"}
    client = {
        "Bsn": rng.choice(BSNS),
        "Geboortedatum": {"Datum": f"20{rng.randint(10, 20)}-0{rng.randint(1, 9)}-11"},
        "Geslacht": "2",
        "Naam": naam | ({"NaamGebruik": "1"} if soort == "jw301" else {}),
    }
    regels = [_regel(soort, rng, *een) for een in rng.sample(PRODUCTEN, rng.randint(1, 2))]
    if soort == "jw301":
        adres = {"Huis": {"Huisnummer": "1"}, "Postcode": "6811AB", "LandCode": "NL"}
        client["Contactgegevens"] = {"Contact": [{"Soort": "01", "Adres": adres}]}
        client["ToegewezenProducten"] = {"ToegewezenProduct": regels}
    elif soort == "jw305":
        client["StartProducten"] = {"StartProduct": regels}
    else:
        client["StopProducten"] = {"StopProduct": regels}
    return schrijf(Bericht(soort.upper(), "3.2", {"Header": kop, "Client": client}))


def _regel(soort: str, rng: Random, categorie: str, code: str) -> dict[str, object]:
    begin = date(2023, 1, 1) + timedelta(days=rng.randrange(300))
    regel: dict[str, object] = {
        "ToewijzingNummer": str(rng.randrange(1, 10**7)),
        "Product": {"Categorie": categorie, "Code": code},
    }
    if soort == "jw301":
        return regel | {
            "Toewijzingsdatum": str(begin),
            "Toewijzingstijd": "10:11:12",
            "Ingangsdatum": str(begin),
            "Einddatum": str(begin + timedelta(days=365)),
            "Omvang": {"Volume": "4", "Eenheid": "04", "Frequentie": "2"},
        }
    regel |= {"ToewijzingIngangsdatum": str(begin), "Begindatum": str(begin)}
    if soort == "jw307":
        regel |= {"RedenBeeindiging": "31", "Einddatum": str(begin + timedelta(days=90))}
    return regel | {"StatusAanlevering": "1"}


def main(berichten: int = 100_000, rondes: int = 2) -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        pad = schrijf_zip(Path(tijdelijk) / "klein.zip", berichten)
        print(f"{machine()}; {berichten:,} berichten, zip {pad.stat().st_size / 1e6:.0f} MB\n")
        metingen = meet_rondes("kleine_berichten", {weg: [str(pad)] for weg in WEGEN}, rondes)
    kaal = metingen["lxml, kaal"].seconden
    print("| weg | berichten/s (processortijd, één kern) | piek MB | t.o.v. lxml |")
    print("|---|---|---|---|")
    for weg, meting in metingen.items():
        assert meting.aantal == berichten, weg
        per_seconde = berichten / meting.seconden
        print(
            f"| {weg} | {per_seconde:,.0f} | {meting.geheugen:.0f} | {kaal / meting.seconden:.2f} |"
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
