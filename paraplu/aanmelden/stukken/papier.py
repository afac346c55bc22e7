"""A document of the aanmeldroutes on paper."""

from __future__ import annotations

from django.utils.translation import gettext as _

from paraplu.casussen.models import Document
from paraplu.web.papier.stuk import Blok, Kop, Ondertekening, Stuk, Velden

from .tonen import list_secties, name_document


def make_stuk(document: Document, *, met_deel_2: bool) -> Stuk:
    """The document as letter: what this reader may see of it, and who set it down."""
    blokken: list[Blok] = []
    for sectie in list_secties(document, met_deel_2=met_deel_2):
        blokken += [Kop(1, sectie.kop), Velden(sectie.paren)]
    blokken.append(
        Ondertekening(
            naam=document.door.naam,
            functie=_("Jeugdbeschermer"),
            organisatie=document.casus.gi.naam,
            datum=document.vastgesteld_op,
        )
    )
    return Stuk(
        titel=name_document(document.soort),
        datum=document.vastgesteld_op,
        kenmerk=f"{document.casus.nummer}, {_('versie')} {document.versie}",
        blokken=tuple(blokken),
        voet=_("Vertrouwelijk") if met_deel_2 else _("Zonder persoonsgegevens"),
    )


def name_bestand(document: Document) -> str:
    """A file name that says which document of which case, and nothing of whom."""
    return f"{document.soort}-{document.casus.nummer}-v{document.versie}.pdf"
