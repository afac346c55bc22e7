"""Minutes that stay, actions whose old date stays, deviations that count, and what the sources hold."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils.timezone import now

from paraplu.inzage.gebied import Gebied
from paraplu.overleg import fouten, queries
from paraplu.overleg.actions import acties, afwijkingen, overleggen
from paraplu.overleg.actions.inrichten import fill_registers
from paraplu.overleg.models import Actie, Afwijking, Besluit, Orgaan, Regiostand, Verslagversie
from paraplu.overleg.partijen import find_partij
from paraplu.overleg.taken import find_taak, list_taken
from tests.overleg.conftest import DAG, DE_GI, make_stand


def test_een_vastgesteld_verslag_verandert_niet_meer(plan, accounts):
    """Minutes: concept, adopted, and after that closed, also in the database."""
    overleg, by = plan(), accounts["contractmanager"]
    overleggen.save_verslag(overleg=overleg, tekst="Eerste.", by=by, now=now())
    overleggen.save_verslag(overleg=overleg, tekst="Tweede.", by=by, now=now())
    with pytest.raises(fouten.OverlegFout, match="nieuwere"):
        overleggen.adopt_verslag(overleg=overleg, nummer=1, by=by, on=DAG)
    with pytest.raises(fouten.OverlegFout, match="nog niet geweest"):
        overleggen.adopt_verslag(overleg=overleg, nummer=2, by=by, on=DAG - timedelta(days=1))
    overleggen.adopt_verslag(overleg=overleg, nummer=2, by=by, on=DAG)
    with pytest.raises(fouten.VerslagStaatVast):
        overleggen.save_verslag(overleg=overleg, tekst="Derde.", by=by, now=now())
    with pytest.raises(fouten.VerslagStaatVast):
        overleggen.note_afspraak(overleg=overleg, afspraak="RA3", tekst="x", by=by, now=now())
    for nummer in (1, 2):
        with pytest.raises(DatabaseError), transaction.atomic():
            Verslagversie.objects.filter(nummer=nummer).update(tekst="Anders.")


def test_wat_twee_keer_wordt_verstuurd_staat_er_een_keer(plan, accounts):
    overleg, by = plan(), accounts["contractmanager"]
    wat = {"overleg": overleg, "by": by}
    actie = {"onderwerp": "Plan", "resultaat": "Plan is er", "eigenaar": "GI"}
    for doe in (
        lambda: acties.add_actie(datum=DAG, on=DAG, **actie, **wat),
        lambda: overleggen.add_punt(titel="Eigen punt", tekst="", volgorde=1, **wat),
        lambda: overleggen.note_afspraak(afspraak="RA3", tekst="Gesproken.", now=now(), **wat),
        lambda: overleggen.save_verslag(tekst="Verslag.", now=now(), **wat),
    ):
        doe()
        with pytest.raises(fouten.DubbelVastgelegd):
            doe()


def test_een_uitgestelde_actie_houdt_haar_oude_datum_met_reden(plan, accounts):
    """R318: execution goes first, so a delay can be; the old date is kept."""
    by = accounts["contractmanager"]
    actie = acties.add_actie(
        datum=DAG, by=by, on=DAG, onderwerp="Opgave", resultaat="Opgave is er", eigenaar="GI",
        overleg=plan(),
    )  # fmt: skip
    with pytest.raises(fouten.OverlegFout, match="waarom"):
        acties.move_datum(actie=actie, datum=date(2023, 9, 1), reden=" ", by=by, on=DAG)
    acties.move_datum(actie=actie, datum=date(2023, 9, 1), reden="Te druk", by=by, on=DAG)
    assert [d.datum for d in actie.datums.all()] == [DAG, date(2023, 9, 1)]
    [nu] = queries.with_stand(Actie.objects.all())
    assert (nu.datum, nu.stand) == (date(2023, 9, 1), "open")
    assert queries.late(queries.with_stand(Actie.objects.all()), op=date(2023, 9, 2)).exists()
    acties.note_stap(actie=actie, stand="klaar", tekst="Opgave van 30 augustus", by=by, on=DAG)
    with pytest.raises(fouten.ActieIsKlaar):
        acties.move_datum(actie=actie, datum=DAG, reden="Toch niet", by=by, on=DAG)


def _leg_vast(accounts, *, jaar: int, code: str = "RA3", partij: str = DE_GI):
    wie, getroffen = find_partij(partij), find_partij("regio-CG")
    stand = make_stand(code, partij=Gebied(wie.soort, wie.code, wie.naam), jaar=jaar)
    return afwijkingen.record_afwijking(
        stand=stand, partij=wie, getroffen=getroffen, bekend_op=DAG, toelichting="x",
        by=accounts["contractmanager"], on=DAG,
    )  # fmt: skip


def test_de_tweede_afwijking_van_dezelfde_afspraak_vraagt_een_besluit(accounts, gis, plan):
    """R211: proposed per agreement; a person decides, and a third one asks again."""
    by = accounts["contractmanager"]
    _leg_vast(accounts, jaar=2022)
    _leg_vast(accounts, jaar=2022, code="RA4")
    _leg_vast(accounts, jaar=2023, partij="gi-90000002")
    assert queries.open_voorstellen() == []
    with pytest.raises(fouten.GeenTweede):
        afwijkingen.decide_voorstel(partij=DE_GI, afspraak="RA3", waarom="x", by=by, on=DAG)
    with pytest.raises(fouten.AlVastgelegd):
        _leg_vast(accounts, jaar=2022)
    tweede = _leg_vast(accounts, jaar=2023)
    [voorstel] = queries.open_voorstellen()
    assert (voorstel.partij, voorstel.afspraak, len(voorstel.afwijkingen)) == (DE_GI, "RA3", 2)
    afwijkingen.decide_voorstel(partij=DE_GI, afspraak="RA3", waarom="Wacht", by=by, on=DAG)
    assert queries.open_voorstellen() == []
    _leg_vast(accounts, jaar=2024)
    assert len(queries.open_voorstellen()) == 1
    with pytest.raises(fouten.OverlegFout, match="G7"):
        afwijkingen.decide_voorstel(
            partij=DE_GI, afspraak="RA3", waarom="x", by=by, on=DAG, overleg=plan()
        )
    with pytest.raises(DatabaseError), transaction.atomic():
        type(tweede).objects.filter(pk=tweede.pk).update(cijfer="0 %")


def test_het_bewijs_van_een_afwijking_leidt_naar_het_cijfer():
    afwijking = Afwijking(bewijs="Te hoog.\nTe lezen op: /afspraken/RA3/bewijs/?jaar=2022\n")
    assert afwijking.bewijsregels == [
        ("Te hoog.", ""), ("Te lezen op:", "/afspraken/RA3/bewijs/?jaar=2022"),
    ]  # fmt: skip


def test_een_ingetrokken_afwijking_telt_niet(accounts, gis):
    by = accounts["contractmanager"]
    eerste = _leg_vast(accounts, jaar=2022)
    _leg_vast(accounts, jaar=2023)
    afwijkingen.add_stap(
        afwijking=eerste, soort="ingetrokken", tekst="Verkeerd geteld", by=by, on=DAG
    )
    assert queries.open_voorstellen() == []
    assert _leg_vast(accounts, jaar=2022).pk
    assert len(queries.open_voorstellen()) == 1


def test_in_gebreke_heeft_geen_bedrag(accounts, gis):
    """R191, R214 and P14: default is registered in words; there is no field for an amount."""
    eerste = _leg_vast(accounts, jaar=2022)
    afwijkingen.add_stap(
        afwijking=eerste, soort="in_gebreke", tekst="Geen plan.", on=DAG,
        by=accounts["contractmanager"],
    )  # fmt: skip
    assert queries.status_of(queries.all_afwijkingen().get()) == "in_gebreke"
    velden = {
        veld.name for model in (type(eerste), eerste.stappen.model) for veld in model._meta.fields
    }
    assert not {naam for naam in velden if "bedrag" in naam or "boete" in naam}


def test_een_contractgesprek_is_van_een_regio_met_de_gis(plan):
    """R169: one talk per region with the GI's together, seen by who sits there."""
    gesprek = plan(soort="contract", regio="FV")
    assert {d.partij for d in gesprek.deelnemers.all()} == {"regio-FV", DE_GI, "gi-90000002"}
    assert " gemeente:0228 " in gesprek.kring
    assert " gemeente:0202 " not in gesprek.kring
    with pytest.raises(fouten.OverlegFout):
        plan(soort="contract")


