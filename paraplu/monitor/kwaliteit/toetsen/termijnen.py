"""Messages that came too late or are still due; the terms themselves stand in `monitor.wachten`."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.kwaliteit.bron import Bron
from paraplu.monitor.kwaliteit.controle import controle
from paraplu.monitor.kwaliteit.vorm import als_bevinding
from paraplu.monitor.wachten.wachten import TE_LAAT, TE_LAAT_OPEN


def _te_laat(bron: Bron, *soorten: str) -> Table:
    """The waits of these kinds that are over, as findings of whoever must send."""
    wachten = bron.wachten.filter(
        _.soort.isin(list(soorten)), _.stand.isin([TE_LAAT, TE_LAAT_OPEN])
    )
    samen = wachten.left_join(bron.meldregels, ["bericht", "volgnummer"]).select(
        *wachten.columns, "sleutel", "kind", "productcategorie", "productcode"
    )
    nummer = samen.volgnummer.cast("string")
    over = samen.werkdagen_over.cast("string") + " werkdagen te laat"
    return als_bevinding(
        samen,
        # One line may begin two terms of a kind: a start and a second start on one allocation.
        rij=samen.soort + "|" + samen.bericht + "|" + nummer + "|" + samen.ankerdag.cast("string"),
        dag=samen.ankerdag,
        wat=ibis.ifelse(samen.stand == TE_LAAT, over, over + ", nog niet gekomen"),
        bij="verzender",
        schuift=samen.stand == TE_LAAT_OPEN,
    )


@controle(
    "K12",
    over_berichten=True,
    titel="Retourbericht te laat",
    advies="Wie het bericht kreeg, stuurt het retourbericht.",
    herstelt=("gemeente", "aanbieder"),
    haak="bericht",
    bron="iJw 3.2, OP090: binnen 3 werkdagen",
)
def retour_te_laat(bron: Bron) -> Table:
    """Op een bericht (301, 305, 307, 315, 317 of 319) kwam het retourbericht na meer dan drie werkdagen,
    of het is er nog niet. Een cijfer verandert niet: een bericht zonder retour telt mee.
    """
    return _te_laat(bron, "OP090")


@controle(
    "K13",
    over_berichten=True,
    titel="Startbericht te laat",
    advies="De aanbieder stuurt het startbericht (305).",
    herstelt=("aanbieder",),
    haak="toewijzing",
    bron="iJw 3.2, OP271: binnen 5 werkdagen",
    buigt={
        (
            "V2a",
            "V2b",
            "V2c",
            "V3",
        ): "Zolang het startbericht er niet is, telt de maatregel niet mee.",
        ("V4", "V5"): "Zolang het startbericht er niet is, telt de maatregel niet mee.",
        ("V6",): "Zolang het startbericht er niet is, staat de hulp als ‘nog niet gestart’.",
    },
    mist="geen startbericht",
)
def start_te_laat(bron: Bron) -> Table:
    """Het startbericht kwam meer dan vijf werkdagen na de start, of na de toewijzing als die later
    kwam. Of het is er nog niet, terwijl de toewijzing met terugwerkende kracht inging.
    """
    return _te_laat(bron, "OP271")


@controle(
    "K14",
    over_berichten=True,
    titel="Stopbericht te laat",
    advies="De aanbieder stuurt het stopbericht (307).",
    herstelt=("aanbieder",),
    haak="toewijzing",
    bron="iJw 3.2, OP272: binnen 5 werkdagen",
    buigt={
        (
            "V2b",
            "V2c",
            "V3",
        ): "Zolang het stopbericht er niet is, loopt de maatregel in de cijfers door.",
    },
)
def stop_te_laat(bron: Bron) -> Table:
    """Het stopbericht kwam meer dan vijf werkdagen na het einde van de zorg, of het is er nog niet
    terwijl de toewijzing voorbij is.
    """
    return _te_laat(bron, "OP272")


@controle(
    "K15",
    over_berichten=True,
    titel="Antwoord op een verzoek te laat",
    advies="De gemeente antwoordt met een toewijzing (301) of een afwijzing (319).",
    herstelt=("gemeente",),
    haak="bericht",
    bron="iJw 3.2, OP274, OP346 en OP359: binnen 5 werkdagen, na onderzoek binnen 8 weken",
)
def verzoek_te_laat(bron: Bron) -> Table:
    """Op een verzoek (315 of 317) kwam het antwoord na meer dan vijf werkdagen, de einduitslag na meer
    dan acht weken, of een afwijzing op de woonplaats na meer dan twee weken; of het is er nog niet.
    """
    return _te_laat(bron, "OP274", "OP274-onderzoek", "OP346", "OP346-onderzoek", "OP359")


@controle(
    "K16",
    over_berichten=True,
    titel="Antwoord op een declaratie te laat",
    advies="De gemeente stuurt het antwoord (325).",
    herstelt=("gemeente",),
    haak="bericht",
    bron="iJw 3.2, OP090x4: binnen 10 werkdagen",
    buigt={
        ("V1", "V1a", "V1b", "V6b"): "Wat nog niet is beantwoord, telt niet mee.",
    },
    mist="nog niet beantwoord",
)
def declaratie_te_laat_beantwoord(bron: Bron) -> Table:
    """Op een declaratie (323) kwam het antwoord na meer dan tien werkdagen, of het is er nog niet."""
    return _te_laat(bron, "OP090x4")
