"""From bytes to a tree, safely: UTF-8 only, no DTD, no entities, no network, bounded depth."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from paraplu.berichten import codes, standaard
from paraplu.berichten.bevinding import Bevinding, Weigert
from paraplu.berichten.plaats import Bron
from paraplu.berichten.regelnummers import Regelnummers
from paraplu.berichten.standaard import Berichtsoort
from paraplu.berichten.vreemd import WEBPAGINA, is_webpagina, wat_is_dit

BOM = codecs.BOM_UTF8
#: A message of 50 MB has fewer than two million elements; each takes a few hundred bytes of memory.
HOOGSTENS_ELEMENTEN = 2_500_000
#: Beginnings that betray another encoding, the longest first.
_BEGIN = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
    (b"<\x00", "UTF-16"),
    (b"\x00<", "UTF-16"),
    (b"\x00\x00\x00<", "UTF-32"),
)
_ENCODING = re.compile(rb"""^<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_NAMESPACE = re.compile(r"http://www\.istandaarden\.nl/([a-z]{1,8})/([0-9]{1,2}_[0-9]{1,2})/")
_STANDAARDEN = {"ijw": "iJW", "iwmo": "iWmo", "iwlz": "iWlz", "ieb": "iEb", "ipgb": "iPgb"}
#: Beginnings of namespaces of other messages that go between the same parties.
_ANDERE = {
    "http://www.egem.nl/StUF/sector/bg/": "StUF-BG, over personen en adressen",
    "http://www.egem.nl/StUF/sector/zkn/": "StUF-ZKN, over zaken",
    "http://www.egem.nl/StUF/": "StUF",
    "http://www.stufstandaarden.nl/": "StUF",
    "http://bkwi.nl/SuwiML/": "Suwinet",
}

#: XML_ERR_RESOURCE_LIMIT of libxml2.
_GRENS = 114
#: What libxml2 calls the faults that people make, as we say it.
_SYNTAX = {
    4: ("Het bestand is leeg of begint niet met XML.", "Lever het bericht aan als XML-bestand."),
    5: ("Na het einde van het bericht staat nog iets.", "Eén bestand bevat precies één bericht."),
    9: ("Hier staat een teken dat niet in XML mag.", "Haal het besturingsteken weg."),
    26: ("Hier staat een &-code die XML niet kent.", "Schrijf het teken zelf, in UTF-8."),
    76: ("Een element is niet goed afgesloten.", "Zet bij elk begin het bijbehorende einde."),
    77: ("Het bestand houdt te vroeg op.", "Lever het hele bestand opnieuw aan."),
    201: ("Hier staat een prefix zonder namespace.", "Geef de prefix een xmlns in Bericht."),
}


class Onleesbaar(Exception):
    """The file is no message that we can read; `bevinding` says why."""

    def __init__(self, bevinding: Bevinding) -> None:
        super().__init__(bevinding.tekst)
        self.bevinding = bevinding


@dataclass(frozen=True)
class Boom:
    """A message that is well-formed and of a known kind."""

    wortel: Any
    bron: Bron

    @property
    def soort(self) -> Berichtsoort:
        """Its kind of message, from the namespace of the root."""
        return self.bron.soort


def maak_parser() -> etree.XMLParser:
    """A parser that fetches nothing, expands nothing and stops at the default limits of libxml2."""
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def lees_boom(inhoud: bytes, *, bestand: str) -> Boom:
    """The tree of one message; raises Onleesbaar with the finding when there is none."""
    keur_begin(inhoud, bestand=bestand)
    _keur_utf8(inhoud, bestand)
    _keur_aantal(inhoud, bestand)
    try:
        wortel = etree.fromstring(inhoud, maak_parser())
    except etree.XMLSyntaxError as fout:
        raise Onleesbaar(_syntaxfout(fout, bestand)) from None
    soort = herken_wortel(wortel.tag, bestand=bestand)
    regel_van = Regelnummers(inhoud, wortel)
    return Boom(wortel, Bron(bestand=bestand, soort=soort, regel_van=regel_van))


def keur_begin(begin: bytes, *, bestand: str) -> None:
    """Refuse what is no XML, another encoding and a DOCTYPE; `begin` is the file or its first block."""
    for kenmerk, naam in _BEGIN:
        if begin.startswith(kenmerk):
            raise Onleesbaar(_codering(bestand, naam))
    if is_webpagina(begin):
        raise Onleesbaar(_bevinding(bestand, codes.GEEN_XML, *WEBPAGINA, regel=1))
    if (vreemd := wat_is_dit(begin)) is not None:
        tekst = f"Het bestand begint niet met XML: {vreemd.tekst}"
        raise Onleesbaar(_bevinding(bestand, codes.GEEN_XML, tekst, vreemd.remedie, regel=1))
    begin = begin.removeprefix(BOM)
    gevonden = _ENCODING.match(begin)
    if gevonden and gevonden[1].lower() != b"utf-8":
        raise Onleesbaar(_codering(bestand, _bekende_codering(gevonden[1].decode("ascii"))))
    if heeft_doctype(begin):
        raise Onleesbaar(
            _bevinding(
                bestand,
                codes.DOCTYPE,
                "Het bestand heeft een DOCTYPE. Dat is niet veilig en hoort niet in een bericht.",
                "Haal de DOCTYPE en de entiteiten weg.",
            )
        )


def bom_bevinding(inhoud: bytes, *, bestand: str) -> tuple[Bevinding, ...]:
    """OP192: a byte order mark is accepted, but reported."""
    if not inhoud.startswith(BOM):
        return ()
    return (
        _bevinding(
            bestand,
            codes.BESTAND_VORM,
            "Het bestand begint met een byte order mark (BOM). Volgens iJW mag die er niet staan.",
            "Sla het bestand op als UTF-8 zonder BOM.",
            regel=1,
            weigert="",
        ),
    )


