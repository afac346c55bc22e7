"""Wat er ook is ingevuld: het bericht dat eruit komt, houdt zich aan elke regel van iJW 3.2."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from paraplu.aanmelden.berichtenpost import (
    Uitgaand,
    schrijf_antwoord,
    schrijf_start,
    schrijf_stop,
    schrijf_toewijzing,
    schrijf_verzoek,
)
from paraplu.berichten import controleer

from . import willekeurig as w

GEVALLEN = settings(max_examples=100, deadline=None)

berichten = st.one_of(
    st.builds(
        schrijf_toewijzing, w.verzendingen, jeugdige=w.jeugdigen, toewijzingen=w.toewijzingen()
    ),
    st.builds(
        schrijf_verzoek,
        w.verzendingen,
        jeugdige=w.jeugdigen,
        verzoeken=w.verzoeken(),
        gezagsdrager_bekend=st.none() | st.booleans(),
    ),
    st.builds(schrijf_antwoord, w.verzendingen, antwoord=w.antwoorden),
    st.builds(schrijf_start, w.verzendingen, jeugdige=w.jeugdigen, starts=w.starts()),
    st.builds(schrijf_stop, w.verzendingen, jeugdige=w.jeugdigen, stops=w.stops()),
)


@cache
def officieel(map_: Path, soort: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(map_ / "ijw" / "xsd-3.2" / f"{soort}.xsd"))


@GEVALLEN
@given(berichten)
def test_een_geschreven_bericht_heeft_geen_enkele_bevinding(bericht: Uitgaand):
    assert controleer(bericht.inhoud, vandaag=w.DAGTEKENING) == ()


def test_een_geschreven_bericht_voldoet_aan_de_schemas_van_de_standaard(shared: Path):
    @GEVALLEN
    @given(berichten)
    def keur(bericht: Uitgaand):
        officieel(shared, bericht.soort).assertValid(etree.parse(BytesIO(bericht.inhoud)))

    keur()


@GEVALLEN
@given(berichten)
def test_wat_buiten_de_inhoud_staat_noemt_geen_kind(bericht: Uitgaand):
    getoond = f"{bericht!r} {bericht.bestandsnaam}"

    assert bericht.soort in getoond
    assert not [bsn for bsn in w.BSNS if bsn in getoond]
