"""Break a message in the ways that software and people do; the verdict may stay the same."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from lxml import etree

XSI = "http://www.w3.org/2001/XMLSchema-instance"
#: Texts at the edges of the types: some are right for some elements.
WAARDEN = [
    *("", " ", "\n", "\t x", "a\nb", "a\rb", "\u00a0", "\u2003", ".", "...", "x", "é", "😀"),
    *(
        "0",
        "-0",
        "+5",
        "007",
        "-1",
        "1.0",
        "1,5",
        "1e3",
        " 12 ",
        "\u0661",
        "9" * 8,
        "9" * 30,
        "0" * 40 + "5",
        "1" * 5000,
    ),
    *("100000", "100000000", "1000000000", "1000000000000", "99999", "9999"),
    *("2020-02-30", "2020-02-29", "2021-02-29", "2020-01-01Z", "2020-01-01+01:00", " 2020-01-01 "),
    *(
        "12020-01-01",
        "02020-01-01",
        "0000-01-01",
        "-2020-01-01",
        "2020-1-1",
        "2020-13-01",
        "20200101",
    ),
    *("1900-02-29", "2000-02-29", "2020-00-10", "2020-01-00", "2020-01-32", "+2020-01-01"),
    *(
        "24:00:00",
        "24:00:01",
        "12:60:00",
        "12:00:60",
        "12:00",
        "12:00:00.5",
        "12:00:00Z",
        "12:00:00+01:00",
    ),
    *(
        "0363",
        "363",
        "03630",
        "12345678",
        "98000001",
        "00000000",
        "999900006",
        "99990000",
        "9999000066",
    ),
    *(
        "01",
        "1",
        "2",
        "3",
        "C",
        "D",
        "d",
        "NL",
        "47",
        "4711",
        "EUR",
        "0200",
        "1.0.0",
        "1.0",
        "01.0.0",
    ),
    *(
        "436",
        "432",
        "450",
        "490",
        "x" * 4,
        "x" * 12,
        "x" * 13,
        "x" * 20,
        "x" * 21,
        "x" * 36,
        "x" * 200,
    ),
    *("x" * 201, "x" * 5000, " " * 12, "NL123456789B01", "Ab1", "A.B.", "A B", "ỳÀ"),
]

Breuk = Callable[[Any, Random], None]


def breek(inhoud: bytes, rng: Random, *, hoogstens: int = 3) -> bytes:
    """The message after one to three changes."""
    wortel = etree.fromstring(inhoud, etree.XMLParser(remove_blank_text=True))
    for _ in range(rng.randint(1, hoogstens)):
        rng.choice(BREUKEN)(wortel, rng)
    return etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _kies(wortel: Any, rng: Random, *, bladeren: bool | None = None) -> Any:
    """Any element below the root; only leaves, or only classes, when asked and there are some."""
    alle = list(wortel.iterdescendants("*"))
    if bladeren is not None:
        alle = [knoop for knoop in alle if (len(knoop) == 0) == bladeren] or alle
    return rng.choice(alle) if alle else wortel


def _waarde(wortel: Any, rng: Random) -> None:
    _kies(wortel, rng, bladeren=True).text = rng.choice(WAARDEN)


def _haal_weg(wortel: Any, rng: Random) -> None:
    knoop = _kies(wortel, rng)
    if knoop is not wortel:
        knoop.getparent().remove(knoop)


def _verdubbel(wortel: Any, rng: Random) -> None:
    knoop = _kies(wortel, rng)
    if knoop is not wortel:
        knoop.addnext(etree.fromstring(etree.tostring(knoop, with_tail=False)))


def _verplaats(wortel: Any, rng: Random) -> None:
    klasse = _kies(wortel, rng, bladeren=False)
    if len(klasse) > 1:
        klasse.insert(rng.randrange(len(klasse)), rng.choice(list(klasse)))


def _hussel(wortel: Any, rng: Random) -> None:
    klasse = _kies(wortel, rng, bladeren=False)
    kinderen = list(klasse)
    rng.shuffle(kinderen)
    for kind in kinderen:
        klasse.append(kind)


def _andere_naam(wortel: Any, rng: Random) -> None:
    knoop = _kies(wortel, rng)
    namespace, haakje, naam = knoop.tag.rpartition("}")
    knoop.tag = namespace + haakje + rng.choice([naam.lower(), "Bsn", "Vreemd", naam + "X"])


def _andere_namespace(wortel: Any, rng: Random) -> None:
    knoop, ander = _kies(wortel, rng), _kies(wortel, rng)
    namespace = rng.choice(["".join(ander.tag.rpartition("}")[:2]), "{urn:vreemd}", ""])
    knoop.tag = namespace + knoop.tag.rpartition("}")[2]


def _tekst_tussen(wortel: Any, rng: Random) -> None:
    _kies(wortel, rng).tail = rng.choice([" ", "los", "\n\n", "."])


def _element_in_blad(wortel: Any, rng: Random) -> None:
    blad = _kies(wortel, rng, bladeren=True)
    etree.SubElement(blad, blad.tag).text = blad.text


def _attribuut(wortel: Any, rng: Random) -> None:
    knoop = rng.choice([wortel, _kies(wortel, rng)])
    naam = rng.choice(["type", f"{{{XSI}}}nil", f"{{{XSI}}}schemaLocation", f"{{{XSI}}}type"])
    knoop.set(naam, rng.choice(["true", "false", "xs:string", "urn:a b.xsd"]))


BREUKEN: list[Breuk] = [
    *[_waarde] * 6,
    _haal_weg,
    _verdubbel,
    _verplaats,
    _hussel,
    _andere_naam,
    _andere_namespace,
    _tekst_tussen,
    _element_in_blad,
    _attribuut,
]
