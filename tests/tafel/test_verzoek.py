"""The request: its rules part by part, fixed, sent, and on paper (R57, R63 to R67, R80, R81, R272)."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from paraplu.casussen import actions, kluis
from paraplu.casussen.fouten import CasusFout, VoorwaardeNietVervuld
from paraplu.casussen.models import Concept
from paraplu.tafel import queries
from paraplu.tafel.actions.verzoek import add_bijlage, read_bijlage
from paraplu.tafel.forms import verzoek as formulier
from paraplu.tafel.forms.delen import as_data, bind_delen, list_delen
from paraplu.tafel.models import Bijlage, Gesprek
from paraplu.tafel.stukken.verzoek import list_secties, list_velden, make_stuk
from tests.tafel.aan import DAG

PDF = b"%PDF-1.7 klein stuk"


def fouten(t, casus, deel: str, *, ander_formulier: bool = False, **velden) -> set[str]:
    """The fields of one part that are refused when the good answers are replaced by these."""
    ingevuld = t.ingevuld(casus)
    ingevuld[deel] = {**ingevuld[deel], **velden}
    if ander_formulier:
        ingevuld["aanleiding"] = {"ander_formulier": True}
    gebonden = bind_delen(casus.tafelverzoek.soort, ingevuld, casus=casus, on=DAG)
    return set(next(d for d in gebonden if d.sleutel == deel).errors)


@pytest.mark.parametrize(
    ("deel", "veld"),
    [
        ("aanleiding", "vraag"),
        ("gezin", "geschiedenis"),
        ("zorgen", "feiten_kinderen"),
        ("zorgen", "bedreiging"),
        ("zorgen", "grootste_zorg"),
        ("hulp", "stagnatie"),
        ("hulp", "benut"),
        ("hulp", "benut_uitleg"),
        ("veiligheid", "stappen"),
        ("ouders", "besproken_op"),
        ("ouders", "verstuurd_op"),
        ("versturen", "grond_raad"),
    ],
)
def test_zonder_dit_antwoord_is_het_verzoek_niet_klaar(t, deel, veld):
    assert fouten(t, t.begin(), deel, **{veld: ""}) == {veld}


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"plan": "nee", "geen_plan": ""}, {"geen_plan"}),
        ({"plan": "ja", "geen_plan": ""}, {"plan"}),
        ({"plan": "nee", "geen_plan": "De ouders wilden niet."}, set()),
    ],
)
def test_er_is_een_veiligheidsplan_of_een_reden_waarom_niet(t, velden, fout):
    assert fouten(t, t.begin(), "veiligheid", **velden) == fout


def test_een_plan_en_een_reden_waarom_het_er_niet_is_gaan_niet_samen(t, monkeypatch):
    monkeypatch.setattr(formulier, "has_plan", lambda casus, on: True)
    casus = t.begin()
    assert fouten(t, casus, "veiligheid", plan="ja", geen_plan="") == set()
    assert fouten(t, casus, "veiligheid", plan="ja", geen_plan="Toch niet.") == {"geen_plan"}


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"reactie": "", "geen_reactie": ""}, {"geen_reactie"}),
        ({"reactie": "", "geen_reactie": "Zij namen niet op."}, set()),
        ({"reactie": "Oneens.", "geen_reactie": "Zij namen niet op."}, {"geen_reactie"}),
        ({"besproken_op": "2026-01-06"}, {"besproken_op"}),
    ],
)
def test_de_reactie_van_de_ouders_staat_erin_of_waarom_niet(t, velden, fout):
    assert fouten(t, t.begin(), "ouders", **velden) == fout


def test_een_kind_vanaf_twaalf_heeft_een_wijze_en_een_jonger_kind_niet(t):
    casus = t.begin()
    oud, jong = casus.gezin.personen.filter(rol="kind")
    namen = set(list_velden(Gesprek.VIJF, casus, op=DAG))
    assert f"kinderen.wijze_{oud.pk}" in namen
    assert f"kinderen.wijze_{jong.pk}" not in namen
    assert fouten(t, casus, "kinderen", **{f"wijze_{oud.pk}": ""}) == {f"wijze_{oud.pk}"}


@pytest.mark.parametrize(
    ("wijze", "nodig"),
    [
        ("aan_tafel", "voorbereid_door"),
        ("vooraf", "voorbereid_door"),
        ("brief", None),
        ("via_professional", "contact_op"),
    ],
)
def test_wie_komt_is_voorbereid_en_wie_via_een_ander_spreekt_is_gesproken(t, wijze, nodig):
    casus = t.begin()
    oud = casus.gezin.personen.get(voornamen="Fenna")
    velden = {f"wijze_{oud.pk}": wijze, f"voorbereid_door_{oud.pk}": "", f"contact_op_{oud.pk}": ""}
    verwacht = {f"{nodig}_{oud.pk}"} if nodig else set()
    assert fouten(t, casus, "kinderen", **velden) == verwacht


def test_eerdere_hulp_heeft_een_periode_en_resultaat_of_er_was_er_geen(t):
    casus = t.begin()
    assert fouten(t, casus, "hulp", periode_1="", resultaat_1="") == {"periode_1", "resultaat_1"}
    assert fouten(t, casus, "hulp", hulp_1="") == {"geen_hulp"}
    assert fouten(t, casus, "hulp", hulp_1="", geen_hulp="Zij vroegen nu pas hulp.") == set()


def test_met_het_formulier_van_een_andere_regio_blijven_veiligheid_en_stem_verplicht(t):
    # R86.
    casus = t.begin()
    leeg = {"feiten_kinderen": "", "bedreiging": ""}
    assert fouten(t, casus, "zorgen", ander_formulier=True, **leeg) == set()
    assert fouten(t, casus, "ouders", ander_formulier=True, besproken_op="") == {"besproken_op"}


def test_ingediend_gaat_het_naar_voorzitter_en_raad_met_grond_en_lopen_de_twee_weken(t):
    # R64, P29.
    casus = t.begin()
    t.dien_in(casus)
    document = queries.document_of(casus)
    afschriften = document.afschriften.values_list("rol", "organisatie__sleutel", "grond")
    assert set(afschriften) == {
        ("voorzitter", "JBT-FV", "taak van de Jeugdbeschermingstafel"),
        ("raad", "RVDK", "De ouders vinden het goed"),
    }
    assert t.open(casus) == {"volledigheid", "plannen"}
    assert t.stap(casus, "plannen").uiterste_datum == date(2026, 1, 19)
    casus.tafelverzoek.refresh_from_db()
    assert casus.tafelverzoek.ontvangen_op == DAG


def test_van_een_gi_krijgt_ook_het_lokale_team_het_verzoek(t):
    casus = t.begin(houder=t.wie["jeugdbeschermer"], aanmelder="gi")
    t.dien_in(casus)
    rollen = queries.document_of(casus).afschriften.values_list("rol", flat=True)
    assert set(rollen) == {"voorzitter", "raad", "lokaal_team"}


def test_wat_over_mensen_gaat_staat_alleen_versleuteld_in_het_document(t):
    casus = t.begin()
    t.dien_in(casus)
    document = queries.document_of(casus)
    assert document.inhoud == {"soort": "vijf_voor_twaalf", "aanmelder": "lokaal_team"}
    namen = {persoon["naam"] for persoon in kluis.unseal(document.persoonsgegevens)["personen"]}
    assert namen == {"Fenna Testgezin", "Sem Testgezin", "Loes Testgezin", "Karel Testgezin"}


def test_het_verzoek_op_papier_heeft_alle_kinderen_en_de_reactie(t):
    casus = t.begin()
    t.dien_in(casus)
    secties = list_secties(queries.document_of(casus))
    tekst = " ".join(regel.waarde for sectie in secties for regel in sectie.regels)
    assert all(stuk in tekst for stuk in ("Fenna", "Sem", "Wij zien het anders.", "Ja"))
    assert make_stuk(queries.document_of(casus)).titel.startswith("Verzoek tot bespreking")
    leeg = list_secties(queries.document_of(casus), leeg=True)
    assert sum(len(s.regels) for s in leeg) > sum(len(s.regels) for s in secties)


def test_de_stap_sluit_niet_zonder_verstuurd_verzoek(t):
    casus = t.begin()
    with pytest.raises(VoorwaardeNietVervuld, match="Vul eerst het verzoek in"):
        actions.close_stap(
            stap=t.stap(casus, "verzoek"), uitkomst="ingediend", by=casus.houder, on=DAG
        )


def test_bij_het_einde_van_een_ots_horen_drie_stukken(t):
    gezin = t.gezin()
    maatregel = actions.start_maatregel(
        persoon=gezin.personen.get(voornamen="Fenna"),
        soort="ots",
        gi=t.gi,
        uitspraak_op=DAG,
        vanaf=DAG,
    )
    casus = t.begin(
        soort=Gesprek.EINDE_OTS, gezin=gezin, maatregel=maatregel,
        houder=t.wie["jeugdbeschermer"], aanmelder="gi",
    )  # fmt: skip
    assert "einde_ots" in {deel.sleutel for deel in list_delen(Gesprek.EINDE_OTS)}
    einde = dict.fromkeys(("rol_ouders", "wie_doet_wat", "vervolghulp"), "Zo doen we dat.")
    ingevuld = {**t.ingevuld(casus), "einde_ots": einde}
    t.ingevuld = lambda _casus: ingevuld
    with pytest.raises(VoorwaardeNietVervuld, match="drie stukken"):
        t.dien_in(casus)
    for soort in ("verzoek_einde", "evaluatie", "besluit"):
        add_bijlage(verzoek=casus.tafelverzoek, soort=soort, inhoud=PDF, by=casus.houder, on=DAG)
    t.dien_in(casus)
    assert t.open(casus) == {"volledigheid", "plannen"}


def test_een_bijlage_is_een_pdf_en_staat_versleuteld(t):
    casus = t.begin()
    velden = {
        "verzoek": casus.tafelverzoek,
        "soort": "ander_formulier",
        "by": casus.houder,
        "on": DAG,
    }
    with pytest.raises(CasusFout, match="als PDF"):
        add_bijlage(inhoud=b"GIF89a", **velden)
    with pytest.raises(CasusFout, match="te groot"):
        add_bijlage(inhoud=PDF + b"0" * 5_000_000, **velden)
    bijlage = add_bijlage(inhoud=PDF, **velden)
    assert b"klein stuk" not in bytes(bijlage.inhoud)
    assert read_bijlage(Bijlage.objects.get()) == PDF


def test_een_onderdeel_wordt_bewaard_ook_als_het_nog_niet_af_is(t):
    casus = t.begin()
    adres = t.stap(casus, "verzoek").get_absolute_url()
    velden = {"zorgen-mening": "Nog half", "deel": "zorgen", "concept_versie": "0"}
    lokaal_team = t.client("lokaal_team")
    antwoord = lokaal_team.post(adres, {**velden, "handeling": "verder"})
    assert antwoord.url.endswith("?deel=hulp")
    assert kluis.unseal(Concept.objects.get().inhoud)["mening"] == "Nog half"
    assert "Nog half" in lokaal_team.get(f"{adres}?deel=zorgen").content.decode()
    weer = lokaal_team.post(
        adres, {**velden, "zorgen-mening": "Ander venster", "handeling": "verder"}
    )
    assert weer.status_code == 409
    assert "in een ander venster bewaard" in weer.content.decode()
    assert kluis.unseal(Concept.objects.get().inhoud)["mening"] == "Nog half"


def test_versturen_zegt_per_onderdeel_wat_ontbreekt(t):
    casus = t.begin()
    adres = t.stap(casus, "verzoek").get_absolute_url()
    antwoord = t.client("lokaal_team").post(adres, {"handeling": "verstuur", "deel": "aanleiding"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert all(f"?deel={deel}" in tekst for deel in ("zorgen", "veiligheid", "kinderen"))
    assert t.open(casus) == {"verzoek"}


def test_een_bijlage_toevoegen_kan_op_de_bladzijde(t):
    casus = t.begin()
    lokaal_team = t.client("lokaal_team")
    adres = t.stap(casus, "verzoek").get_absolute_url()
    lokaal_team.post(
        adres,
        {
            "aanleiding-ander_formulier": "on",
            "deel": "aanleiding",
            "concept_versie": "0",
            "handeling": "bewaar",
        },
    )
    stuk = SimpleUploadedFile("stuk.pdf", PDF, content_type="application/pdf")
    lokaal_team.post(
        adres,
        {
            "bijlage-soort": "ander_formulier",
            "bijlage-bestand": stuk,
            "deel": "aanleiding",
            "handeling": "bijlage",
        },
    )
    bijlage = Bijlage.objects.get()
    assert lokaal_team.get(f"/werk/tafelbijlage/{bijlage.pk}/").content == PDF
    assert t.client("buur").get(f"/werk/tafelbijlage/{bijlage.pk}/").status_code == 404


def test_wat_is_bewaard_komt_terug_zoals_het_werd_ingevuld(t):
    casus = t.begin()
    t.dien_in(casus)
    delen = queries.read_delen(queries.document_of(casus))
    opnieuw = bind_delen(Gesprek.VIJF, delen, casus=casus, on=DAG)
    assert all(deel.is_valid() for deel in opnieuw)
    assert as_data(type(opnieuw[5]), delen["ouders"])["ouders-besproken_op"] == "2026-01-05"
