"""From rows of an extract to messages of the standard, so that all that follows is the same.

What an extract does not have and the standard asks is filled in by the standard's own words for
"unknown", and where it has none by words that no one takes for a value; never by an invention
(docs/decisions/0008-uittreksels.md).
"""

from __future__ import annotations

import base64
import hashlib
import json
from calendar import monthrange
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any, Final

from paraplu.berichten.bericht import Bericht
from paraplu.berichten.uittreksel.rijen import Rij
from paraplu.berichten.uittreksel.velden import RELEASE, Tabel

Inhoud = dict[str, Any]

#: Every message from an extract can be known by this: its identification begins with it.
MERK: Final = "UT"
ONBEKENDE_NAAM: Final = "(niet in uittreksel)"
ONBEKENDE_DATUM: Final = {"Datum": "1900-01-01", "DatumGebruik": "3"}
PERSOON: Final = ("geboortedatum", "geslacht", "achternaam", "voorvoegsel", "voornamen")
#: Where in a message is filled in what an extract lacks, per field.
_AANGEVULD: Final = {
    "geboortedatum": "Client/Geboortedatum",
    "geslacht": "Client/Geslacht",
    "achternaam": "Client/Naam",
}


def maak_berichten(
    tabel: Tabel, rijen: Iterable[Rij], *, dagtekening: date, zout: bytes
) -> Iterator[tuple[Bericht, tuple[int, ...]]]:
    """The messages in these rows, each with the numbers of its rows.

    One per sender, receiver and child, or for declarations per sender, receiver and month. The same
    rows, day and `zout` give the same messages, with the same identification. Without a secret
    `zout` an identification would betray the BSN in it to who tries all numbers.
    """
    maker = _Maker(tabel, dagtekening, zout)
    groepen: dict[tuple[str, ...], list[Rij]] = {}
    for rij in rijen:
        groepen.setdefault(_sleutel(tabel, rij), []).append(rij)
    for groep in groepen.values():
        maak = maker.declaratie if tabel.naam == "declaratie" else maker.regiebericht
        bericht = Bericht(tabel.bericht, RELEASE, maak(groep))
        yield bericht, tuple(rij.nummer for rij in groep)


def tel_berichten(tabel: Tabel, rijen: Iterable[Rij]) -> int:
    """How many messages these rows become."""
    return len({_sleutel(tabel, rij) for rij in rijen})


def aangevuld(tabel: Tabel, velden: AbstractSet[str]) -> tuple[str, ...]:
    """The paths whose content does not come from an extract with these fields, but is filled in.

    A finding there says nothing about who made the extract.
    """
    if tabel.naam == "declaratie":
        return ()
    plekken = [plek for veld, plek in _AANGEVULD.items() if veld not in velden]
    return (*plekken, "Client/Contactgegevens")


def _sleutel(tabel: Tabel, rij: Rij) -> tuple[str, ...]:
    if tabel.naam == "declaratie":
        velden: tuple[str, ...] = ("declaratie_nummer",)
        extra = rij.waarden["begindatum"][:7]
    else:
        velden, extra = ("bsn", *PERSOON), ""
    wie = (rij.waarden["gemeente"], rij.waarden["aanbieder"])
    return (*wie, extra, *(rij.waarden.get(naam, "") for naam in velden))


