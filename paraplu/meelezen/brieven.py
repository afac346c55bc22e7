"""The two letters: one with the link and its QR, one with the code. Together they open the page."""

from __future__ import annotations

import io

import segno
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from paraplu.web.papier import Alinea, Blok, Kop, Lijst, Qr, Stuk, Velden

from .actions.uitnodigen import LINK_GELDIG, Codes
from .models import Uitnodiging

#: What every letter says around its text (`web.papier`), here for the catalogues of this room.
KADER = (
    gettext_noop("Onderwerp"),
    gettext_noop("Datum"),
    gettext_noop("Kenmerk"),
    gettext_noop("Pagina"),
    gettext_noop("van"),
)


def qr_for_page(adres: str) -> str:
    """The QR as an image inside the page."""
    return segno.make(adres, error="m").svg_data_uri(scale=5, border=4, light="#fff")


def qr_for_paper(adres: str) -> str:
    """The QR as SVG."""
    uit = io.BytesIO()
    segno.make(adres, error="m").save(uit, kind="svg", scale=4, border=4, light="#fff")
    return uit.getvalue().decode()


def make_brief(uitnodiging: Uitnodiging, codes: Codes, *, soort: str) -> Stuk:
    """The letter with the link ("link") or with the code ("code"); it names nobody."""
    with translation.override(uitnodiging.taal):
        blokken = _code(codes) if soort == "code" else _link(uitnodiging, codes)
        return Stuk(
            titel=_("Uw code om mee te lezen") if soort == "code" else _("U mag meelezen"),
            taal=uitnodiging.taal,
            datum=uitnodiging.op,
            kenmerk=uitnodiging.nummer,
            blokken=blokken,
            voet=_("Vertrouwelijk"),
        )


def _link(uitnodiging: Uitnodiging, codes: Codes) -> tuple[Blok, ...]:
    met_sms = uitnodiging.factor == Uitnodiging.Factor.TELEFOON
    eerst = date_format(min(uitnodiging.tot, uitnodiging.op + LINK_GELDIG), "j F Y")
    return (
        Alinea(
            _("U kunt op uw telefoon of computer lezen wat er gebeurt en wat er is afgesproken.")
        ),
        Kop(1, _("Zo komt u binnen")),
        Lijst(
            (
                _("Richt de camera van uw telefoon op het vierkant, of typ de link over."),
                _("Druk op de knop Begin."),
                _("U krijgt een sms met een code. Typ die code in.")
                if met_sms
                else _("Typ de code in uit de andere brief."),
            ),
            genummerd=True,
        ),
        Qr(qr_for_paper(codes.adres), _("QR-code met uw link")),
        Alinea(codes.adres),
        Kop(1, _("Goed om te weten")),
        Lijst(
            (
                _("De link is alleen voor u. Stuur hem niet door."),
                _("De link werkt op één apparaat: daar waar u hem voor het eerst gebruikt."),
                _("Gebruik de link voor het eerst uiterlijk op %(dag)s.") % {"dag": eerst},
                _("U kunt meelezen tot en met %(dag)s.")
                % {"dag": date_format(uitnodiging.tot, "j F Y")},
                _("Lukt het niet? Op de pagina staat een knop om een nieuwe link te vragen."),
            )
        ),
    )


def _code(codes: Codes) -> tuple[Blok, ...]:
    return (
        Alinea(_("Deze code hoort bij uw link. U hebt ze allebei nodig.")),
        Velden(((_("Uw code"), codes.papier),)),
        Lijst(
            (
                _("Bewaar deze brief niet bij de brief met de link."),
                _("Geef de code aan niemand. Wij vragen er nooit om."),
                _("Bent u de code kwijt? Vraag een nieuwe uitnodiging."),
            )
        ),
    )
