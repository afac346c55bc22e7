"""The commands, and the invented returns of the demo."""

from __future__ import annotations

import json
from datetime import date

import pytest

from paraplu.demo.agenda import opgaven as demo
from paraplu.opgaven import queries
from paraplu.opgaven.models import Enqueteronde, Kostenopgave
from paraplu.project.opdracht import main
from paraplu.web.actions import maak_demo_accounts
from tests.casussen.bouwen import make_organisatie


@pytest.mark.parametrize(
    ("velden", "code", "zin"),
    [
        (["--op", "2023-05-01", "--nu", "0228"], 0, "De woonplaats is Ede (0228)."),
        (["--op", "2023-05-01", "--verblijf", "--nu", "0228"], 1, "nog niet te zeggen"),
        (["--op", "2023-05-01", "--nu", "Ede"], 2, "code van het CBS"),
        (["--op", "gisteren", "--nu", "0228"], 2, "Schrijf een dag"),
        (["--op", "2020-05-01", "--nu", "0228"], 2, "andere regel"),
    ],
)
def test_woonplaats_op_de_opdrachtregel(velden, code, zin, capsys):
    """R189."""
    assert main(["woonplaats", *velden]) == code
    uit = capsys.readouterr()
    assert zin in uit.out + uit.err


def test_woonplaats_als_json(capsys):
    main(["woonplaats", "--op", "2023-05-01", "--nu", "0228", "--formaat", "json"])
    blad = json.loads(capsys.readouterr().out)
    assert (blad["gemeente"], len(blad["stappen"])) == ("0228", 4)


@pytest.mark.django_db
def test_de_demo_vult_drie_jaren_en_twee_keer_geeft_hetzelfde(capsys):
    """Four GI's and seven regions: what is missing, corrected, too small and after the break."""
    maak_demo_accounts()
    for nummer in range(1, 5):
        gi = make_organisatie(f"GI-9990000{nummer}", "gi", code=f"9990000{nummer}")
        type(gi).objects.filter(pk=gi.pk).update(vanaf=date(2015, 1, 1))
    op = date(2024, 6, 1)
    demo.fill(op)
    aantal = Kostenopgave.objects.count()
    demo.fill(op)
    assert (Kostenopgave.objects.count(), aantal) == (12, 12)
    assert Enqueteronde.objects.count() == 2
    zoektijd = [queries.zoektijd(jaar, bekend_op=op) for jaar in (2021, 2022, 2023)]
    assert [z.breuk for z in zoektijd] == [False, True, True]
    assert all(z.is_genoeg for z in zoektijd)
    assert queries.overhead("", 2023, bekend_op=op).gemeld.niet == ("99900004",)
    assert all(queries.bouwstenen(r, op=op).heeft_gemeld for r in ("ACH", "CG", "FV", "RIV"))
    assert queries.incidenten("", 2022, bekend_op=op).aantal > queries.incidenten("", 2023, bekend_op=op).aantal  # fmt: skip
    assert main(["opgaven", "2022", "--bekend-op", "2023-05-01", "--formaat", "json"]) == 0
    rijen = json.loads(capsys.readouterr().out)
    assert [rij["overhead_versie"] for rij in rijen] == ["1"] * 4
    assert main(["opgaven", "2022", "--bekend-op", "ooit"]) == 2


@pytest.mark.parametrize(
    "woorden",
    [
        ("opgaven", "99999999999"),
        ("afspraken", "--jaar", "99999999"),
        ("productboek", "lees", "/bestaat/niet.csv"),
        ("contract", "reken", "--invoer", "/bestaat/niet.csv"),
    ],
)
def test_wat_er_niet_kan_zijn_geeft_een_nederlandse_zin(db, woorden, capsys):
    try:
        code = main(list(woorden))
    except SystemExit as einde:
        code = einde.code
    assert code == 2
    fout = capsys.readouterr().err
    assert any(zin in fout for zin in ("Schrijf een jaar", "geen goede waarde", "niet te lezen"))
