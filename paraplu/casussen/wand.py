"""The tables of this room behind the second wall: who sees which row, one line per table."""

from __future__ import annotations

from typing import Final

from paraplu.web.wand.beleid import Beleid, among, through

from .rechten import ALLE_DOCUMENTEN

#: As `casussen_for`.
CASUSSEN: Final = "wand_casussen(NULL)"
#: Of the roles that see every document; break-glass goes with each role (`documenten_for`).
ZIET_ALLE: Final = f"wand_casussen('{{{','.join(sorted(ALLE_DOCUMENTEN))}}}')"


def of_casus(tabel: str, kolom: str = "casus_id") -> Beleid:
    """Rows of a case: for who may open the case. The engine reads all steps of a case."""
    return Beleid(tabel, among(kolom, CASUSSEN))


def of_parent(tabel: str, kolom: str, ouder: str) -> Beleid:
    """Rows that belong to a row: for who may see that row."""
    return Beleid(tabel, through(tabel, kolom, ouder))


BELEID: Final = (
    of_casus("casussen_casus", "id"),
    of_casus("casussen_casusstap"),
    of_casus("casussen_deelname"),
    of_casus("casussen_gebeurtenis"),
    of_casus("casussen_overdracht"),
    of_parent("casussen_staprol", "stap_id", "casussen_casusstap"),
    of_parent("casussen_opschorting", "stap_id", "casussen_casusstap"),
    of_parent("casussen_waarschuwing", "stap_id", "casussen_casusstap"),
    of_parent("casussen_herberekening", "stap_id", "casussen_casusstap"),
    # As `documenten_for`; who wrote a document has seen it.
    Beleid(
        "casussen_document",
        f"{among('casus_id', ZIET_ALLE)} OR ({among('casus_id', CASUSSEN)} AND ("
        f"{among('door_id', 'wand_mensen()')} OR {among('id', 'wand_documenten(false)')}))",
    ),
    of_parent("casussen_afschrift", "document_id", "casussen_document"),
    Beleid("casussen_concept", "gebruiker_id = (SELECT wand_gebruiker())"),
    # A case names its family by number: the row is there for who sees the case, the people are not.
    Beleid("casussen_gezin", among("id", "wand_gezinnen(true)")),
    Beleid("casussen_regie", among("gezin_id", "wand_gezinnen(true)")),
    Beleid("casussen_einde", among("gezin_id", "wand_gezinnen(false)")),
    Beleid(
        "casussen_persoon",
        f"{among('gezin_id', 'wand_gezinnen(false)')} OR {among('id', 'wand_kinderen()')}",
    ),
    Beleid(
        "casussen_maatregel",
        through("casussen_maatregel", "persoon_id", "casussen_persoon")
        + " OR "
        + through("casussen_maatregel", "id", "casussen_casus", sleutel="maatregel_id"),
    ),
    of_parent("casussen_beschermer", "maatregel_id", "casussen_maatregel"),
    of_parent("casussen_contactpersoon", "maatregel_id", "casussen_maatregel"),
    Beleid(
        "casussen_dubbelmelding",
        through("casussen_dubbelmelding", "persoon_id", "casussen_persoon")
        + " OR "
        + through("casussen_dubbelmelding", "bekend_als_id", "casussen_persoon"),
    ),
    # Who looked may see that they looked; who takes part in the case reviews it.
    Beleid(
        "casussen_noodtoegang",
        f"{among('medewerker_id', 'wand_mensen()')} OR {among('casus_id', CASUSSEN)}",
    ),
)
