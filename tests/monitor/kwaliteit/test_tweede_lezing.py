"""Elke controle vindt precies wat een tweede lezing in gewoon Python vindt."""

from __future__ import annotations

import pytest

from paraplu.monitor.kwaliteit import bevindingen, controles
from paraplu.monitor.wachten import Keuze
from tests.monitor.kwaliteit.conftest import Kwaliteitswereld
from tests.monitor.kwaliteit.naief import CONTROLES

#: Which terms are behind a check on terms.
TERMIJNEN = {
    "K12": {"OP090"},
    "K13": {"OP271"},
    "K14": {"OP272"},
    "K15": {"OP274", "OP274-onderzoek", "OP346", "OP346-onderzoek", "OP359"},
    "K16": {"OP090x4"},
}


def test_elke_controle_heeft_een_tweede_lezing() -> None:
    assert set(controles()) == set(CONTROLES) | set(TERMIJNEN)


@pytest.mark.parametrize("code", sorted(CONTROLES))
def test_de_controle_vindt_wat_de_tweede_lezing_vindt(
    code: str, kwaliteit: Kwaliteitswereld
) -> None:
    rijen = bevindingen(kwaliteit.monitor, code)
    gevonden = {rij["rij"] for rij in rijen}
    assert len(rijen) == len(gevonden)
    assert gevonden == CONTROLES[code](kwaliteit.beeld, kwaliteit.op)


def test_elke_controle_vindt_iets_in_de_werelden(kwaliteit: Kwaliteitswereld) -> None:
    gevonden = {rij["code"] for rij in kwaliteit.monitor.tel_kwaliteit()}
    assert set(controles()) - gevonden <= {"K11"}


@pytest.mark.parametrize("code", sorted(TERMIJNEN))
def test_te_laat_is_wat_de_termijnen_te_laat_noemen(code: str, kwaliteit: Kwaliteitswereld) -> None:
    laat = [
        wacht
        for wacht in kwaliteit.monitor.wachten(kwaliteit.op).lijst(Keuze())
        if wacht.soort in TERMIJNEN[code] and wacht.stand in {"te laat beantwoord", "te laat open"}
    ]
    rijen = bevindingen(kwaliteit.monitor, code)
    assert {rij["rij"] for rij in rijen} == {
        f"{w.soort}|{w.bericht}|{w.volgnummer}|{w.ankerdag}" for w in laat
    }
    assert {rij["partij"] for rij in rijen} == {w.verzender for w in laat}
    schuift = {rij["rij"].split("|")[1] for rij in rijen if rij["schuift"]}
    assert schuift == {w.bericht for w in laat if w.gedaan_op is None}
