"""The contact directory as a sheet: written as XLSX, read from XLSX or CSV, and what it would do (R28).

A sheet says of each line: what for, of which organisation, for which gemeente or region, and who. It is
laid beside the directory: a line that is there and the same is confirmed, one with other data is
changed, a new name is added. What is not on the sheet stays as it is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook, load_workbook

from paraplu.afspraken import gebieden
from paraplu.afspraken.blad import Bladfout, BladNotReadable, Bladrij, Kolom, lees_blad, lees_tekst
from paraplu.web.models import Gebruiker

from . import beheer, queries
from .dagen import GeenDagen, lees_dagen, toon_dagen
from .models import PER_GEMEENTE, PER_REGIO, Contact, ContactSoort, Organisatie

HOOGSTENS_RIJEN = 5000
#: Kinds of which an organisation has one per place: another name replaces who was there.
ENIG = frozenset({ContactSoort.LOKAAL_TEAM, ContactSoort.VERVANGER})
TOEVOEGEN, WIJZIGEN, BEVESTIGEN = "toevoegen", "wijzigen", "bevestigen"
GEGEVENS = ("naam", "functie", "telefoon", "e_mail", "dagen", "uren")


def _lees_soort(cel: str) -> str:
    if cel not in ContactSoort.values:
        raise ValueError("Deze soort kennen wij niet.")
    return cel


def _lees_gemeente(cel: str) -> str:
    code = cel.zfill(4)
    if gebieden.gemeente(code) is None:
        raise ValueError("Deze gemeente hoort niet bij een van de zeven regio's.")
    return code


def _lees_regio(cel: str) -> str:
    if gebieden.regio(cel.upper()) is None:
        raise ValueError("Deze regio kennen wij niet.")
    return cel.upper()


def _lees_dagen(cel: str) -> str:
    try:
        return lees_dagen(cel)
    except GeenDagen:
        raise ValueError("Dit zijn geen dagen van de week.") from None


def _lees_mail(cel: str) -> str:
    if cel.count("@") != 1 or " " in cel or "." not in cel.rpartition("@")[2]:
        raise ValueError("Dit is geen mailadres.")
    return cel


def _kort(hoogstens: int) -> Any:
    def lees(cel: str) -> str:
        if len(cel) > hoogstens:
            raise ValueError(f"Deze tekst is langer dan {hoogstens} tekens.")
        return lees_tekst(cel)

    return lees


KOLOMMEN = (
    Kolom("soort", _lees_soort, f"Kies uit: {', '.join(ContactSoort.values)}."),
    Kolom("organisatie", lees_tekst, "Gebruik de sleutel van Paraplu, zoals LT-0228."),
    Kolom("gemeente", _lees_gemeente, "Vul de CBS-code in, of laat de cel leeg.", False, True),
    Kolom("regio", _lees_regio, "Vul de code in, zoals FV, of laat de cel leeg.", False, True),
    Kolom("naam", _kort(120), "Vul in naar wie iemand kan vragen."),
    Kolom("functie", _kort(120), "Maak de tekst korter.", False, True),
    Kolom("telefoon", _kort(30), "Vul één nummer van het werk in.", False, True),
    Kolom("e_mail", _lees_mail, "Vul één mailadres van het werk in.", False, True),
    Kolom("dagen", _lees_dagen, "Schrijf de dagen als: ma di do vr.", False, True),
    Kolom("uren", _kort(60), "Schrijf de uren kort, zoals 9-17.", False, True),
)


@dataclass(frozen=True)
class Voorstel:
    """What one line of a sheet would do; `bestaand` is the line of the directory it is about."""

    regel: int
    doet: str
    organisatie: Organisatie
    velden: Mapping[str, Any]
    bestaand: Contact | None

    @property
    def soort(self) -> str:
        """What the contact is for, in words."""
        return str(ContactSoort(self.velden["soort"]).label)


def write_blad(contacten: Iterable[Contact]) -> bytes:
    """The directory as XLSX, in the same columns as a sheet that is read."""
    werkmap = Workbook()
    blad = werkmap.active
    blad.title = "contacten"
    blad.append([kolom.naam for kolom in KOLOMMEN])
    for nummer, contact in enumerate(contacten, start=2):
        for plaats, waarde in enumerate(_cellen(contact), start=1):
            # A cell that begins with "=" must stay text: it is a name, not a formula.
            blad.cell(row=nummer, column=plaats, value=waarde).data_type = "s"
    blad.freeze_panes = "A2"
    uit = io.BytesIO()
    werkmap.save(uit)
    return uit.getvalue()


def _cellen(contact: Contact) -> list[str]:
    return [
        contact.soort, contact.organisatie.sleutel, contact.gemeente, contact.regio, contact.wie,
        contact.functie, contact.nummer, contact.mail, toon_dagen(contact.dagen).replace(" t/m ", "-"),
        contact.uren,
    ]  # fmt: skip


def read_blad(inhoud: bytes, *, bestand: str) -> tuple[Bladrij, ...]:
    """The rows of a sheet, XLSX or CSV. Raises BladNotReadable with every fault."""
    if bestand.lower().endswith(".xlsx"):
        inhoud = _csv_van_xlsx(inhoud, bestand)
    rijen = lees_blad(inhoud, KOLOMMEN, bestand=bestand)
    if not rijen:
        raise BladNotReadable(
            [Bladfout(bestand, 1, "", "Dit blad heeft geen rijen.", "Vul ten minste één rij in.")]
        )
    return rijen


def make_voorstellen(
    rijen: Iterable[Bladrij], *, bestand: str, by: Gebruiker, on: date
) -> list[Voorstel]:
    """What these rows would do on a day, within the rights of `by`. Raises BladNotReadable."""
    organisaties = {o.sleutel: o for o in Organisatie.objects.filter(queries.in_force(on))}
    bestaand = list(queries.contacten_op(on))
    mag = _Mag(by, on)
    voorstellen, fouten, eerder = [], [], {}
    for rij in rijen:
        fout = _find_fout(rij, organisaties, mag, bestand, eerder)
        if fout:
            fouten.append(fout)
        else:
            organisatie = organisaties[str(rij.waarden["organisatie"])]
            voorstellen.append(_voorstel(rij, organisatie, bestaand))
    if fouten:
        raise BladNotReadable(fouten)
    return voorstellen


class _Mag:
    """Whether somebody may write a contact of an organisation in an area; asked once per sheet."""

    def __init__(self, gebruiker: Gebruiker, op: date) -> None:
        self._regios = set(beheer.regios_of(gebruiker, op=op))
        self._eigen = {o.pk for o in beheer.organisaties_of(gebruiker, op=op)}

    def mag(self, organisatie: Organisatie, regio: str) -> bool:
        return regio in self._regios or organisatie.pk in self._eigen


def _find_fout(
    rij: Bladrij,
    organisaties: Mapping[str, Organisatie],
    mag: _Mag,
    bestand: str,
    eerder: dict[tuple[object, ...], int],
) -> Bladfout | None:
    """The first thing that is wrong with a row beyond its cells."""
    w = rij.waarden
    sleutel = tuple(w[naam] for naam in ("soort", "organisatie", "gemeente", "regio", "naam"))
    if sleutel in eerder:
        tekst = f"Deze rij gaat over hetzelfde als regel {eerder[sleutel]}."
        return Bladfout(bestand, rij.regel, "naam", tekst, "Laat één van de twee staan.")
    eerder[sleutel] = rij.regel
    if w["organisatie"] not in organisaties:
        tekst, remedie = "Deze organisatie kennen wij niet.", KOLOMMEN[1].remedie
        return Bladfout(bestand, rij.regel, "organisatie", tekst, remedie)
    kolom, tekst, remedie = check_plaats(str(w["soort"]), w["gemeente"], w["regio"])
    if tekst:
        return Bladfout(bestand, rij.regel, kolom, tekst, remedie)
    regio = str(w["regio"] or gebieden.gemeente(str(w["gemeente"])).regio)
    if not mag.mag(organisaties[str(w["organisatie"])], regio):
        tekst = "Deze regel mag u niet wijzigen: u beheert deze organisatie en deze regio niet."
        return Bladfout(bestand, rij.regel, "organisatie", tekst, "Haal de regel uit uw blad.")
    return None


def check_plaats(soort: str, gemeente: object, regio: object) -> tuple[str, str, str]:
    """Which column is wrong, why and what to do; three times "" when the place fits the kind."""
    if bool(gemeente) == bool(regio):
        return (
            "gemeente",
            "Er staat geen gemeente en geen regio, of allebei.",
            "Vul één van de twee in.",
        )
    if soort in PER_GEMEENTE and not gemeente:
        return "gemeente", "Deze soort hoort bij een gemeente.", "Vul een gemeente in, geen regio."
    if soort in PER_REGIO and not regio:
        return "regio", "Deze soort hoort bij een regio.", "Vul een regio in, geen gemeente."
    return "", "", ""


def _voorstel(rij: Bladrij, organisatie: Organisatie, bestaand: list[Contact]) -> Voorstel:
    velden = {
        "soort": str(rij.waarden["soort"]),
        "gemeente": str(rij.waarden["gemeente"] or ""),
        "regio": str(rij.waarden["regio"] or ""),
        **{naam: str(rij.waarden[naam] or "") for naam in GEGEVENS},
    }
    velden["dagen"] = velden["dagen"] or "12345"
    contact = _find_bestaand(velden, organisatie, bestaand)
    return Voorstel(rij.regel, _doet(contact, velden), organisatie, velden, contact)


def _doet(contact: Contact | None, velden: Mapping[str, str]) -> str:
    if contact is None:
        return TOEVOEGEN
    return BEVESTIGEN if _zelfde(contact, velden) else WIJZIGEN


def _find_bestaand(
    velden: Mapping[str, str], organisatie: Organisatie, bestaand: list[Contact]
) -> Contact | None:
    plaats = (velden["soort"], velden["gemeente"], velden["regio"], organisatie.pk)
    hier = [c for c in bestaand if (c.soort, c.gemeente, c.regio, c.organisatie_id) == plaats]
    for contact in hier:
        if contact.wie == velden["naam"]:
            return contact
    return hier[0] if velden["soort"] in ENIG and len(hier) == 1 else None


def _zelfde(contact: Contact, velden: Mapping[str, str]) -> bool:
    nu = {
        "naam": contact.wie, "functie": contact.functie, "telefoon": contact.nummer,
        "e_mail": contact.mail, "dagen": contact.dagen, "uren": contact.uren,
    }  # fmt: skip
    return all(nu[naam] == velden[naam] for naam in GEGEVENS)


def _csv_van_xlsx(inhoud: bytes, bestand: str) -> bytes:
    """The first worksheet as CSV, row for row, so that a fault names the right line."""
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit)
    try:
        werkmap = load_workbook(io.BytesIO(inhoud), read_only=True, data_only=True)
        for nummer, rij in enumerate(werkmap.worksheets[0].iter_rows(values_only=True)):
            if nummer > HOOGSTENS_RIJEN:
                break
            schrijver.writerow([_cel(waarde) for waarde in rij])
    except Exception as fout:  # openpyxl raises whatever its zip and XML readers raise
        tekst, remedie = "Dit is geen leesbaar XLSX-bestand.", "Sla het opnieuw op, of kies CSV."
        raise BladNotReadable([Bladfout(bestand, 1, "", tekst, remedie)]) from fout
    if nummer > HOOGSTENS_RIJEN:
        tekst = f"Dit blad heeft meer dan {HOOGSTENS_RIJEN} rijen."
        raise BladNotReadable([Bladfout(bestand, nummer + 1, "", tekst, "Verdeel het blad.")])
    return uit.getvalue().encode()


def _cel(waarde: object) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, datetime):
        return str(waarde)[:10]
    return str(waarde).removesuffix(".0")