def herken_wortel(tag: str, *, bestand: str) -> Berichtsoort:
    """The kind of message with this root element; raises Onleesbaar when we do not know it."""
    namespace, _, naam = tag.removeprefix("{").rpartition("}")
    soort = standaard.herken(namespace)
    if soort is not None and naam == soort.wortel.naam:
        return soort
    raise Onleesbaar(
        _bevinding(
            bestand,
            codes.ONBEKEND_BERICHT,
            _wat_het_is(namespace, bekend=soort is not None),
            f"Paraplu leest iJW-berichten van release {', '.join(standaard.releases())}.",
            regel=1,
        )
    )


def _wat_het_is(namespace: str, *, bekend: bool) -> str:
    if bekend:
        return "Het bericht begint niet met het element Bericht."
    gevonden = _NAMESPACE.match(namespace)
    standaardnaam = _STANDAARDEN.get(gevonden[1]) if gevonden else None
    if gevonden is None or standaardnaam is None:
        for begin, naam in _ANDERE.items():
            if namespace.startswith(begin):
                return f"Dit is een ander soort bericht ({naam}), geen iJW-bericht."
        return "Dit is geen iJW-bericht: de namespace van het eerste element is onbekend."
    release = gevonden[2].replace("_", ".")
    return f"Dit is een bericht van {standaardnaam} {release}, van een soort die wij niet lezen."


def _keur_utf8(inhoud: bytes, bestand: str) -> None:
    try:
        inhoud.decode("utf-8")
    except UnicodeDecodeError as fout:
        lijkt = _lijkt(inhoud, fout.start)
        raise Onleesbaar(
            _bevinding(
                bestand,
                codes.BESTAND_VORM,
                f"Op deze regel staat een teken dat geen UTF-8 is.{lijkt}",
                "Sla het bestand op als UTF-8 zonder BOM.",
                regel=inhoud.count(b"\n", 0, fout.start) + 1,
            )
        ) from None


#: A letter with an accent, or a quote or dash as Windows writes it, between ordinary characters.
_LOS_TEKEN = re.compile(rb"[\x00-\x7f]([\x80-\xff])[\x00-\x7f]", re.DOTALL)


def _lijkt(inhoud: bytes, plek: int) -> str:
    """A guess at the encoding, from the bytes around the first that is wrong."""
    gevonden = _LOS_TEKEN.match(inhoud, max(plek - 1, 0))
    if gevonden is None or gevonden[1] in b"\x81\x8d\x8f\x90\x9d":
        return ""
    naam = "Windows-1252" if gevonden[1] < b"\xa0" else "Windows-1252 of ISO-8859-1"
    return f" De tekencodering lijkt {naam}."


def _keur_aantal(inhoud: bytes, bestand: str) -> None:
    if inhoud.count(b"<") - inhoud.count(b"</") <= HOOGSTENS_ELEMENTEN:
        return
    raise Onleesbaar(
        _bevinding(
            bestand,
            codes.TE_GROOT,
            f"Het bestand heeft meer dan {HOOGSTENS_ELEMENTEN} elementen.",
            "Verdeel de gegevens over meer berichten.",
        )
    )


def heeft_doctype(begin: bytes) -> bool:
    """Whether a DOCTYPE stands before the first element; comments there do not count."""
    plek = 0
    while True:
        plek = begin.find(b"<", plek)
        if begin.startswith(b"<!--", plek):
            einde = b"-->"
        elif begin.startswith(b"<?", plek):
            einde = b"?>"
        else:
            return begin[plek : plek + 9].upper() == b"<!DOCTYPE"
        plek = begin.find(einde, plek)
        if plek < 0:
            return False


def _bekende_codering(naam: str) -> str:
    try:
        return codecs.lookup(naam).name.upper()
    except LookupError:
        return "een onbekende codering"


def _codering(bestand: str, naam: str) -> Bevinding:
    return _bevinding(
        bestand,
        codes.BESTAND_VORM,
        f"De tekencodering van het bestand is {naam}. iJW vraagt UTF-8.",
        "Sla het bestand op als UTF-8 zonder BOM.",
        regel=1,
    )


def _syntaxfout(fout: etree.XMLSyntaxError, bestand: str) -> Bevinding:
    regel = fout.lineno or 0
    soort = getattr(fout, "code", 0)
    if soort == _GRENS or "xcessive depth" in (fout.msg or ""):
        return _grens(fout, bestand, regel)
    tekst, remedie = _SYNTAX.get(
        soort, ("Het bestand is geen goede XML.", "Laat de software het bericht nieuw maken.")
    )
    return _bevinding(bestand, codes.GEEN_XML, tekst, remedie, regel=regel)


def _grens(fout: etree.XMLSyntaxError, bestand: str, regel: int) -> Bevinding:
    if "depth" in (fout.msg or ""):
        tekst = "De elementen zitten te diep in elkaar. Dat komt in geen enkel bericht voor."
        return _bevinding(
            bestand, codes.TE_DIEP, tekst, "Lever het oorspronkelijke bericht aan.", regel=regel
        )
    tekst = "Een stuk tekst in dit bestand is te groot om veilig te lezen."
    return _bevinding(
        bestand, codes.TE_GROOT, tekst, "Lever het oorspronkelijke bericht aan.", regel=regel
    )


def _bevinding(
    bestand: str,
    code: str,
    tekst: str,
    remedie: str,
    *,
    regel: int = 0,
    weigert: Weigert = "bericht",
) -> Bevinding:
    return Bevinding(
        bestand=bestand,
        regel=regel,
        pad="",
        code=code,
        tekst=tekst,
        remedie=remedie,
        weigert=weigert,
    )
