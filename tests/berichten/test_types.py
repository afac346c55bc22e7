"""Elk enkelvoudig type keurt elke tekst zoals het type van de standaard zelf: alle randen, alle codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from paraplu.berichten import standaard
from paraplu.berichten.schema import basisschema_tekst
from paraplu.berichten.standaard import Datatype, Element
from paraplu.berichten.waarde import keur
from tests.berichten.breek import WAARDEN

NAMESPACE = "urn:toets"


def _van(element: Element):
    if element.type is not None:
        yield next(element.type.lagen())
    for kind in element.kinderen:
        yield from _van(kind)


@cache
def types(release: str) -> dict[str, Datatype]:
    soorten = standaard.release(release).berichtsoorten.values()
    return {datatype.naam: datatype for soort in soorten for datatype in _van(soort.wortel)}


@cache
def codes() -> tuple[str, ...]:
    """Every code of every list, whichever list it is from."""
    return tuple(
        sorted(
            {
                code
                for release in ("3.2", "2.3")
                for een in types(release).values()
                for code in een.codes
            }
        )
    )


def teksten(datatype: Datatype) -> set[str]:
    """Texts at and around every edge of the type."""
    uit = {*WAARDEN, *codes()}
    for grens in (datatype.minimum, datatype.maximum):
        if grens is not None and datatype.basis == "getal":
            uit |= {str(grens + verschil) for verschil in (-1, 0, 1)}
        elif grens is not None:
            uit |= {teken * lengte for teken in "x0" for lengte in range(grens - 1, grens + 2)}
    return {tekst.replace("\r", "") for tekst in uit}


def toetser(basisschema: Path, release: str, namen: Iterable[str]) -> Callable[[str, str], bool]:
    """Judges a text by a type of this base schema."""
    namespace = f"{standaard.release(release).namespace}/basisschema/schema"
    elementen = "".join(f'<xs:element name="{naam}" type="b:{naam}"/>' for naam in namen)
    schema = etree.XMLSchema(
        etree.fromstring(
            f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="{namespace}" '
            f'targetNamespace="{NAMESPACE}"><xs:import namespace="{namespace}" '
            f'schemaLocation="{basisschema.as_uri()}"/>{elementen}</xs:schema>'
        )
    )

    def oordeel(naam: str, tekst: str) -> bool:
        knoop = etree.Element(f"{{{NAMESPACE}}}{naam}")
        knoop.text = tekst
        return schema.validate(knoop)

    return oordeel


@pytest.mark.parametrize("release", ["3.2", "2.3"])
def test_elk_type_keurt_zoals_de_standaard(shared: Path, release: str):
    basisschema = shared / "ijw" / f"xsd-{release}" / "basisschema.xsd"
    oordeel = toetser(basisschema, release, types(release))

    assert len(types(release)) > 55
    for datatype in types(release).values():
        for tekst in teksten(datatype):
            goed = keur(datatype, tekst) is None
            assert goed == oordeel(datatype.naam, tekst), (datatype.naam, tekst)


@pytest.mark.parametrize("naam", ["JW301", "JW303", "JW307", "JW323", "JW319"])
@pytest.mark.parametrize("release", ["3.2", "2.3"])
def test_elk_type_keurt_zoals_het_schema_dat_wij_maken(tmp_path: Path, release: str, naam: str):
    soort = standaard.release(release).berichtsoorten.get(naam)
    if soort is None:
        assert (release, naam) in {("3.2", "JW303"), ("2.3", "JW323"), ("2.3", "JW319")}
        return
    eigen = {datatype.naam: datatype for datatype in _van(soort.wortel)}
    (tmp_path / "basisschema.xsd").write_bytes(basisschema_tekst(soort))
    oordeel = toetser(tmp_path / "basisschema.xsd", release, eigen)

    for datatype in eigen.values():
        for tekst in teksten(datatype):
            goed = keur(datatype, tekst) is None
            assert goed == oordeel(datatype.naam, tekst), (datatype.naam, tekst)
