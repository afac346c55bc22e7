"""Makes a report: figures, content and both files, so that the same again gives the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils import translation

from paraplu.inzage.cijfers import Cijfers
from paraplu.monitor.stand import Stand
from paraplu.monitor.verbergen import Kijk

from .boek import Boek, fingerprint
from .bron import check_kring, find_kijk, find_stand, freeze_kijk, open_cijfers, restore_kijk
from .herkomst import Herkomst, code_version, definition_versions, tool_versions
from .inhoud import Inhoud, make_inhoud
from .opzet import Opzet
from .weergave import make_html, make_pdf

#: The files of a report, by the end of their name.
FORMATEN: Final = {"pdf": make_pdf, "html": make_html}


@dataclass(frozen=True, kw_only=True)
class Gemaakt:
    """A report with all that is kept of it to make it again."""

    opzet: Opzet
    stand: Stand
    kijk: Mapping[str, Any]
    herkomst: Herkomst
    definities: Mapping[str, str]
    gereedschap: Mapping[str, str]
    cijfers: Mapping[str, Any]
    inhoud: Inhoud
    bestanden: Mapping[str, bytes]

    @property
    def afdruk_cijfers(self) -> str:
        """The sha256 of the figures."""
        return fingerprint(self.cijfers)

    def afdruk(self, formaat: str) -> str:
        """The sha256 of a file."""
        return hashlib.sha256(self.bestanden[formaat]).hexdigest()


def make_rapport(opzet: Opzet) -> Gemaakt:
    """A report of the data of now. Raises OpzetKanNiet."""
    stand = find_stand(opzet)
    return _make(opzet, stand, find_kijk(opzet, op=opzet.datum), None)


def remake_rapport(
    opzet: Opzet, stand: Stand, herkomst: Herkomst, kijk: Mapping[str, Any]
) -> Gemaakt:
    """The same report of the data as it was. Raises StandNietLeesbaar."""
    return _make(opzet, stand, restore_kijk(kijk), herkomst)


def make_cijfers(opzet: Opzet, *, op: date) -> Mapping[str, Any]:
    """Only the figures, of the data of now and with the thresholds in force on `op`."""
    with translation.override("nl"):
        cijfers = open_cijfers(opzet, find_kijk(opzet, op=op), find_stand(opzet))
        boek = Boek(cijfers)
        make_inhoud(boek, opzet, _describe(cijfers, find_stand(opzet)))
        return boek.als_dict()


def _make(opzet: Opzet, stand: Stand, kijk: Kijk, herkomst: Herkomst | None) -> Gemaakt:
    with translation.override("nl"):
        cijfers = open_cijfers(opzet, kijk, stand)
        check_kring(cijfers, opzet)
        herkomst = herkomst or _describe(cijfers, stand)
        boek = Boek(cijfers)
        inhoud = make_inhoud(boek, opzet, herkomst)
        return Gemaakt(
            opzet=opzet,
            stand=stand,
            kijk=freeze_kijk(kijk),
            herkomst=herkomst,
            definities=definition_versions(cijfers.indicatoren),
            gereedschap=tool_versions(),
            cijfers=boek.als_dict(),
            inhoud=inhoud,
            bestanden={formaat: maak(inhoud) for formaat, maak in FORMATEN.items()},
        )


def _describe(cijfers: Cijfers, stand: Stand) -> Herkomst:
    return Herkomst(
        laatste_levering=cijfers.monitor.laatst_bijgewerkt(),
        data=fingerprint(stand.als_dict())[:16],
        code=code_version(),
        drempels=cijfers.kijk.drempels if cijfers.kijk else (),
    )
