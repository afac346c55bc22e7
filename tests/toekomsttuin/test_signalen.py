"""Signals travel up layer by layer, and their answers come back the same way (R43, R260)."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paraplu.toekomsttuin.actions import huishoudens, signalen
from paraplu.toekomsttuin.fouten import NietAanBeurt, TuinFout, VragenOpen
from paraplu.toekomsttuin.models import Laag, Signaal, Signaalstap
from tests.toekomsttuin.bouwen import VANDAAG

pytestmark = pytest.mark.django_db
LAGEN = [laag.value for laag in Laag]


@pytest.fixture
def signaal(w) -> Signaal:
    return signalen.raise_signaal(
        tuin=w.tuin, soort="wachtlijst", tekst="Te lang wachten.", by=w.wie["raad"], on=VANDAAG
    )


# ---- generated: whatever people try, the path up is the path back ------------------------------

#: What, in which layer (None: where it lies), and what the two questions get for an answer.
POGING = st.tuples(
    st.sampled_from(["hogerop", "antwoord", "terug"]),
    st.none() | st.sampled_from(LAGEN),
    st.booleans() | st.none(),
)


class Ladder:
    """The same by hand: where it lies is a rung of a ladder, and up is not down."""

    def __init__(self) -> None:
        self.trede, self.terug, self.klaar = 0, False, False

    def doe(self, wat: str, laag: str, vraag: bool | None) -> bool:
        """Whether this can be done here and now; then it is."""
        vragen_open = self.trede == 1 and vraag is None and not self.terug
        if self.klaar or laag != LAGEN[self.trede] or (wat == "terug") != self.terug:
            return False
        if vragen_open or (wat == "hogerop" and self.trede == 2):
            return False
        if wat == "hogerop":
            self.trede += 1
            return True
        self.terug, self.klaar = True, self.trede == 0
        self.trede = max(self.trede - 1, 0)
        return True


def probeer(signaal: Signaal, w, wat: str, laag: str, vraag: bool | None) -> bool:
    """Try one act; whether it was done."""
    act = {"hogerop": signalen.send_up, "antwoord": signalen.answer, "terug": signalen.pass_back}
    velden = {} if wat == "terug" else {"herkend": vraag, "breder": vraag}
    try:
        with transaction.atomic():
            act[wat](signaal=signaal, laag=laag, tekst="x", by=w.wie["raad"], on=VANDAAG, **velden)
    except TuinFout:
        return False
    return True


def test_de_weg_omhoog_en_terug_bij_alles_wat_mensen_proberen(w):
    @settings(
        max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(st.lists(POGING, min_size=4, max_size=10))
    def loop(pogingen):
        with transaction.atomic():
            een = signalen.raise_signaal(
                tuin=w.tuin, soort="anders", tekst="x", by=w.wie["raad"], on=VANDAAG
            )
            ladder = Ladder()
            for wat, waar, vraag in pogingen:
                laag = waar or LAGEN[ladder.trede]
                assert probeer(een, w, wat, laag, vraag) == ladder.doe(wat, laag, vraag)
            een.refresh_from_db()
            assert bool(een.gesloten_op) == ladder.klaar
            omhoog = [s.laag for s in een.stappen.filter(soort__in=("hogerop", "antwoord"))]
            terug = [s.laag for s in een.stappen.filter(soort__in=("terug", "ontvangen"))]
            assert omhoog == LAGEN[: len(omhoog)]
            assert terug == list(reversed(omhoog[:-1]))[: len(terug)]
            transaction.set_rollback(True)

    loop()


# ---- by hand -----------------------------------------------------------------------------------


def test_de_projectgroep_beantwoordt_eerst_twee_vragen(w, signaal):
    """R260: do we know this in the region, and can the whole region gain by it?"""
    wie = {"by": w.wie["raad"], "on": VANDAAG, "tekst": "x"}
    signalen.send_up(signaal=signaal, laag=Laag.KERNGROEP, **wie)
    for half in ({}, {"herkend": True}, {"breder": False}):
        with pytest.raises(VragenOpen):
            signalen.send_up(signaal=signaal, laag=Laag.PROJECTGROEP, **wie, **half)
    stap = signalen.send_up(
        signaal=signaal, laag=Laag.PROJECTGROEP, **wie, herkend=True, breder=False
    )
    assert (stap.herkend, stap.breder) == (True, False)


def test_twee_groepsleden_tegelijk_de_eerste_telt(w, signaal):
    wie = {"by": w.wie["raad"], "on": VANDAAG, "tekst": "x"}
    signalen.send_up(signaal=signaal, laag=Laag.KERNGROEP, **wie)
    with pytest.raises(NietAanBeurt):
        signalen.answer(signaal=signaal, laag=Laag.KERNGROEP, **wie)
    assert signaal.stappen.count() == 1


def test_wat_een_groep_zei_kan_niemand_veranderen(w, signaal):
    signalen.answer(
        signaal=signaal, laag=Laag.KERNGROEP, tekst="klaar", by=w.wie["raad"], on=VANDAAG
    )
    with pytest.raises(DatabaseError, match="voeg een nieuwe toe"), transaction.atomic():
        Signaalstap.objects.update(tekst="anders")
    with pytest.raises(DatabaseError, match="voeg een nieuwe toe"), transaction.atomic():
        Signaalstap.objects.all().delete()


def test_de_hele_weg_op_de_paginas_en_alleen_de_groep_die_aan_zet_is(w, signaal):
    bestuur = w.bestuur()
    adres = signaal.get_absolute_url()

    def doe(laag: str, handeling: str, **velden):
        for ander, wie in bestuur.items():
            antwoord = w.als_mens(wie).post(
                adres,
                {"handeling": handeling, "laag": laag, "tekst": f"van {laag}", **velden},
            )
            assert antwoord.status_code in ({302} if ander == laag else {302, 404})
            if ander != laag:
                assert antwoord.status_code == 404, (ander, laag)

    # The group whose turn it is goes last of the three, so that the others find it not done yet.
    for laag, handeling, velden in (
        ("kerngroep", "hogerop", {}),
        ("projectgroep", "hogerop", {"herkend": "ja", "breder": "nee"}),
        ("stuurgroep", "antwoord", {"partners": ["politie", "oggz"]}),
        ("projectgroep", "terug", {}),
        ("kerngroep", "terug", {}),
    ):
        bestuur[laag] = bestuur.pop(laag)
        doe(laag, handeling, **velden)
    signaal.refresh_from_db()
    assert signaal.gesloten_op == VANDAAG
    assert signaal.stappen.get(laag="stuurgroep").partners == "politie oggz"
    tekst = w.als("raad").get(adres).content.decode()
    assert "Opgenomen met: Politie, (O)GGZ." in tekst
    assert tekst.count("van projectgroep") == 2


def test_een_lid_dat_in_geen_groep_zit_leest_mee_en_doet_niets(w, signaal):
    adres = signaal.get_absolute_url()
    assert "Wat doet de" not in w.als("raad").get(adres).content.decode()
    antwoord = w.als("raad").post(
        adres, {"handeling": "antwoord", "laag": "kerngroep", "tekst": "x"}
    )
    assert antwoord.status_code == 404
    assert not signaal.stappen.exists()


def test_een_signaal_neemt_geen_naam_uit_een_huishouden_mee(w):
    """It leaves the garden; what belongs to the garden stays in it."""
    w.huishouden()
    adres = f"/tuinen/{w.tuin.pk}/erbij/signaal/"
    for tekst in ("Fenna wacht te lang.", "Mevrouw zonnebloem wacht.", "Zij is 999900006."):
        antwoord = w.als("raad").post(adres, {"soort": "wachtlijst", "tekst": tekst})
        assert antwoord.status_code == 422, tekst
    fout = antwoord.content.decode()
    assert "lijkt een BSN te staan" in fout
    goed = {"soort": "wachtlijst", "tekst": "Een gezin wacht van week tot week."}
    assert w.als("raad").post(adres, goed).status_code == 302
    assert Signaal.objects.count() == 1


def test_het_antwoord_van_een_groep_noemt_ook_geen_naam(w, signaal):
    """A member of the garden who sits in the kerngroep knows the names."""
    w.huishouden()
    w.groep("kerngroep").leden.create(medewerker=w.wie["raad"], vanaf=VANDAAG)
    antwoord = w.als("raad").post(
        signaal.get_absolute_url(),
        {"handeling": "hogerop", "laag": "kerngroep", "tekst": "Fenna wacht."},
    )
    assert antwoord.status_code == 422
    assert not signaal.stappen.exists()


def test_een_tussenvoegsel_is_geen_naam(w, signaal):
    huishoudens.add_huisgenoot(huishouden=w.huishouden(), naam="Jo van den Berg", rol="ouder")
    adres = f"/tuinen/{w.tuin.pk}/erbij/signaal/"
    tekst = {"soort": "anders", "tekst": "Van de regio, voor den dag ermee."}
    assert w.als("raad").post(adres, tekst).status_code == 302
