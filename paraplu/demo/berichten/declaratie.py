"""Money: 323 and 325 from the period of 2021 on, 303 and 304 before (CS100, P63)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from paraplu.demo.berichten.delen import (
    CODES,
    XSD,
    Inhoud,
    bedrag,
    begin_kop,
    client,
    codes,
    periode,
    totaal,
)
from paraplu.demo.wereld.begrippen import Declaratie, Kind, Regel
from paraplu.demo.wereld.dagen import eerste_dag, laatste_dag


def som(regels: Iterable[Regel]) -> int:
    """The amount asked for, credit negative (TR358)."""
    return sum(regel.bedrag for regel in regels)


def toegekend_bedrag(regel: Regel) -> int:
    """What this line is granted, once its declaration is."""
    if regel.afgewezen:
        return 0
    return regel.bedrag if regel.toegekend is None else regel.toegekend


def per_kind(regels: list[Regel]) -> list[tuple[Kind, list[Regel]]]:
    """The lines of each child together, what is taken back first (OP366)."""
    op_volgorde = sorted(regels, key=lambda r: (r.toewijzing.kind.nummer, r.vorige is None))
    return [
        (eigen[0].toewijzing.kind, eigen)
        for _, groep in groupby(op_volgorde, key=lambda r: r.toewijzing.kind.nummer)
        for eigen in [list(groep)]
    ]


def declaratie_323(declaratie: Declaratie, identificatie: str) -> Inhoud:
    """The declaration of one provider to one gemeente over one month."""
    kop = begin_kop(
        "323",
        "3.2",
        declaratie.gemeente,
        declaratie.aanbieder.agb,
        identificatie=identificatie,
        dagtekening=declaratie.dag,
    )
    clienten = [
        {"Bsn": kind.bsn, "Prestaties": {"Prestatie": [_prestatie(regel) for regel in regels]}}
        for kind, regels in per_kind(declaratie.regels)
    ]
    return {
        "Header": kop,
        "Declaratie": {
            "DeclaratieNummer": declaratie.nummer,
            "DeclaratiePeriode": _maand(declaratie),
            "DeclaratieDagtekening": declaratie.dag.isoformat(),
            "TotaalIngediendBedrag": totaal(som(declaratie.regels)),
            "Clienten": {"Client": clienten},
        },
    }


def _maand(declaratie: Declaratie) -> Inhoud:
    return periode(eerste_dag(declaratie.maand), laatste_dag(declaratie.maand))


def _referentie(regel: Regel) -> Inhoud:
    referentie = {"ReferentieNummer": regel.referentie}
    if regel.vorige:
        referentie["VorigReferentieNummer"] = regel.vorige
    return referentie


def _prestatie(regel: Regel) -> Inhoud:
    product = regel.toewijzing.product
    return {
        "ProductReferentie": _referentie(regel),
        "ToewijzingNummer": str(regel.toewijzing.nummer),
        "ProductCategorie": product.categorie,
        "ProductCode": product.code,
        "ProductPeriode": periode(regel.begin, regel.einde),
        "GeleverdVolume": str(regel.volume),
        "Eenheid": product.eenheid,
        "ProductTarief": str(regel.tarief),
        "IngediendBedrag": bedrag(regel.bedrag),
    }


def antwoord_325(declaratie: Declaratie, identificatie: str, identificatie_323: str) -> Inhoud:
    """The answer: only what is refused stands in it (IV087, P52)."""
    assert declaratie.antwoord_op is not None
    kop = begin_kop(
        "325",
        "3.2",
        declaratie.gemeente,
        declaratie.aanbieder.agb,
        identificatie=identificatie,
        dagtekening=declaratie.antwoord_op,
    )
    kop["DeclaratieIdentificatie"] = {
        "Identificatie": identificatie_323,
        "Dagtekening": declaratie.dag.isoformat(),
    }
    kop["XsdVersieDeclaratie"] = XSD
    kop["RetourCodes"] = codes("0001" if declaratie.afgekeurd == "0001" else "0200")
    if declaratie.afgekeurd == "0001":
        return {"Header": kop}
    return {"Header": kop, "DeclaratieAntwoord": _oordeel(declaratie)}


def _oordeel(declaratie: Declaratie) -> Inhoud:
    afgewezen = [regel for regel in declaratie.regels if regel.afgewezen]
    goed = 0 if declaratie.afgekeurd else som(r for r in declaratie.regels if not r.afgewezen)
    code = declaratie.afgekeurd or ("0200" if afgewezen else "8001")
    uit: Inhoud = {
        "DeclaratieNummer": declaratie.nummer,
        "TotaalIngediendBedrag": totaal(som(declaratie.regels)),
        "TotaalToegekendBedrag": totaal(goed),
        "RetourCodes": codes(code),
    }
    if afgewezen and not declaratie.afgekeurd:
        uit["Clienten"] = {
            "Client": [
                {
                    "Bsn": kind.bsn,
                    "Prestaties": {
                        "Prestatie": [
                            {**_prestatie(regel), "RetourCodes": codes(regel.afgewezen or "")}
                            for regel in regels
                        ]
                    },
                    "RetourCodes": codes("0200"),
                }
                for kind, regels in per_kind(afgewezen)
            ]
        }
    return uit


def _kop_2_3(declaratie: Declaratie, soort: str) -> Inhoud:
    return {
        "BerichtCode": CODES[soort],
        "BerichtVersie": "2",
        "BerichtSubversie": "3",
        "Gemeente": declaratie.gemeente,
        "Aanbieder": declaratie.aanbieder.agb,
        "BetalingAanID": "02",
        "DeclaratieFactuurIdentificatie": {
            "DeclaratiePeriode": _maand(declaratie),
            "DeclarantFactuurNummer": declaratie.nummer,
            "FactuurDagtekening": declaratie.dag.isoformat(),
            "ValutaCode": "EUR",
        },
    }


def declaratie_303(declaratie: Declaratie) -> Inhoud:
    """The declaration in the older release."""
    kop = _kop_2_3(declaratie, "303")
    kop["DeclaratieFactuurBedragen"] = {
        "DeclaratieFactuurTotaalBedrag": totaal(som(declaratie.regels))
    }
    return {"Header": kop, "Clienten": {"Client": _clienten_2_3(declaratie, met_antwoord=False)}}


def antwoord_304(declaratie: Declaratie, identificatie: str) -> Inhoud:
    """The answer of the older release: every line with what is granted."""
    assert declaratie.antwoord_op is not None
    kop = _kop_2_3(declaratie, "304")
    toegekend = sum(toegekend_bedrag(regel) for regel in declaratie.regels)
    kop["RetourHeader"] = {
        "GemeenteReferentieNummer": identificatie,
        "RetourDagtekening": declaratie.antwoord_op.isoformat(),
    }
    kop["RetourBedragen"] = {
        "IngediendTotaalBedrag": totaal(som(declaratie.regels)),
        "ToegekendTotaalBedrag": totaal(0 if declaratie.afgekeurd else toegekend),
    }
    kop["RetourCodes"] = codes(declaratie.afgekeurd or "0200")
    if declaratie.afgekeurd:
        return {"Header": kop}
    return {"Header": kop, "Clienten": {"Client": _clienten_2_3(declaratie, met_antwoord=True)}}


def _clienten_2_3(declaratie: Declaratie, *, met_antwoord: bool) -> list[Inhoud]:
    return [
        {
            **client(kind),
            "Prestaties": {
                "Prestatie": [_prestatie_2_3(regel, met_antwoord=met_antwoord) for regel in regels]
            },
        }
        for kind, regels in per_kind(declaratie.regels)
    ]


def _prestatie_2_3(regel: Regel, *, met_antwoord: bool) -> Inhoud:
    product = regel.toewijzing.product
    uit: Inhoud = {
        "BeschikkingNummer": str(regel.toewijzing.beschikking),
        "ProductCategorie": product.categorie,
        "ProductCode": product.code,
        "ProductPeriode": periode(regel.begin, regel.einde),
        "IngediendeBedragPrestatie": {
            "GeleverdVolume": str(regel.volume),
            "Eenheid": product.eenheid,
            "ProductTarief": str(regel.tarief),
            "BerekendBedrag": bedrag(regel.bedrag),
            "DeclaratieFactuurBedrag": bedrag(regel.bedrag),
        },
        "ProductReferentie": _referentie(regel),
    }
    if not regel.toewijzing.zonder_nummer:
        uit["ToewijzingNummer"] = str(regel.toewijzing.nummer)
    if met_antwoord:
        uit["ToegekendeBedragPrestatie"] = {
            "GemeenteBerekendBedrag": bedrag(toegekend_bedrag(regel)),
            "ToegekendBedrag": bedrag(toegekend_bedrag(regel)),
        }
        if regel.afgewezen:
            uit["RetourCodes"] = codes(regel.afgewezen)
    return uit
