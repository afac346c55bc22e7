"""From the intention to the last moment, on the pages, by who does each step (R12, R186, R48)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from paraplu.casussen.models import Afschrift, Casus, Contactpersoon, Document
from paraplu.overdracht.models import Opvolging

pytestmark = pytest.mark.django_db
GESPREK = {
    "aanwezigen": "Moeder, Fenna en de jeugdbeschermer",
    "ouders": "erbij",
    "kind": "apart",
    "veiligheid": "Thuis is het rustig.",
    "zonder_plan": "Het plan is afgerond.",
    "hulp": "Ambulante hulp tot de zomer.",
    "rol_ouders": "Moeder vraagt zelf hulp.",
    "bijdragen": "Oma past op woensdag op.",
    "als_het_niet_gaat": "Moeder belt het lokale team.",
    "wat_1": "Belt elke week",
    "wie_1": "Lokaal team",
    "concept_versie": "0",
}


def begin(loop, **velden):
    return loop.client("jeugdbeschermer").post(
        f"/werk/maatregel/{loop.maatregel.pk}/einde/",
        {
            "maatregelen": [loop.maatregel.pk],
            "verwacht_op": (loop.vandaag + timedelta(days=30)).isoformat(),
            "waarom": "Het gaat al een half jaar goed.",
            "gezin_weet": "ja",
            **velden,
        },
    )


def test_de_hele_weg_van_voornemen_tot_volgen(loop):
    antwoord = begin(loop)
    loop.casus = Casus.objects.latest("pk")
    assert antwoord["Location"] == loop.casus.get_absolute_url()
    vandaag, dag = loop.vandaag.isoformat(), timedelta(days=1)
    loop.doe("jeugdbeschermer", "vragen", "vraag", gevraagd_op=vandaag, wijze="telefoon")
    assert loop.open() == {"beschikbaar"}
    loop.doe("lokaal_team", "beschikbaar", "overnemer", medewerker=loop.lt.pk)
    volgen = loop.vandaag + 60 * dag
    loop.doe(
        "jeugdbeschermer", "gesprek", "gesprek",
        gehouden_op=vandaag, opvolgen_op=volgen.isoformat(), **GESPREK,
    )  # fmt: skip
    assert loop.open() == {"aanvaarden"}
    loop.doe("lokaal_team", "aanvaarden", "aanvaard", contactpersoon=loop.lt.pk, gelezen="on")
    assert loop.maatregel_nu().tot is None
    prefix = f"m{loop.maatregel.pk}-"
    loop.doe(
        "jeugdbeschermer", "beeindigen", "beeindig",
        **{f"{prefix}op": vandaag, f"{prefix}reden": "volgens_plan:"},
    )  # fmt: skip
    assert loop.maatregel_nu().tot == loop.vandaag
    assert loop.stap("opvolgen").uiterste_datum == volgen
    loop.doe(
        "lokaal_team", "opvolgen", "opvolging",
        op=vandaag, in_beeld="ja", hulp="ja", veilig="ja", verslag="Goed.", volgend_op="",
    )  # fmt: skip
    loop.casus.refresh_from_db()
    assert loop.casus.afloop == "gevolgd"


def test_wie_de_familie_niets_vertelt_schrijft_waarom(loop):
    """R274: the end is transparent for parents and child."""
    antwoord = begin(loop, gezin_weet="nee")
    assert antwoord.status_code == 422
    assert "waarom zij het nog niet weten" in antwoord.content.decode()


def test_het_verslag_gaat_met_grond_naar_het_lokale_team_en_is_daar_te_lezen(loop):
    loop.tot("aanvaarden")
    document = Document.objects.get(soort="overdracht")
    afschrift = Afschrift.objects.get(document=document)
    assert (afschrift.organisatie, afschrift.met_persoonsgegevens) == (loop.w.lokaal_team, True)
    assert afschrift.grond
    tekst = loop.client("lokaal_team").get(f"/werk/overdrachtsverslag/{document.pk}/")
    assert "Oma past op woensdag op." in tekst.content.decode()
    assert "Ouder Testouder" in tekst.content.decode()


def test_wie_er_waren_staat_versleuteld(loop):
    loop.tot("aanvaarden")
    document = Document.objects.get(soort="overdracht")
    assert "Testouder" not in str(document.inhoud)
    assert b"Testouder" not in bytes(document.persoonsgegevens)


def test_een_weigering_gaat_met_reden_terug_naar_het_gesprek_en_een_nieuwe_versie_volgt(loop):
    loop.tot("aanvaarden")
    antwoord = loop.client("lokaal_team").post(
        f"/werk/stap/{loop.stap('aanvaarden').pk}/afronden/", {"uitkomst": "geweigerd"}
    )
    assert antwoord.status_code == 422
    loop.client("lokaal_team").post(
        f"/werk/stap/{loop.stap('aanvaarden').pk}/afronden/",
        {"uitkomst": "geweigerd", "toelichting": "Wie belt oma?"},
    )
    assert loop.open() == {"gesprek"}
    tekst = loop.client("jeugdbeschermer").get(loop.stap("gesprek").get_absolute_url())
    assert "Wie belt oma?" in tekst.content.decode()
    # What was said before is there again.
    assert "Oma past op woensdag op." in tekst.content.decode()
    loop.bespreek()
    assert [d.versie for d in Document.objects.filter(soort="overdracht")] == [1, 2]


def test_zonder_veiligheidsplan_vraagt_het_verslag_waarom(loop):
    """R10: a family with worries about safety has a plan, or it is said why not."""
    loop.tot("gesprek")
    antwoord = loop.doe(
        "jeugdbeschermer", "gesprek", "gesprek",
        gehouden_op=loop.vandaag.isoformat(),
        opvolgen_op=(loop.vandaag + timedelta(days=9)).isoformat(),
        **{**GESPREK, "zonder_plan": ""},
    )  # fmt: skip
    assert antwoord.status_code == 422
    assert loop.open() == {"gesprek"}


def test_een_afspraak_zonder_wie_wordt_niet_vastgelegd_en_wat_er_stond_is_bewaard(loop):
    loop.tot("gesprek")
    velden = {**GESPREK, "wie_1": "", "gehouden_op": loop.vandaag.isoformat()}
    loop.doe("jeugdbeschermer", "gesprek", "gesprek", **velden)
    tekst = loop.client("jeugdbeschermer").get(loop.stap("gesprek").get_absolute_url())
    assert "Dit is uw bewaarde concept." in tekst.content.decode()
    assert "Belt elke week" in tekst.content.decode()


def test_het_gezin_krijgt_een_vaste_contactpersoon_bij_het_lokale_team(loop):
    """R232: the contact of the lokaal team is the anchor of the family."""
    loop.tot("beeindigen")
    vast = Contactpersoon.objects.get(maatregel=loop.maatregel, tot=None)
    assert vast.medewerker == loop.lt


def test_na_de_laatste_maatregel_voert_het_lokale_team_de_regie(loop):
    """R10: one family, one plan, one director, also when the GI goes."""
    loop.tot("opvolgen")
    assert loop.gezin.regies.get(tot=None).medewerker == loop.lt


def test_zolang_er_nog_een_maatregel_loopt_blijft_de_regie_waar_die_was(loop):
    loop.nieuwe_maatregel(loop.kind, "jr")
    loop.tot("opvolgen")
    assert loop.gezin.regies.get(tot=None).medewerker == loop.houder


def test_broers_en_zussen_worden_samen_overgedragen(loop):
    """R3: the work is about the family."""
    zus = loop.gezin.personen.create(rol="kind", voornamen="Bo", achternaam="Testkind")
    van_zus = loop.nieuwe_maatregel(zus, "ots")
    loop.begin(loop.maatregel, van_zus).vraag().neem_over().bespreek().aanvaard()
    assert loop.casus.kind is None
    loop.beeindig()
    van_zus.refresh_from_db()
    assert van_zus.tot == loop.maatregel_nu().tot == loop.vandaag


def test_de_gi_leest_niet_wat_het_lokale_team_bij_het_volgen_schrijft(loop):
    loop.tot("opvolgen").volg(verslag="Alleen voor ons.", volgend_op=loop.vandaag + timedelta(9))
    adres = loop.casus.get_absolute_url()
    assert "Alleen voor ons." in loop.client("lokaal_team").get(adres).content.decode()
    van_gi = loop.client("jeugdbeschermer").get(adres).content.decode()
    assert "Alleen voor ons." not in van_gi and "het gezin is in beeld" in van_gi


def test_de_maatregel_loopt_door_als_de_houder_de_overdracht_intrekt(loop):
    loop.tot("gesprek")
    loop.sluit("gesprek", "ingetrokken", "jeugdbeschermer", toelichting="De rechter verlengde.")
    loop.casus.refresh_from_db()
    assert loop.casus.afloop == "ingetrokken"
    assert loop.casus.eindes.get().vervallen_op == loop.vandaag
    # Later it can begin anew.
    loop.begin()
    assert loop.maatregel_nu().tot is None


def test_alleen_wie_het_gezin_ziet_en_bij_de_gi_werkt_bereidt_een_einde_voor(loop):
    adres = f"/werk/maatregel/{loop.maatregel.pk}/einde/"
    assert loop.client("jeugdbeschermer").get(adres).status_code == 200
    assert loop.client("lokaal_team").get(adres).status_code == 403
    loop.gezin.regies.update(tot=loop.vandaag)
    assert loop.client("jeugdbeschermer").get(adres).status_code == 404


def test_bij_een_lopende_maatregel_staat_op_het_gezin_hoe_zij_eindigt(loop):
    tekst = loop.client("jeugdbeschermer").get(f"/werk/gezin/{loop.gezin.pk}/").content.decode()
    assert "Einde voorbereiden" in tekst and "Voogd zoeken" not in tekst
    assert Opvolging.objects.count() == 0
