"""What was agreed about a value: dated, with a source, and silent where nothing was agreed."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.afspraken import lezingen
from paraplu.afspraken.normen import PUNTEN, RELATIEF, NoNormInForce, Norm, find_norm, normen
from paraplu.afspraken.vereisten import bestaat


@pytest.mark.parametrize("norm", normen(), ids=lambda norm: norm.sleutel)
def test_elke_norm_heeft_een_bron_en_een_wijze(norm: Norm):
    assert bestaat(norm.vereiste)
    assert all(lezingen.lezing(nummer) for nummer in norm.lezingen)
    assert norm.wijze in {RELATIEF, PUNTEN}
    assert [w.vanaf for w in norm.waarden] == sorted(w.vanaf for w in norm.waarden)
    assert all((w.waarde is None) == bool(w.onbepaald) for w in norm.waarden)


def test_de_instroom_daalt_elk_jaar_vijf_procent_van_het_jaar_ervoor():
    norm = find_norm("V2a")
    assert norm.apply(1000.0, jaar=2022) == pytest.approx(950.0)
    assert norm.apply(950.0, jaar=2023) == pytest.approx(902.5)
    assert norm.basisjaar == 2021


def test_de_kosten_van_een_gi_dalen_een_procent():
    norm = find_norm("V1b")
    assert (norm.apply(100.0, jaar=2022), norm.variant) == (pytest.approx(99.0), "verwijzer_gi")


@pytest.mark.parametrize("dag", [date(2021, 12, 31), date(2024, 1, 1), date(2030, 1, 1)])
def test_buiten_de_afgesproken_jaren_is_er_geen_norm(dag):
    with pytest.raises(NoNormInForce):
        find_norm("V2a").on(dag)


def test_punten_gaan_van_het_aandeel_zelf_af():
    anders = {**vars(find_norm("V2a")), "wijze": PUNTEN}
    assert Norm(**anders).apply(0.18, jaar=2022) == pytest.approx(0.13)


def test_de_meeste_waarden_hebben_geen_norm():
    assert find_norm("V7") is None
