"""Intake of a declaration (323), from file to Delta, against other ways to read the same file.

`.venv/bin/python bench/inname_323.py [regels] [rondes]`
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(WORTEL), str(WORTEL / "bench")]

from gegevens import BASIS, schrijf_323  # noqa: E402
from meten import machine, meet_rondes  # noqa: E402

BERICHT = "http://www.istandaarden.nl/ijw/3_2/jw323/schema"
#: The day it is taken in: after its date, and it keeps every rule.
OP = date(2024, 1, 1)
#: `xsdata` and `xmlschema` get this part of the lines: they would take minutes.
TRAAG = 20


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

    ontvangst = neem_in([Path(pad)], op=OP, brenger="meting")
    return ontvangst.total("regels")


def paraplu_lezen(pad: str) -> int:
    """Only the reader: check, and lines as record batches."""
    from paraplu.berichten.stroom import Slot, lees_stroom  # noqa: PLC0415

    with Path(pad).open("rb") as bron:
        return next(
            s.regels for s in lees_stroom(bron, bestand="x", vandaag=OP) if isinstance(s, Slot)
        )


def lxml_kaal(pad: str) -> int:
    """(a) Bare iterparse: reach for the same fields of each line, check nothing, keep nothing."""
    from lxml import etree  # noqa: PLC0415

    velden = [f"{{{BERICHT}}}{naam}" for naam in ("ToewijzingNummer", "ProductCategorie")]
    velden += [f"{{{BERICHT}}}{naam}" for naam in ("ProductCode", "GeleverdVolume", "Eenheid")]
    velden += [f"{{{BERICHT}}}ProductTarief"]
    velden += [f"{{{BASIS}}}{naam}" for naam in ("ReferentieNummer", "VorigReferentieNummer")]
    velden += [
        f"{{{BASIS}}}{naam}" for naam in ("Begindatum", "Einddatum", "Bedrag", "DebetCredit")
    ]
    regels = 0
    for _, client in etree.iterparse(pad, events=("end",), tag=f"{{{BERICHT}}}Client"):
        bsn = client[0].text
        for prestatie in client[1]:
            teksten = {blad.tag: blad.text for blad in prestatie.iter()}
            rij = (bsn, *map(teksten.get, velden))
            regels += len(rij) > 0
        client.clear()
        while client.getprevious() is not None:
            del client.getparent()[0]
    return regels


def xsdata(pad: str) -> int:
    """(b) xsdata: objects of data classes, no schema check."""
    from model_323 import Bericht  # noqa: PLC0415
    from xsdata.formats.dataclass.parsers import XmlParser  # noqa: PLC0415
    from xsdata.formats.dataclass.parsers.handlers import LxmlEventHandler  # noqa: PLC0415

    bericht = XmlParser(handler=LxmlEventHandler).parse(pad, Bericht)
    return sum(len(client.prestaties[0].prestatie) for client in bericht.declaratie.clienten.client)


def xmlschema(pad: str) -> int:
    """(c) xmlschema: checked against the schema and made into dicts, in pure Python."""
    import xmlschema as module  # noqa: PLC0415

    schema = module.XMLSchema(str(Path(pad).with_name("jw323.xsd")))
    bericht: Any = schema.to_dict(pad)
    declaratie = next(deel for naam, deel in bericht.items() if naam.endswith("Declaratie"))
    clienten = next(deel for naam, deel in declaratie.items() if naam.endswith("Clienten"))
    return sum(
        len(prestaties)
        for client in next(iter(clienten.values()))
        for naam, houder in client.items()
        if naam.endswith("Prestaties")
        for prestaties in houder.values()
    )


def limiet_xmllint(pad: str) -> int:
    """The limit: libxml2 checks the stream against the schema and gives nothing."""
    schema = str(Path(pad).with_name("jw323.xsd"))
    subprocess.run(
        ["xmllint", "--huge", "--noout", "--stream", "--schema", schema, pad],
        check=True,
        capture_output=True,
    )
    return 0


def limiet_lxml(pad: str) -> int:
    """The same limit through lxml: a target that ignores every event, with the schema."""
    from lxml import etree  # noqa: PLC0415

    class Niets:
        def close(self) -> int:
            return 0

    schema = etree.XMLSchema(etree.parse(str(Path(pad).with_name("jw323.xsd"))))
    lezer: Any = etree.XMLParser(target=Niets(), schema=schema, huge_tree=True)
    with Path(pad).open("rb") as bron:
        while blok := bron.read(1 << 22):
            lezer.feed(blok)
    lezer.close()
    assert not len(lezer.feed_error_log)
    return 0


WEGEN: dict[str, Callable[[str], int]] = {
    "paraplu: bestand tot Delta": paraplu_inname,
    "paraplu: alleen lezen": paraplu_lezen,
    "a. lxml.iterparse, kaal": lxml_kaal,
    "b. xsdata": xsdata,
    "c. xmlschema": xmlschema,
    "limiet: xmllint --stream --schema": limiet_xmllint,
    "limiet: lxml-doelparser met schema": limiet_lxml,
}


def schrijf_schema(map_: Path) -> None:
    """The schema that Paraplu makes from its tables, for the ways that need a file."""
    from paraplu.berichten import standaard  # noqa: PLC0415
    from paraplu.berichten.schema import basisschema_tekst, schema_tekst  # noqa: PLC0415

    soort = standaard.release("3.2").berichtsoorten["JW323"]
    (map_ / "jw323.xsd").write_bytes(schema_tekst(soort))
    (map_ / "basisschema.xsd").write_bytes(basisschema_tekst(soort))


def main(regels: int = 150_000, rondes: int = 3) -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        schrijf_schema(map_)
        groot = schrijf_323(map_ / "groot.xml", regels)
        klein = schrijf_323(map_ / "klein.xml", regels // TRAAG)
        traag = ("b. xsdata", "c. xmlschema")
        wegen = {weg: [str(klein if weg in traag else groot)] for weg in WEGEN}
        if not shutil.which("xmllint"):
            del wegen["limiet: xmllint --stream --schema"]
        metingen = meet_rondes("inname_323", wegen, rondes)
        mb = {weg: Path(pad).stat().st_size / 1e6 for weg, [pad] in wegen.items()}
    snelheid = {weg: mb[weg] / meting.seconden for weg, meting in metingen.items()}
    eigen = snelheid["paraplu: bestand tot Delta"]
    print(
        f"{machine()}; {regels:,} regels, {mb['paraplu: alleen lezen']:.0f} MB; {rondes} rondes\n"
    )
    print(
        "| weg | MB/s (processortijd, één kern) | 1.000 regels/s | piek MB | inname t.o.v. deze weg |"
    )
    print("|---|---|---|---|---|")
    for weg, meting in metingen.items():
        per_regel = mb["paraplu: alleen lezen"] / regels
        print(
            f"| {weg} | {snelheid[weg]:.1f} | {snelheid[weg] / per_regel / 1000:.1f} "
            f"| {meting.geheugen:.0f} | {eigen / snelheid[weg]:.2f} |"
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