def test_drie_gelderse_overleggen_per_jaar(plan):
    """R210: three a year; what is planned counts towards enough."""
    alle = [plan(datum=date(2023, maand, 1)) for maand in (2, 6)]
    [telling] = queries.count_jaar(alle, 2023, op=date(2023, 3, 1))
    assert (telling.gehouden, telling.gepland, telling.is_genoeg) == (1, 1, False)
    alle.append(plan(datum=date(2023, 11, 1)))
    assert queries.count_jaar(alle, 2023, op=date(2023, 3, 1))[0].is_genoeg


def test_de_registers_hebben_wat_de_bronnen_zeggen(accounts):
    """R161, R215, R219, R313, R315, R317 and P42; twice gives the same."""
    assert fill_registers() > 40
    assert fill_registers() == 0
    sleutels = set(Actie.objects.values_list("sleutel", flat=True))
    assert {f"A{nummer}" for nummer in range(1, 25)} <= sleutels
    assert all(datum.voorlopig for actie in Actie.objects.all() for datum in actie.datums.all())
    besluit = Besluit.objects.get(onderwerp="Instemmen met het hele pakket")
    assert besluit.stand == Besluit.Stand.AANGEKONDIGD
    assert Regiostand.objects.get(sleutel="B7", regio="CG").stand == "in_werking"
    assert Orgaan.objects.filter(soort="werkgroep").count() >= 3


def test_een_vaste_taak_is_klaar_als_er_een_besluit_is(accounts):
    """R155, R213: evaluation at the end of 2023; P17: RA9 is revised after three years."""
    evaluatie, herziening = list_taken()
    assert (evaluatie.op, len(evaluatie.afspraken)) == (date(2023, 12, 31), 11)
    assert [a.code for a in herziening.afspraken] == ["RA9"]
    assert evaluatie.jaren == (2022, 2023)
    fill_registers()
    velden = {"orgaan": Orgaan.objects.first(), "onderwerp": "Evaluatie", "tekst": "x",
              "datum": DAG, "bron": "x", "op": DAG, "taak": evaluatie.sleutel}  # fmt: skip
    Besluit.objects.create(stand="aangekondigd", **velden)
    assert not find_taak(evaluatie.sleutel).is_klaar
    Besluit.objects.create(stand="besloten", **velden)
    assert find_taak(evaluatie.sleutel).is_klaar
