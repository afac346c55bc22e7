"""Returns with versions: what was known earlier comes back, and what does not close is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from paraplu.opgaven import queries
from paraplu.opgaven.actions import enquete, incidenten, lijsten, opgaven
from paraplu.opgaven.fouten import (
    AlBekend,
    EnqueteDicht,
    JaarBestaat,
    JaarLoopt,
    NieuwereVersie,
    SluitNiet,
    ZonderReden,
)
from paraplu.opgaven.models import Antwoord, Incident, Kostenopgave, Personeelsopgave, Zoekactie
from tests.opgaven.conftest import EIK, ES

pytestmark = pytest.mark.django_db
MAART, MEI, LATER = date(2023, 3, 1), date(2023, 5, 1), date(2024, 6, 1)
PERSONEEL = {
    "begin": 40, "instroom": 6, "uitstroom": 8, "eind": 38,
    "van_lokaal": 2, "van_veilig_thuis": 1, "van_elders": 2, "van_onbekend": 1,
}  # fmt: skip


def _kosten(k, *, gi=EIK, jaar=2022, overhead=29, on=MAART, **meer):
    bedragen = {"ict": Decimal(overhead), "jeugdbeschermers": Decimal(100 - overhead)}
    return opgaven.hand_in_kosten(
        gi=gi, jaar=jaar, bedragen=bedragen, by=k.wie["gi"], on=on, **meer
    )


def _personeel(k, *, gi=EIK, jaar=2022, on=MAART, gezien=0, reden="", **anders):
    return opgaven.hand_in_personeel(
        gi=gi,
        jaar=jaar,
        by=k.wie["gi"],
        on=on,
        gezien=gezien,
        reden=reden,
        **{**PERSONEEL, **anders},
    )


def test_een_verbetering_is_een_nieuwe_versie_en_het_oude_cijfer_komt_terug(k):
    """R176: as known on a day."""
    _kosten(k)
    _kosten(k, overhead=28, on=MEI, gezien=1, reden="ICT dubbel geteld")
    toen, nu = (queries.overhead(EIK, 2022, bekend_op=dag) for dag in (date(2023, 4, 30), MEI))
    assert (toen.waarde, toen.gemeld.versie) == (Decimal("29.00"), 1)
    assert (nu.waarde, nu.gemeld.versie, nu.gemeld.ingediend_op) == (Decimal("28.00"), 2, MEI)
    assert queries.overhead(EIK, 2022, bekend_op=date(2023, 2, 1)).waarde is None


def test_wie_niets_opgaf_staat_erbij(k):
    _kosten(k)
    samen = queries.overhead("", 2022, bekend_op=MEI)
    assert (samen.gemeld.wel, samen.gemeld.niet, samen.waarde) == ((EIK,), (ES,), Decimal("29.00"))
    assert not samen.gemeld.is_compleet


def test_het_verschil_met_het_jaar_ervoor_gaat_over_dezelfde_gi(k):
    """R300: in euro and in points."""
    _kosten(k, jaar=2021, overhead=30, on=MAART)
    _kosten(k, jaar=2022)
    _kosten(k, gi=ES, jaar=2022, overhead=50)
    samen = queries.overhead("", 2022, bekend_op=MEI)
    assert (samen.verschil_euro, samen.verschil_punten) == (-1, Decimal("-1.00"))
    assert samen.waarde == Decimal("39.50")
    assert queries.overhead(ES, 2022, bekend_op=MEI).verschil_euro is None


def test_wie_een_oudere_versie_zag_overschrijft_niets(k):
    _kosten(k)
    with pytest.raises(NieuwereVersie):
        _kosten(k, on=MEI)
    with pytest.raises(ZonderReden):
        _kosten(k, on=MEI, gezien=1)
    with pytest.raises(JaarLoopt):
        _kosten(k, jaar=2023, on=date(2023, 12, 31))
    assert Kostenopgave.objects.count() == 1


@pytest.mark.parametrize("anders", [{"eind": 39}, {"van_lokaal": 3}])
def test_wat_niet_sluit_weigert_de_regel_en_ook_de_database(k, anders):
    """R178: begin + in - out = end."""
    with pytest.raises(SluitNiet):
        _personeel(k, **anders)
    velden = {**PERSONEEL, **anders, "gi": EIK, "jaar": 2022, "versie": 1}
    with pytest.raises(IntegrityError), transaction.atomic():
        Personeelsopgave.objects.create(ingediend_op=MAART, door=k.wie["gi"], **velden)


def test_verloop_en_herkomst_van_een_jaar(k):
    """R178, R181, P18: indicative, over who reported both years."""
    _personeel(k, jaar=2021, van_lokaal=1, van_elders=3)
    _personeel(k, jaar=2022)
    verloop = queries.verloop(EIK, 2022, bekend_op=MEI)
    herkomst = queries.instroom_herkomst("", 2022, bekend_op=MEI)
    assert (verloop.waarde, verloop.sluit_niet_aan) == (Decimal("20.51"), True)
    assert (herkomst.waarde, herkomst.groei, herkomst.sollicitaties) == (3, Decimal("50.0"), None)
    weten = {f"sollicitaties_{van}": n for n, van in enumerate(("lokaal", "veilig_thuis", "elders", "onbekend"), 4)}  # fmt: skip
    _personeel(k, gi=ES, **weten)
    assert queries.instroom_herkomst("", 2022, bekend_op=MEI).sollicitaties_van_daar == 9


@pytest.mark.parametrize("model", [Kostenopgave, Personeelsopgave])
def test_een_opgave_is_niet_te_wijzigen(k, model):
    _kosten(k)
    _personeel(k)
    with pytest.raises(DatabaseError, match="kan niet worden gewijzigd"), transaction.atomic():
        model.objects.update(ingediend_op=MEI)
    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.all()._raw_delete("default")


def _ronde(k, jaar=2022):
    return enquete.open_ronde(
        jaar=jaar, vanaf=date(jaar, 10, 1), tot=date(jaar, 10, 31), gis=[EIK, ES],
        by=k.wie["contractmanager"],
    )  # fmt: skip


def test_de_enquete_is_bekend_als_zij_dicht_is_en_telt_bij_honderd(k):
    """R173 and P40."""
    ronde = _ronde(k)
    links = {link.gi: link for link in ronde.links.all()}
    for nummer in range(100):
        gi = EIK if nummer < 60 else ES
        Antwoord.objects.create(link=links[gi], functie="jeugdbeschermer", procent=10 + nummer % 2)
    open_nog = queries.zoektijd(2022, bekend_op=date(2022, 10, 31))
    assert (open_nog.waarde, open_nog.bron, open_nog.gemeld.niet) == (None, "", (EIK, ES))
    dicht = queries.zoektijd(2022, bekend_op=date(2022, 11, 1))
    assert (dicht.waarde, dicht.respondenten, dicht.is_genoeg) == (Decimal("10.50"), 100, True)
    assert dicht.onder < dicht.waarde < dicht.boven
    assert dicht.breuk
    assert {deel.gi: deel.respondenten for deel in dicht.per_gi} == {EIK: 60, ES: 40}


def test_de_nulmeting_is_een_ander_soort_cijfer(k):
    nul = queries.zoektijd(2021, bekend_op=MEI)
    assert (nul.waarde, nul.respondenten, nul.bron, nul.breuk) == (18, 121, "nulmeting", False)


def test_na_de_laatste_dag_komt_er_geen_antwoord_bij(k):
    link = _ronde(k).links.get(gi=EIK)
    velden = {"functie": "anders", "procent": Decimal(10)}
    enquete.answer(link=link, on=date(2022, 10, 31), **velden)
    with pytest.raises(EnqueteDicht):
        enquete.answer(link=link, on=date(2022, 11, 1), **velden)
    with pytest.raises(JaarBestaat):
        _ronde(k)
    # Nothing of who or when, now or through a column that somebody adds later.
    assert {veld.name for veld in Antwoord._meta.get_fields()} == {
        "id", "link", "functie", "procent", "werkdruk", "plezier",
    }  # fmt: skip


def test_een_regio_antwoordt_met_bewijs_en_eerder_blijft(k):
    """R184, R182, P43: what is open warns and stops nothing."""
    wie = k.wie["contractmanager"]
    punt = {"regio": "FV", "lijst": "ra8", "sleutel": "tafel", "bewijs": "Besluit 12", "by": wie}
    lijsten.note_antwoord(stand="nee", on=date(2022, 2, 1), **punt)
    lijsten.note_antwoord(stand="ja", sinds=date(2022, 3, 1), on=date(2022, 5, 1), **punt)
    eerder, nu = (queries.bouwstenen("FV", op=dag) for dag in (date(2022, 3, 1), date(2022, 6, 1)))
    assert (eerder.geregeld, nu.geregeld) == (0, 1)
    assert (nu.op_contractdatum, nu.op_praktijkdatum) == (0, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        lijsten.note_antwoord(stand="ja", on=MEI, **punt)
    tuin = queries.tuin_gestart("FV", op=date(2022, 6, 1))
    assert (tuin.gestart, tuin.vto, len(tuin.waarschuwingen)) == (False, 0, 7)


def test_incidenten_over_een_jaar(k):
    """R189 and R305: solved in fourteen days, hours of searching, agreements on moving house."""
    velden = {"gi": EIK, "gemeente": "0228", "soort": "verhuizing", "by": k.wie["gi"], "on": MAART}
    een, twee = (
        incidenten.report_incident(kenmerk=f"Z-{n}", gemeld_op=date(2023, 2, n), **velden)
        for n in (1, 2)
    )
    stap = {"by": k.wie["gi"], "uren": Decimal("2.5")}
    incidenten.add_stap(incident=een, on=date(2023, 2, 20), opgelost_op=date(2023, 2, 15), **stap)
    incidenten.add_stap(incident=twee, on=MEI, afspraak_nageleefd=False, **stap)
    samen = queries.incidenten("regio-FV", 2023, bekend_op=MEI)
    assert (samen.aantal, samen.op_tijd, samen.te_laat, samen.uren) == (2, 1, 1, Decimal("5.0"))
    assert (samen.nageleefd, samen.niet_nageleefd) == (0, 1)
    assert queries.incidenten("gemeente-0202", 2023, bekend_op=MEI).aantal == 0
    toen = queries.incidenten(f"gi-{EIK}", 2023, bekend_op=MAART)
    assert (toen.uren, toen.gemeld.niet) == (Decimal("2.5"), (EIK,))
    opgaven.declare_incidenten(gi=EIK, jaar=2023, by=k.wie["gi"], on=LATER)
    assert queries.incidenten("", 2023, bekend_op=LATER).gemeld.wel == (EIK,)
    with pytest.raises(AlBekend):
        incidenten.report_incident(kenmerk="Z-1", gemeld_op=date(2023, 2, 1), **velden)


@pytest.mark.parametrize("kenmerk", ["999900006", "123456782"])
def test_de_database_neemt_geen_bsn_als_kenmerk(k, kenmerk):
    with pytest.raises(IntegrityError), transaction.atomic():
        Incident.objects.create(
            gi=EIK, gemeente="0228", regio="FV", kenmerk=kenmerk, soort="anders",
            gemeld_op=MAART, ingevoerd_op=MAART, door=k.wie["gi"],
        )  # fmt: skip


def test_een_zoekactie_krijgt_een_keer_een_antwoord(k):
    """R304."""
    actie = incidenten.ask_voogd(gi=EIK, kenmerk="V-7", wie="familie", gevraagd_op=MAART, by=k.wie["gi"])  # fmt: skip
    incidenten.note_uitkomst(zoekactie=actie, uitkomst="ja", on=MEI)
    with pytest.raises(AlBekend):
        incidenten.note_uitkomst(zoekactie=actie, uitkomst="nee", on=MEI)
    with pytest.raises(DatabaseError, match="een keer"), transaction.atomic():
        Zoekactie.objects.update(uitkomst="nee")
