"""A family that reads no Dutch reads its plan in English: the headings; what people wrote stays."""

from __future__ import annotations

import gettext
import re

import pytest
from django.utils.translation import override

from paraplu.afspraken.plaats import WORTEL
from paraplu.veiligheid.leesbaar import list_blokken, list_kindblokken
from paraplu.veiligheid.models import Aanleiding, Fase, MetOuders, Veiligheidsafspraak
from tests.veiligheid.bouwen import INHOUD, inhoud

LIJST = WORTEL / "paraplu" / "veiligheid" / "locale" / "en" / "LC_MESSAGES"


def our_words(taal: str, **velden) -> set[str]:
    """Headings and names of questions of the whole plan, and of the one for children."""
    with override(taal):
        blokken = (*list_blokken(inhoud(**velden)), *list_kindblokken(INHOUD))
        namen = {naam for blok in blokken for naam, _waarde in getattr(blok, "paren", ())}
        return namen | {blok.tekst for blok in blokken if hasattr(blok, "niveau")}


def test_elke_kop_en_elke_vraag_is_er_in_het_engels():
    velden = {"met_ouders": "deels", "met_ouders_reden": "x"}
    engels, nederlands = our_words("en", **velden), our_words("nl", **velden)
    assert len(engels) == len(nederlands)
    assert engels & nederlands == set()
    assert "Why is there a plan?" in engels


@pytest.mark.parametrize(
    "keuzes", [Aanleiding, Fase, MetOuders, Veiligheidsafspraak.VoorWie], ids=lambda k: k.__name__
)
def test_elke_keuze_is_er_in_het_engels(keuzes):
    nederlands = [str(keuze.label) for keuze in keuzes]
    with override("en"):
        assert [keuze.label for keuze in keuzes if str(keuze.label) in nederlands] == []


def test_wat_iemand_schreef_blijft_zoals_het_is():
    with override("en"):
        assert INHOUD.waarom in str(list_blokken(INHOUD))


def test_de_gemaakte_lijst_is_die_van_de_tekst():
    with (LIJST / "django.mo").open("rb") as bestand:
        gemaakt = gettext.GNUTranslations(bestand)._catalog
    paren = re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', (LIJST / "django.po").read_text(), re.M)
    assert {naam: waarde for naam, waarde in gemaakt.items() if naam} == dict(paren)
