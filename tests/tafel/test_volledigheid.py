"""The chair looks whether everything is there, asks back with a day, and refers (R62, R66, R79, R271)."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.casussen.actions import close_stap
from paraplu.casussen.fouten import CasusFout, VoorwaardeNietVervuld
from paraplu.tafel.actions import verzoek, volledigheid
from paraplu.tafel.models import Aanvulvraag, Zitting
from paraplu.tafel.queries import list_taken
from paraplu.web.models import Postbericht
from tests.tafel.aan import DAG


@pytest.fixture
def casus(t):
    casus = t.begin()
    t.dien_in(casus)
    return casus


def test_een_vraag_is_een_taak_met_een_dag_voor_de_aanmelder(t, casus):
    t.vraag(casus, zorgen__bedreiging="Wat zag u zelf?")
    assert t.open(casus) == {"aanvullen", "plannen"}
    taken = list(list_taken(t.wie["lokaal_team"].gebruiker, DAG))
    assert [(taak.casus, taak.dag) for taak in taken] == [(casus.nummer, date(2026, 1, 8))]
    post = Postbericht.objects.get(gebruiker=t.wie["lokaal_team"].gebruiker)
    assert casus.nummer in post.tekst
    assert "zag" not in post.tekst


def test_de_klok_loopt_door_terwijl_er_wordt_aangevuld(t, casus):
    t.vraag(casus, hulp__stagnatie="Sinds wanneer?")
    assert t.stap(casus, "plannen").uiterste_datum == date(2026, 1, 19)


def test_zonder_vraag_of_met_een_dag_die_was_wordt_niets_gevraagd(t, casus):
    velden = {"stap": t.stap(casus, "volledigheid"), "by": t.wie["voorzitter"], "on": DAG}
    with pytest.raises(CasusFout, match="wat u mist"):
        volledigheid.ask_aanvulling(vragen={"zorgen.mening": " "}, uiterlijk=DAG, **velden)
    with pytest.raises(CasusFout, match="die nog komt"):
        volledigheid.ask_aanvulling(
            vragen={"zorgen.mening": "?"}, uiterlijk=date(2026, 1, 2), **velden
        )
    assert not Aanvulvraag.objects.exists()


def test_pas_als_elke_vraag_is_beantwoord_gaat_het_terug(t, casus):
    t.vraag(casus, zorgen__bedreiging="Wat zag u?", hulp__stagnatie="Sinds wanneer?")
    een, twee = Aanvulvraag.objects.all()
    stap = t.stap(casus, "aanvullen")
    with pytest.raises(VoorwaardeNietVervuld, match="elke vraag"):
        verzoek.answer_aanvulling(stap=stap, antwoorden={een.pk: "Dit."}, by=casus.houder, on=DAG)
    verzoek.answer_aanvulling(
        stap=stap, antwoorden={een.pk: "Dit.", twee.pk: "Sinds mei."}, by=casus.houder, on=DAG
    )
    assert t.open(casus) == {"volledigheid", "plannen"}


def test_met_een_open_vraag_is_het_verzoek_niet_volledig(t, casus):
    t.vraag(casus, geheel="Bel mij even.")
    stap = casus.stappen.get(sleutel="volledigheid")
    Aanvulvraag.objects.create(
        casus=casus,
        stap=stap,
        vraag="Nog iets?",
        uiterlijk=DAG,
        gesteld_op=DAG,
        gesteld_door=t.wie["voorzitter"],
    )
    vraag = Aanvulvraag.objects.first()
    with pytest.raises(VoorwaardeNietVervuld):
        verzoek.answer_aanvulling(
            stap=t.stap(casus, "aanvullen"),
            antwoorden={vraag.pk: "Gebeld."},
            by=casus.houder,
            on=DAG,
        )


def test_een_vraag_voor_een_andere_tafel_sluit_de_casus_met_reden_en_zegt_het_gesprek_af(t, casus):
    zitting = t.nodig_uit(casus)
    volledigheid.refer_elsewhere(
        stap=t.stap(casus, "volledigheid"), tafel="ret", reden="Het gaat om welke hulp.",
        by=t.wie["voorzitter"], on=DAG,
    )  # fmt: skip
    casus.refresh_from_db()
    zitting.refresh_from_db()
    assert (casus.afloop, zitting.status) == ("andere_tafel", Zitting.Status.AFGELAST)
    assert casus.gebeurtenissen.get(soort="verwezen").gegevens == {"tafel": "ret"}


def test_intrekken_kan_pas_als_het_gesprek_is_afgezegd(t, casus):
    t.nodig_uit(casus)
    with pytest.raises(VoorwaardeNietVervuld, match="eerst af te zeggen"):
        close_stap(
            stap=t.stap(casus, "volledigheid"), uitkomst="ingetrokken", toelichting="opgelost",
            by=casus.houder, on=DAG,
        )  # fmt: skip


def test_de_voorzitter_loopt_het_na_per_veld_en_de_aanmelder_antwoordt(t, casus):
    voorzitter, lokaal_team = t.client("voorzitter"), t.client("lokaal_team")
    adres = t.stap(casus, "volledigheid").get_absolute_url()
    tekst = voorzitter.get(adres).content.decode()
    assert all(
        stuk in tekst for stuk in ("niet ingevuld", "Wij zien het anders.", "Fenna Testgezin")
    )
    antwoord = voorzitter.post(
        adres,
        {
            "handeling": "vraag",
            "vraag-uiterlijk": "2099-01-08",
            "vraag-zorgen.bedreiging": "Wat zag u zelf?",
        },
    )
    assert antwoord.status_code == 302
    vraag = Aanvulvraag.objects.get()
    assert vraag.veld == "zorgen.bedreiging"
    bladzijde = t.stap(casus, "aanvullen").get_absolute_url()
    assert "Waardoor loopt de ontwikkeling" in lokaal_team.get(bladzijde).content.decode()
    lokaal_team.post(
        bladzijde, {"handeling": "beantwoord", f"antwoord_{vraag.pk}": "Ruzie, op 3 januari."}
    )
    weer = t.stap(casus, "volledigheid").get_absolute_url()
    assert "Ruzie, op 3 januari." in voorzitter.get(weer).content.decode()
    voorzitter.post(weer, {"handeling": "compleet"})
    assert t.open(casus) == {"plannen"}


def test_wie_niet_leidt_loopt_niets_na(t, casus):
    adres = t.stap(casus, "volledigheid").get_absolute_url()
    assert t.client("buur").get(adres).status_code == 404
    assert "niet aan u" in t.client("lokaal_team").get(adres).content.decode()


def test_een_gewijzigd_verzoek_gaat_mee_als_nieuwe_versie(t, casus):
    t.vraag(casus, zorgen__bedreiging="Wat zag u?")
    lokaal_team = t.client("lokaal_team")
    adres = t.stap(casus, "aanvullen").get_absolute_url()
    zorgen = t.ingevuld(casus)["zorgen"] | {"bedreiging": "Slaan, gezien op 3 januari."}
    lokaal_team.post(
        adres,
        {
            "handeling": "bewaar",
            "deel": "zorgen",
            "concept_versie": "0",
            **{f"zorgen-{naam}": waarde for naam, waarde in zorgen.items()},
        },
    )
    lokaal_team.post(
        adres,
        {"handeling": "beantwoord", f"antwoord_{Aanvulvraag.objects.get().pk}": "Zie het verzoek."},
    )
    assert [d.versie for d in casus.documenten.filter(soort="tafelverzoek")] == [1, 2]
    tekst = t.client("voorzitter").get(t.stap(casus, "volledigheid").get_absolute_url())
    assert "Slaan, gezien op 3 januari." in tekst.content.decode()
