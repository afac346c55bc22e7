"""One family walks from the first question to the invitations, on the pages, each by who it is for."""

from __future__ import annotations

from django.utils.timezone import localdate

from paraplu.casussen.models import Casus
from paraplu.tafel.actions import ruimte
from paraplu.tafel.forms.delen import list_delen
from paraplu.tafel.models import Zitting
from paraplu.tafel.queries import document_of
from paraplu.web.models import Postbericht, Spoor
from tests.tafel.aan import as_data


def test_van_vraag_tot_uitnodiging(t):
    gezin, vandaag = t.gezin(), localdate().isoformat()
    lokaal_team, voorzitter = t.client("lokaal_team"), t.client("voorzitter")
    lokaal_team.post(
        f"/werk/gezin/{gezin.pk}/tafel/", {"vraag": "vijf_voor_twaalf", "aanmelder": "lokaal_team"}
    )
    casus = Casus.objects.get()
    adres = t.stap(casus, "verzoek").get_absolute_url()
    ingevuld = t.ingevuld(casus)
    for deel in list_delen(casus.tafelverzoek.soort):
        velden = as_data(deel, ingevuld[deel.sleutel])
        knop = "verstuur" if deel.sleutel == "versturen" else "verder"
        antwoord = lokaal_team.post(
            adres, {**velden, "deel": deel.sleutel, "concept_versie": "0", "handeling": knop}
        )
        assert antwoord.status_code == 302, deel.sleutel
    assert t.open(casus) == {"volledigheid", "plannen"}
    assert (
        lokaal_team.get(f"/werk/tafelverzoek/{document_of(casus).pk}/pdf/").content[:5] == b"%PDF-"
    )

    bladzijde = t.stap(casus, "plannen").get_absolute_url()
    eerste = voorzitter.get(bladzijde).context["plan_form"].fields["moment"].choices[0][0]
    voorzitter.post(
        bladzijde,
        {
            "handeling": "plan",
            "plan-moment": eerste,
            "plan-voorzitter": t.wie["voorzitter"].pk,
            "plan-gi_deelname": "afroep",
        },
    )
    assert "Fenna Testgezin" in voorzitter.get(bladzijde).content.decode()
    voorzitter.post(bladzijde, {"handeling": "nodig_uit"})
    assert t.open(casus) == {"volledigheid"}
    assert Zitting.objects.get().uitgenodigd_op.isoformat() == vandaag
    assert casus.nummer in voorzitter.get("/werk/tafel/").content.decode()

    kaart = lokaal_team.get(casus.get_absolute_url()).content.decode()
    assert "Gemeentehuis, kamer 2" in kaart
    raad = t.client("raad")
    assert raad.get(f"/werk/tafelverzoek/{document_of(casus).pk}/").status_code == 200
    assert t.client("buur").get(casus.get_absolute_url()).status_code == 404
    teksten = " ".join(
        [
            *Postbericht.objects.values_list("tekst", flat=True),
            *Spoor.objects.values_list("voorwerp", flat=True),
        ]
    )
    assert not any(naam in teksten for naam in ("Testgezin", "Fenna", "Loes", "Oma"))


def test_de_tafel_kiest_en_houdt_vaste_momenten_op_haar_bladzijde(t):
    # R68.
    voorzitter, adres = t.client("voorzitter"), f"/werk/tafel/{t.tafel.pk}/instellen/"
    slot = {
        "handeling": "slot", "slot-weekdag": "2", "slot-begin": "13:00", "slot-einde": "14:00",
        "slot-plaats": "Huis van de wijk", "slot-vanaf": "2026-01-05",
    }  # fmt: skip
    assert voorzitter.post(adres, {**slot, "slot-einde": "12:00"}).status_code == 422
    assert voorzitter.post(adres, slot).status_code == 302
    assert voorzitter.post(adres, slot).status_code == 422
    nieuw = t.tafel.slots.get(weekdag=2)
    voorzitter.post(adres, {"handeling": "sla_over", "slot": nieuw.pk, "dag": "2026-12-29"})
    voorzitter.post(adres, {"handeling": "stop", "slot": nieuw.pk, "dag": "2027-01-31"})
    nieuw.refresh_from_db()
    assert [str(dag) for dag in nieuw.vervalt_op] == ["2026-12-29"]
    assert str(nieuw.tot) == "2027-01-31"
    keuzes = {
        "handeling": "instellingen", "gi_deelname": "vast", "gi": t.gi.pk, "werkwijze": "2021",
        "folder_0228": "https://voorbeeld.test/folder", "versie": "1",
    }  # fmt: skip
    assert voorzitter.post(adres, keuzes).status_code == 302
    assert voorzitter.post(adres, keuzes).status_code == 409
    t.tafel.refresh_from_db()
    assert t.tafel.folders == {"0228": "https://voorbeeld.test/folder"}
    assert (t.tafel.gi, t.tafel.toetst_einde_ots) == (t.gi, False)
    assert t.client("buur").get(adres).status_code == 404


def test_een_buur_geeft_ruimte_op_de_bladzijde(t):
    t.tafel.slots.all().delete()
    t.slot(t.buurtafel, weekdag=2)
    casus, vandaag = t.begin(on=localdate()), localdate()
    t.dien_in(casus, on=vandaag)
    voorzitter, buur = t.client("voorzitter"), t.client("buur")
    bladzijde = t.stap(casus, "plannen").get_absolute_url()
    assert "geen moment vrij" in voorzitter.get(bladzijde).content.decode()
    voorzitter.post(bladzijde, {"handeling": "ruimte", "ruimte-tafels": [t.buurtafel.pk]})
    vraag = casus.ruimtevragen.get()
    assert vraag.voor == ruimte.last_day(casus)
    antwoord = buur.get(f"/werk/tafel/ruimte/{vraag.pk}/")
    eerste = antwoord.context["form"].fields["moment"].choices[0][0]
    buur.post(f"/werk/tafel/ruimte/{vraag.pk}/", {"moment": eerste})
    vraag.refresh_from_db()
    assert vraag.akkoord
    keuzes = voorzitter.get(bladzijde).context["plan_form"].fields["moment"].choices
    assert keuzes[0][0] == eerste
