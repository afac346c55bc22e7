"""Berichten in een envelop komen in de tabellen zoals berichten zonder; de envelop staat op de bon."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.inname.actions import neem_in
from tests.berichten.omslag import envelopen as env
from tests.inname.post import maak_zip, schrijf_map


def _tel(tmp_path, bestanden):
    bon = neem_in([schrijf_map(tmp_path, bestanden)], op=date(2023, 5, 31), brenger="proef")
    geteld = {n: bon.total(n) for n in ("berichten", "nieuw", "al_bekend", "geweigerd", "regels")}
    return geteld, {soort.code: soort.aantal for soort in bon.soorten}


@pytest.mark.parametrize("om", ["StUF-GGk-envelop", "VECOZO-envelop"])
def test_een_bericht_in_een_envelop_is_hetzelfde_bericht(tmp_path, om):
    los = env.bericht("JW305")
    geteld, codes = _tel(
        tmp_path, {"los.xml": los, "post.xml": env.OM[om](env.b64(env.in_zip(los)))}
    )

    assert (geteld["berichten"], geteld["nieuw"], geteld["al_bekend"]) == (2, 1, 1)
    assert codes["PAR040"] == 1


def test_envelopen_in_een_zip_gaan_ook_open(tmp_path):
    post = {f"{n}.xml": env.ggk(env.b64(env.bericht("JW305", n))) for n in range(3)}
    geteld, codes = _tel(tmp_path, {"post.zip": maak_zip(post)})

    assert (geteld["berichten"], geteld["nieuw"], geteld["geweigerd"]) == (3, 3, 0)
    assert codes["PAR040"] == 3


def test_een_foutbericht_is_een_geweigerd_bericht(tmp_path):
    fout = f'<s:Fo01Bericht xmlns:s="{env.STUF}"><s:body/></s:Fo01Bericht>'.encode()
    geteld, codes = _tel(tmp_path, {"fout.xml": fout, "goed.xml": env.bericht()})

    assert (geteld["berichten"], geteld["nieuw"], geteld["geweigerd"]) == (2, 1, 1)
    assert codes["PAR043"] == 1
