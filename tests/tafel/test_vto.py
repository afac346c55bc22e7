"""After outcome 3 or 4: the request of the table and the decision of the RvdK are two facts (P28)."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.casussen.actions import close_stap
from paraplu.casussen.fouten import CasusFout, VoorwaardeNietVervuld
from paraplu.casussen.models import Afschrift
from paraplu.tafel import uitkomsten
from paraplu.tafel.actions import opvolgen
from paraplu.tafel.stukken import tonen
from tests.tafel.na import bij_de_raad, gehouden, verstuurd, vto_velden
from tests.tafel.test_verslag import feiten

NA = date(2026, 1, 20)
JA = {"onderzoek": "ja", "besloten_op": date(2026, 1, 19), "rechtbank_op": None, "toelichting": ""}
ONDERZOEK = {"uitkomst": "onderzoek", "laatste_kans": "nee", "benut": "ja", "advies": "onderzoek"}


def leg_vast(t, casus, **anders):
    return opvolgen.record_raadsbesluit(
        stap=t.stap(casus, "besluit_raad"), velden=JA | anders, by=t.wie["raad"], on=NA
    )


def test_het_verzoek_gaat_met_het_verslag_naar_de_raad(t):
    """R263: requester on behalf of the college, children, grounds, safety plan, proposed GI."""
    casus = bij_de_raad(t)
    vto = uitkomsten.vto_of(casus)
    tekst = " ".join(feiten(tonen.blokken_of(vto.document)))
    for feit in ("namens het college van", "Fenna Testgezin", "Sem Testgezin",
                 "Het geweld stopt niet.", "Er is geen veiligheidsplan.", "Geen voorstel"):  # fmt: skip
        assert feit in tekst, feit
    gekregen = Afschrift.objects.filter(organisatie=t.raad, rol="raad", grond=opvolgen.GROND_RAAD)
    assert {een.document.soort for een in gekregen} == {"tafel_vto", "tafelverslag"}
    assert t.client("raad").get(f"/werk/tafelverslag/{vto.document_id}/").status_code == 200


def test_het_verzoek_wacht_op_het_verslag(t):
    besluit = gehouden(t, **ONDERZOEK)
    with pytest.raises(CasusFout, match="verslag"):
        opvolgen.send_vto(
            stap=t.stap(besluit.zitting.casus, "vto"), velden=vto_velden(),
            by=t.wie["voorzitter"], on=NA,
        )  # fmt: skip


def test_het_verzoek_gaat_via_de_bladzijde_van_de_voorzitter(t):
    casus = verstuurd(t, **ONDERZOEK)
    stap = t.stap(casus, "vto")
    velden = {"vto-gronden": "Het stopt niet.", "vto-acuut": "nee", "handeling": "vto"}
    client = t.client("voorzitter")
    assert client.post(stap.get_absolute_url(), velden).status_code == 422
    velden["vto-besproken_op"] = "2026-01-08"
    assert client.post(stap.get_absolute_url(), velden).status_code == 302
    assert t.open(casus) == {"besluit_raad", "afronden"} or t.open(casus) == {"besluit_raad"}


def test_zonder_verstuurd_verzoek_gaat_de_stap_niet_dicht(t):
    casus = verstuurd(t, **ONDERZOEK)
    with pytest.raises(VoorwaardeNietVervuld, match="Verstuur eerst het verzoek"):
        close_stap(stap=t.stap(casus, "vto"), uitkomst="verstuurd", by=t.wie["voorzitter"], on=NA)


def test_de_raad_besluit_zelf_en_de_rechtbank_is_een_eigen_dag(t):
    """P28: the decision is the RvdK's; when the court was informed may be known later."""
    casus = bij_de_raad(t)
    client = t.client("raad")
    stap = t.stap(casus, "besluit_raad")
    assert client.get(stap.get_absolute_url()).status_code == 200
    velden = {"raad-onderzoek": "ja", "raad-besloten_op": "2026-01-19", "handeling": "raad"}
    assert client.post(stap.get_absolute_url(), velden).status_code == 302
    besluit = uitkomsten.raadsbesluit_of(casus)
    assert (besluit.onderzoek, besluit.rechtbank_op) == (True, None)
    opvolgen.inform_court(besluit=besluit, op=date(2026, 1, 20), by=t.wie["raad"], on=NA)
    with pytest.raises(CasusFout, match="al vastgelegd"):
        opvolgen.inform_court(besluit=besluit, op=NA, by=t.wie["raad"], on=NA)
    assert uitkomsten.vto_of(casus).verzonden_op == date(2026, 1, 9)


def test_geen_onderzoek_heeft_een_reden(t):
    casus = bij_de_raad(t)
    stap = t.stap(casus, "besluit_raad")
    velden = {"raad-onderzoek": "nee", "raad-besloten_op": "2026-01-19", "handeling": "raad"}
    assert t.client("raad").post(stap.get_absolute_url(), velden).status_code == 422
    leg_vast(t, casus, onderzoek="nee", toelichting="De hulp werkt.")
    assert casus.stappen.get(sleutel="besluit_raad").uitkomst == "geen_onderzoek"


def test_de_raad_besluit_niet_voor_het_verzoek_er_was(t):
    casus = bij_de_raad(t)
    with pytest.raises(CasusFout, match="voordat het verzoek"):
        leg_vast(t, casus, besloten_op=date(2026, 1, 8))


def test_een_ander_antwoord_dan_is_vastgelegd_sluit_de_stap_niet(t):
    casus = bij_de_raad(t)
    with pytest.raises(VoorwaardeNietVervuld):
        close_stap(
            stap=t.stap(casus, "besluit_raad"), uitkomst="onderzoek", by=t.wie["raad"], on=NA
        )
