"""XML Schema generated from our tables of the standard (docs/decisions/0002)."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from paraplu.berichten.standaard import Berichtsoort, Datatype, Element

XS = "http://www.w3.org/2001/XMLSchema"
BASIS = {"tekst": "xs:string", "getal": "xs:integer", "datum": "xs:date", "tijd": "xs:time"}

#: Bytes that are validated before looking whether something was wrong.
BLOK = 1 << 16

_X = ElementMaker(namespace=XS, nsmap={"xs": XS})


@cache
def maak_schema(soort: Berichtsoort) -> etree.XMLSchema:
    """The compiled schema of this kind of message, compiled once per process."""
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Basisschema(soort))
    return etree.XMLSchema(etree.parse(BytesIO(schema_tekst(soort)), parser))


def voldoet(wortel: Any, soort: Berichtsoort) -> bool:
    """Whether the tree is valid, stopping soon after its first fault.

    Validating a tree in lxml writes the path of every fault, which counts all elements before it:
    a file of a few MB with many faults takes minutes. A parser without a tree has no paths.
    """
    parser = etree.XMLParser(
        target=_Zwijger(),  # type: ignore[arg-type]
        schema=maak_schema(soort),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
    )
    tekst = etree.tostring(wortel, encoding="UTF-8")
    for begin in range(0, len(tekst), BLOK):
        parser.feed(tekst[begin : begin + BLOK])
        if len(parser.feed_error_log):
            return False
    parser.close()
    return not len(parser.feed_error_log)


class _Zwijger:
    """A target that keeps nothing."""

    def close(self) -> None:
        """The end of the document."""


def schema_tekst(soort: Berichtsoort) -> bytes:
    """The schema of the message itself; it imports `basisschema.xsd` (`basisschema_tekst`)."""
    return _schrijf(
        _schema(
            soort.namespace,
            {"b": soort.basisnamespace},
            _X("import", namespace=soort.basisnamespace, schemaLocation="basisschema.xsd"),
            _element(soort.wortel, eigen_aantal=False),
        )
    )


def basisschema_tekst(soort: Berichtsoort) -> bytes:
    """The schema with the simple and composed types that this kind of message uses."""
    enkel: dict[str, Any] = {}
    samen: dict[str, Any] = {}
    _verzamel(soort.wortel, enkel, samen)
    delen = [*(enkel[naam] for naam in sorted(enkel)), *(samen[naam] for naam in sorted(samen))]
    return _schrijf(_schema(soort.basisnamespace, {"b": soort.basisnamespace}, *delen))


class _Basisschema(etree.Resolver):
    """Answers every import with our own base schema: nothing is fetched."""

    def __init__(self, soort: Berichtsoort) -> None:
        self.tekst = basisschema_tekst(soort)

    def resolve(self, system_url: Any, public_id: Any, context: Any) -> Any:  # type: ignore[override]
        return self.resolve_string(self.tekst, context, base_url=None)


def _schema(namespace: str, prefixen: dict[str, str], *delen: Any) -> Any:
    maker = ElementMaker(namespace=XS, nsmap={"xs": XS, **prefixen})
    return maker("schema", *delen, targetNamespace=namespace, elementFormDefault="qualified")


def _schrijf(schema: Any) -> bytes:
    return etree.tostring(schema, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _element(element: Element, *, eigen_aantal: bool = True) -> Any:
    attributen = {"name": element.naam}
    if eigen_aantal:
        attributen["minOccurs"] = str(element.minimum)
        attributen["maxOccurs"] = "unbounded" if element.maximum is None else str(element.maximum)
    if element.samengesteld:
        return _X("element", attributen | {"type": f"b:{element.samengesteld}"})
    if element.type is None:
        return _X("element", _X("complexType", _reeks(element)), attributen)
    if element.type.beperkt is None:
        return _X("element", attributen | {"type": f"b:{element.type.naam}"})
    return _X("element", _enkel(element.type, f"b:{element.type.naam}"), attributen)


def _reeks(element: Element) -> Any:
    return _X("sequence", *(_element(kind) for kind in element.kinderen))


def _enkel(datatype: Datatype, basis: str) -> Any:
    """The simple type: the facets of this layer on top of `basis`."""
    grenzen = (
        ("minInclusive", "maxInclusive")
        if datatype.basis == "getal"
        else ("minLength", "maxLength")
    )
    facetten = [
        (grenzen[0], datatype.minimum),
        (grenzen[1], datatype.maximum),
        ("pattern", datatype.patroon),
        *(("enumeration", code) for code in datatype.codes),
    ]
    delen = [_X(naam, value=str(waarde)) for naam, waarde in facetten if waarde is not None]
    return _X("simpleType", _X("restriction", *delen, base=basis))


def _verzamel(element: Element, enkel: dict[str, Any], samen: dict[str, Any]) -> None:
    if element.type is not None:
        datatype = next(iter(element.type.lagen()))
        if datatype.naam not in enkel:
            enkel[datatype.naam] = _enkel(datatype, BASIS[datatype.basis])
            enkel[datatype.naam].set("name", datatype.naam)
    if element.samengesteld and element.samengesteld not in samen:
        samen[element.samengesteld] = _X("complexType", _reeks(element), name=element.samengesteld)
    for kind in element.kinderen:
        _verzamel(kind, enkel, samen)
