"""The state as rows: one set of values for the table and for JSON. Never a BSN, never a name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from paraplu.berichten.verloop.bewaking import Bewaking
from paraplu.berichten.verloop.declaratie import Declaratie
from paraplu.berichten.verloop.levering import Levering
from paraplu.berichten.verloop.toewijzing import Toewijzing
from paraplu.berichten.verloop.verloop import Verloop
from paraplu.berichten.verloop.verzoek import AAN_ZET, Verzoek
from paraplu.berichten.verloop.zinnen import Afwijking
from paraplu.termijnen.weergave import als_waarden

Rij = dict[str, Any]


def rijen_verzoek(verloop: Verloop) -> list[Rij]:
    """One row per request."""
    return [_verzoek(een) for een in verloop.verzoeken]


def _verzoek(een: Verzoek) -> Rij:
    return {
        "gemeente": een.gemeente,
        "aanbieder": een.aanbieder,
        "referentie": een.referentie,
        "bericht": een.soort,
        "kind": een.kind,
        "verzonden": _dag(een.verzonden.dagtekening if een.verzonden else None),
        "stand": een.stand,
        "beslist": _dag(een.beslist_op),
        "reden": een.reden,
        "andere_gemeente": een.woonplaats_gemeente,
        "mag_volgen": _samen(een.mag_volgen),
        "aan_zet": AAN_ZET[een.stand],
    }


def rijen_toewijzing(verloop: Verloop) -> list[Rij]:
    """One row per allocation with the delivery on it, and one per delivery without an allocation."""
    leveringen = {(een.sleutel.gemeente, een.sleutel.nummer): een for een in verloop.leveringen}
    rijen = [
        {**_toewijzing(een), **_levering(leveringen.get((een.gemeente, een.nummer)))}
        for een in verloop.toewijzingen
    ]
    bekend = {(een.gemeente, een.nummer) for een in verloop.toewijzingen}
    for een in verloop.leveringen:
        if een.sleutel.nummer is None or (een.sleutel.gemeente, een.sleutel.nummer) not in bekend:
            rijen.append({**_zonder_toewijzing(een), **_levering(een)})
    return rijen


def _toewijzing(een: Toewijzing) -> Rij:
    return {
        "gemeente": een.gemeente,
        "aanbieder": een.geldt.kop.aanbieder,
        "nummer": een.nummer,
        "kind": een.geldt.kind,
        "product": _product(een.geldt.product.categorie, een.geldt.product.code),
        "ingang": _dag(een.geldt.ingangsdatum),
        "einde": _dag(een.geldt.einddatum),
        "toewijzing": een.stand,
        "wijziging": een.versies[-1][1],
    }


def _zonder_toewijzing(een: Levering) -> Rij:
    product = een.sleutel.product
    return {
        "gemeente": een.sleutel.gemeente,
        "aanbieder": een.aanbieder,
        "nummer": een.sleutel.nummer,
        "kind": een.kind,
        "product": _product(product.categorie, product.code),
        "ingang": None,
        "einde": None,
        "toewijzing": "niet gezien",
        "wijziging": "",
    }


def _levering(een: Levering | None) -> Rij:
    return {
        "levering": een.stand if een else "",
        "gestart": _dag(een.begindatum if een else None),
        "gestopt": _dag(een.einddatum if een else None),
        "mag_volgen": _samen(een.mag_volgen) if een else "",
        "aan_zet": een.aan_zet if een else "niemand",
    }


def rijen_declaratie(verloop: Verloop) -> list[Rij]:
    """One row per declaration, amounts in euros."""
    return [_declaratie(een) for een in verloop.declaraties]


def _declaratie(een: Declaratie) -> Rij:
    standen = [regel.stand for regel in een.regels]
    return {
        "gemeente": een.kop.gemeente,
        "aanbieder": een.kop.aanbieder,
        "declaratie": een.nummer,
        "maand": een.periode_begin.isoformat()[:7],
        "stand": een.stand,
        "regels": len(een.regels),
        "afgewezen": standen.count("afgewezen"),
        "gecrediteerd": standen.count("gecrediteerd"),
        "ingediend": _euro(een.ingediend),
        "toegekend": _euro(een.toegekend),
        "mag_volgen": _samen(een.mag_volgen),
        "aan_zet": een.aan_zet,
    }


def rijen_termijn(bewakingen: Sequence[Bewaking], op: date, *, bon: bool = False) -> list[Rij]:
    """One row per term, the first to end first; with `bon` also every day of it."""
    geordend = sorted(bewakingen, key=lambda een: (een.termijn.uiterste_datum, een.waarop))
    return [_termijn(een, op, bon=bon) for een in geordend]


def _termijn(een: Bewaking, op: date, *, bon: bool) -> Rij:
    rij = {
        "regel": een.regel,
        "waarop": een.waarop,
        "wie": een.wie,
        "partij": een.partij,
        "termijn": str(een.termijn.duur),
        "vanaf": _dag(een.termijn.vanaf),
        "uiterlijk": _dag(een.termijn.uiterste_datum),
        "gedaan": _dag(een.gedaan_op),
        "stand": een.stand(op),
    }
    return {**rij, "bon": als_waarden(een.termijn)} if bon else rij


def rijen_afwijking(verloop: Verloop) -> list[Rij]:
    """One row per message that may not follow, with what it is about."""
    delen: list[tuple[str, Sequence[Afwijking]]] = [
        *((f"verzoek {een.referentie}", een.afwijkingen) for een in verloop.verzoeken),
        *((f"toewijzing {een.nummer}", een.afwijkingen) for een in verloop.toewijzingen),
        *((_naam_levering(een), een.afwijkingen) for een in verloop.leveringen),
        *((f"declaratie {een.nummer}", een.afwijkingen) for een in verloop.declaraties),
        ("", verloop.afwijkingen),
    ]
    return [
        {
            "bericht": str(een.kop) if een.kop else "",
            "dagtekening": _dag(een.kop.dagtekening if een.kop else None),
            "over": over,
            "regel": een.regel,
            "waarom": een.tekst,
        }
        for over, afwijkingen in delen
        for een in afwijkingen
    ]


def _naam_levering(een: Levering) -> str:
    nummer = een.sleutel.nummer
    return "levering zonder nummer" if nummer is None else f"levering op {nummer}"


def _dag(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def _samen(stappen: Sequence[str]) -> str:
    return ", ".join(stappen)


def _product(categorie: str, code: str) -> str:
    return " ".join(deel for deel in (categorie, code) if deel)


def _euro(centen: int | None) -> str | None:
    if centen is None:
        return None
    teken = "-" if centen < 0 else ""
    return f"{teken}{abs(centen) // 100}.{abs(centen) % 100:02}"
