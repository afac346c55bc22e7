"""The columns that the reader gives, against the monitor's tables and the standard."""

from __future__ import annotations

import pyarrow as pa
import pytest

from paraplu.berichten import standaard
from paraplu.berichten.stroom import tabelschema
from paraplu.berichten.stroom.indeling import BEDRAG, indeling
from paraplu.monitor.tabellen import REGELTABELLEN, SCHEMAS
from tests.berichten.maak import ALLE_SOORTEN

DOOR_INNAME = ("batch", "bericht", "gemeente", "aanbieder", "kind")


@pytest.mark.parametrize("tabel", REGELTABELLEN)
def test_een_tabel_heeft_de_kolommen_van_de_monitor_met_bsn_in_plaats_van_kind(tabel):
    monitor = {veld.name: veld.type for veld in SCHEMAS[tabel] if veld.name not in DOOR_INNAME}
    gelezen = {veld.name: veld.type for veld in tabelschema(tabel)}
    assert gelezen.pop("bsn") == pa.string()
    assert gelezen == monitor


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=lambda soort: f"{soort.naam}-{soort.release}")
def test_elk_pad_in_de_indeling_bestaat_in_de_standaard(soort):
    verdeling = indeling(soort.naam, soort.release)
    client = soort.wortel.kind(*verdeling.client)
    for kolom in verdeling.kop:
        if kolom.niveau == "bericht":
            _blad(soort.wortel, kolom)
    for regel in verdeling.regels:
        lijn = client.kind(*regel.stappen)
        van = {"regel": lijn, "client": client, "bericht": soort.wortel}
        for kolom in regel.kolommen:
            if kolom.niveau in van:
                _blad(van[kolom.niveau], kolom)


def _blad(element: standaard.Element, kolom) -> None:
    blad = element.kind(*kolom.pad.split("/"))
    if kolom.vorm in ("bedrag", "credit"):
        assert {kind.naam for kind in blad.kinderen} & set(BEDRAG)
    else:
        assert blad.type is not None
        basis = {"dag": "datum", "jaar": "datum", "getal": "getal", "klein": "getal"}
        if kolom.vorm in basis:
            assert blad.type.basis == basis[kolom.vorm]


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=lambda soort: f"{soort.naam}-{soort.release}")
def test_elke_klasse_met_regels_heeft_een_tabel(soort):
    verdeling = indeling(soort.naam, soort.release)
    assert {regel.tabel for regel in verdeling.regels} <= set(REGELTABELLEN)
    assert verdeling.regels
