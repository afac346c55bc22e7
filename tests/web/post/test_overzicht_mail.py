"""The digest: by choice, once per working day, from seven o'clock, and never with a person in it."""

from __future__ import annotations

import logging
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from paraplu.web.models import Postbericht, Postronde
from paraplu.web.post import bronnen, tasks
from paraplu.web.post.actions import queue_overzichten, save_keuze, write_overzicht

#: Thursday 2 April 2026; the Monday after it is the second day of Easter.
DONDERDAG, GOEDE_VRIJDAG, ZATERDAG = date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 4)
PASEN, DINSDAG, WOENSDAG = date(2026, 4, 6), date(2026, 4, 7), date(2026, 4, 8)
MAANDAG = date(2026, 4, 13)


def kies(gebruiker, ritme: str) -> None:
    save_keuze(gebruiker=gebruiker, overzicht=ritme, direct=True, e_mail=gebruiker.e_mail)


def opdrachten(naam: str = "stuur_overzicht") -> list[dict]:
    return [job.args for job in ProcrastinateJob.objects.filter(task_name=naam)]


def maak(gebruiker, on=DONDERDAG) -> Postbericht | None:
    return write_overzicht(gebruiker=gebruiker.pk, on=on)


def klok(dag: date, uur: int, minuut: int = 0) -> int:
    return int(
        datetime(dag.year, dag.month, dag.day, uur, minuut, tzinfo=ZoneInfo("Europe/Amsterdam"))
        .timestamp()
    )  # fmt: skip


def test_niemand_krijgt_een_overzicht_die_er_niet_om_vroeg(gebruiker):
    assert queue_overzichten(on=DONDERDAG) == 0


@pytest.mark.parametrize(
    ("ritme", "dag", "komt"),
    [
        ("dag", DONDERDAG, True), ("dag", ZATERDAG, False), ("dag", PASEN, False),
        ("dag", DINSDAG, True), ("week", DONDERDAG, False), ("week", MAANDAG, True),
        ("week", DINSDAG, True), ("week", WOENSDAG, False), ("geen", DONDERDAG, False),
    ],
)  # fmt: skip
def test_het_overzicht_komt_op_de_dagen_die_iemand_koos(gebruiker, ritme, dag, komt):
    kies(gebruiker, ritme)
    assert queue_overzichten(on=dag) == int(komt)
    verwacht = [{"gebruiker": gebruiker.pk, "dag": dag.isoformat()}] if komt else []
    assert opdrachten() == verwacht


def test_een_dag_heeft_een_ronde_ook_als_de_klok_vaker_slaat(gebruiker):
    kies(gebruiker, "dag")
    assert [queue_overzichten(on=DONDERDAG) for _ in range(3)] == [1, 0, 0]
    assert len(opdrachten()) == 1


@pytest.mark.parametrize(
    ("uur", "minuut", "rondes"), [(0, 0, 0), (6, 50, 0), (7, 0, 1), (7, 10, 1), (11, 0, 1)]
)
@pytest.mark.parametrize("dag", [date(2026, 1, 15), date(2026, 7, 15)])
def test_de_ronde_begint_om_zeven_uur_in_nederland_zomer_en_winter(db, dag, uur, minuut, rondes):
    tasks.stuur_overzichten(klok(dag, uur, minuut))
    assert Postronde.objects.filter(dag=dag).count() == rondes


def test_de_ronde_van_de_avond_is_die_van_dezelfde_dag(db):
    tasks.stuur_overzichten(klok(DONDERDAG, 23, 50))
    assert Postronde.objects.get().dag == DONDERDAG


def test_het_overzicht_noemt_wat_elke_bron_zegt(gebruiker, bron, monkeypatch):
    def nog_een(gebruiker, on):
        return [f"Nog iets voor {on}."]

    bronnen.register_bron(nog_een)
    bronnen.register_bron(nog_een)
    bron += ["Casus C12: nog 1 werkdag\nvoor de bepaling.", "  "]
    bericht = maak(gebruiker)
    assert bericht.onderwerp == "Paraplu: uw overzicht van donderdag 2 april"
    assert "klaar op donderdag 2 april 2026:" in bericht.tekst
    assert "\n- Casus C12: nog 1 werkdag voor de bepaling.\n" in bericht.tekst
    assert bericht.tekst.count("\n- Nog iets voor 2026-04-02.\n") == 1
    assert opdrachten("verzend_post") == [{"nummer": bericht.pk}]


def test_wacht_er_niets_dan_komt_er_geen_mail(gebruiker, bron):
    assert maak(gebruiker) is None
    assert not Postbericht.objects.exists()


def test_twee_keer_maken_geeft_een_mail(gebruiker, bron):
    bron += ["Casus C12 wacht."]
    assert maak(gebruiker) is not None
    assert maak(gebruiker) is None
    assert maak(gebruiker, on=DINSDAG) is not None


def test_een_regel_met_een_bsn_blijft_eruit_en_de_rest_komt_aan(gebruiker, bron, caplog):
    bron += ["Casus C12 wacht.", "Kind 999900006 wacht."]
    with caplog.at_level(logging.ERROR):
        bericht = maak(gebruiker)
    assert "- Casus C12 wacht." in bericht.tekst
    assert "999900006" not in bericht.tekst
    assert "Een regel staat niet in deze mail" in bericht.tekst
    assert "proefbron" in caplog.text
    assert "999900006" not in caplog.text


def test_de_mail_van_het_overzicht_komt_aan(gebruiker, bron, postbus):
    bron += ["Casus C12 wacht & meer."]
    tasks.stuur_overzicht(gebruiker.pk, DONDERDAG.isoformat())
    tasks.verzend_post(Postbericht.objects.get().pk)
    assert "- Casus C12 wacht & meer." in postbus.mails[0].get_content()


def test_wie_weg_is_staat_niet_in_de_ronde(gebruiker):
    kies(gebruiker, "dag")
    gebruiker.einddatum = date(2026, 4, 1)
    gebruiker.save()
    assert queue_overzichten(on=DONDERDAG) == 0