class _Maker:
    def __init__(self, tabel: Tabel, dagtekening: date, zout: bytes) -> None:
        self._tabel = tabel
        self._dagtekening = dagtekening
        self._zout = zout

    def regiebericht(self, rijen: list[Rij]) -> Inhoud:
        """A 301, 305 or 307: one child with its lines."""
        tabel = self._tabel
        _, klassen, klasse = tabel.regel.split("/")
        client = _persoon(rijen[0].waarden, volledig=tabel.naam == "toewijzing")
        if tabel.naam == "toewijzing":
            client["Contactgegevens"] = {"Contact": [{"Soort": "01"}]}
        client[klassen] = {klasse: [_regel(tabel, rij) for rij in rijen]}
        return {"Header": self._kop(rijen), "Client": client}

    def declaratie(self, rijen: list[Rij]) -> Inhoud:
        """A 323 of one month, with its children."""
        kop = self._kop(rijen)
        per_kind: dict[str, list[Inhoud]] = {}
        centen = 0
        for volgnummer, rij in enumerate(rijen):
            prestatie = _regel(self._tabel, rij)
            teken = -1 if "bedrag" in rij.negatief else 1
            centen += teken * int(rij.waarden["bedrag"])
            prestatie["IngediendBedrag"]["DebetCredit"] = "C" if teken < 0 else "D"
            referentie = prestatie.setdefault("ProductReferentie", {})
            referentie.setdefault(
                "ReferentieNummer", kenmerk(self._zout, "regel", volgnummer, rij.waarden)
            )
            per_kind.setdefault(rij.waarden["bsn"], []).append(prestatie)
        begin = date.fromisoformat(rijen[0].waarden["begindatum"]).replace(day=1)
        einde = begin.replace(day=monthrange(begin.year, begin.month)[1])
        declaratie_nummer = rijen[0].waarden.get("declaratie_nummer")
        return {
            "Header": kop,
            "Declaratie": {
                "DeclaratieNummer": declaratie_nummer
                or kop["BerichtIdentificatie"]["Identificatie"],
                "DeclaratiePeriode": {
                    "Begindatum": begin.isoformat(),
                    "Einddatum": einde.isoformat(),
                },
                "DeclaratieDagtekening": self._dagtekening.isoformat(),
                "TotaalIngediendBedrag": {
                    "TotaalBedrag": str(abs(centen)),
                    "DebetCredit": "C" if centen < 0 else "D",
                },
                "Clienten": {
                    "Client": [
                        {"Bsn": bsn, "Prestaties": {"Prestatie": prestaties}}
                        for bsn, prestaties in per_kind.items()
                    ]
                },
            },
        }

    def _kop(self, rijen: list[Rij]) -> Inhoud:
        tabel, soort = self._tabel, self._tabel.berichtsoort
        groot, klein = RELEASE.split(".")
        gemeente, aanbieder = (rijen[0].waarden[naam] for naam in ("gemeente", "aanbieder"))
        partijen = (gemeente, aanbieder) if tabel.naam == "toewijzing" else (aanbieder, gemeente)
        return {
            "BerichtCode": soort.code,
            "BerichtVersie": groot,
            "BerichtSubversie": klein,
            "Afzender": partijen[0],
            "Ontvanger": partijen[1],
            "BerichtIdentificatie": {
                "Identificatie": kenmerk(self._zout, tabel.naam, *(rij.waarden for rij in rijen)),
                "Dagtekening": self._dagtekening.isoformat(),
            },
            "XsdVersie": {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"},
        }


def kenmerk(zout: bytes, *inhoud: Any) -> str:
    """An identification of 12 characters that follows from the content and says where it is from."""
    tekst = json.dumps(inhoud, sort_keys=True, ensure_ascii=False)
    som = hashlib.blake2b(tekst.encode(), digest_size=10, key=zout).digest()
    return MERK + base64.b32encode(som).decode("ascii")[:10]


def _persoon(waarden: dict[str, str], *, volledig: bool) -> Inhoud:
    geslachtsnaam = {"Achternaam": waarden.get("achternaam", ONBEKENDE_NAAM)}
    if "voorvoegsel" in waarden:
        geslachtsnaam["Voorvoegsel"] = waarden["voorvoegsel"]
    naam: Inhoud = {"Geslachtsnaam": geslachtsnaam}
    if "voornamen" in waarden:
        naam["Voornamen"] = waarden["voornamen"]
    if volledig:
        naam["NaamGebruik"] = "1"
    geboren = waarden.get("geboortedatum")
    return {
        "Bsn": waarden["bsn"],
        "Geboortedatum": {"Datum": geboren} if geboren else dict(ONBEKENDE_DATUM),
        "Geslacht": waarden.get("geslacht", "0"),
        "Naam": naam,
    }


def _regel(tabel: Tabel, rij: Rij) -> Inhoud:
    regel: Inhoud = {}
    for naam, tekst in rij.waarden.items():
        veld = tabel.velden[naam]
        if veld.pad and not veld.pad.startswith("/"):
            *boven, blad = veld.pad.split("/")
            plek = regel
            for stap in boven:
                plek = plek.setdefault(stap, {})
            plek[blad] = tekst
    if tabel.naam == "toewijzing":
        regel.setdefault("Toewijzingstijd", "00:00:00")
    elif tabel.naam in ("start", "stop"):
        regel.setdefault("StatusAanlevering", "1")
    return regel
