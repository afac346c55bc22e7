"""The whole cycle by clicking: meeting, deviation, a second one, the G7, its decision."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from paraplu.overleg.models import Afwijking, Agendapunt, Besluit, Escalatie, Overleg
from paraplu.resultaten.stand import Status
from paraplu.web.models import Spoor
from tests.overleg.conftest import DE_GI
from tests.web.wand.achter import verzoeken_achter_de_wand

VANDAAG = localdate()


def _stuur(client, adres: str, velden: dict) -> str:
    antwoord = client.post(adres, velden)
    assert antwoord.status_code == 302, antwoord.content.decode()[-4000:]
    return antwoord["Location"]


@pytest.mark.usefixtures("gis")
def test_van_overleg_tot_besluit_van_de_g7(als, cijfers, monkeypatch):
    """R210 to R214, R302: meeting → deviation → second → agenda of the G7 → decision recorded."""
    cijfers["RA3", DE_GI, 2022] = Status.NIET_GEHAALD
    cijfers["RA3", DE_GI, 2023] = Status.NIET_GEHAALD
    cijfers["RA4", "", 2022] = Status.NOG_NIET_BEKEND
    cm, gi, raadslid = als("contractmanager"), als("gi"), als("raadslid")
    verzoeken_achter_de_wand(monkeypatch)

    _stuur(cm, reverse("overleg_nieuw"), {"soort": "gelders", "regio": "", "datum": VANDAAG,
           "plaats": "Arnhem", "jaar": 2022, "bekend_op": VANDAAG})  # fmt: skip
    overleg = Overleg.objects.get()
    agenda = reverse("overleg_agenda", args=[overleg.pk])
    assert "RA3 Overhead: 1 × niet gehaald" in cm.get(agenda).content.decode()
    _stuur(cm, agenda, {})
    assert list(
        overleg.agendapunten.filter(soort="resultaat").values_list("sleutel", flat=True)
    ) == ["RA3", "RA4"]

    for jaar in (2022, 2023):
        zoek = {"partij": DE_GI, "afspraak": "RA3", "jaar": jaar}
        assert "29,4 %" in cm.get(reverse("afwijking_nieuw"), zoek).content.decode()
        _stuur(cm, reverse("afwijking_nieuw"), {**zoek, "getroffen": "regio-CG",
               "overleg": overleg.pk, "toelichting": "De regio betaalt meer."})  # fmt: skip
    eerste, tweede = Afwijking.objects.order_by("jaar")
    assert "Kosten van overhead" in eerste.bewijs
    assert eerste.bekend_op == VANDAAG
    _stuur(gi, reverse("afwijking_stap", args=[eerste.pk]),
           {"soort": "reactie", "tekst": "Wij maken een plan."})  # fmt: skip
    _stuur(cm, reverse("overleg_notitie", args=[overleg.pk]),
           {"afspraak": "RA3", "tekst": "De GI krijgt drie maanden."})  # fmt: skip

    _stuur(cm, reverse("overleg_nieuw"), {"soort": "g7", "regio": "", "datum": VANDAAG, "plaats": "",
           "jaar": 2023, "bekend_op": VANDAAG})  # fmt: skip
    g7 = Overleg.objects.get(soort="g7")
    voorstel = reverse("g7_voorstel", args=[DE_GI, "RA3"])
    assert voorstel in cm.get(reverse("afwijkingen")).content.decode()
    naar = _stuur(cm, voorstel, {"overleg": g7.pk, "waarom": "Twee jaar achter elkaar."})
    escalatie = Escalatie.objects.get()
    assert naar == escalatie.get_absolute_url()
    assert "tweede afwijking van RA3" in cm.get(g7.get_absolute_url()).content.decode()
    dossier = gi.get(naar).content.decode()
    for deel in ("29,4 %", "Wij maken een plan.", "De GI krijgt drie maanden.", "hoogstens 28,1 %"):
        assert deel in dossier, deel
    assert gi.get(voorstel).status_code == 403

    _stuur(cm, reverse("g7_besluit", args=[escalatie.pk]), {"onderwerp": "Verbeterplan voor 1 maart",
           "tekst": "De GI levert een plan.", "datum": VANDAAG})  # fmt: skip
    besluit = Besluit.objects.get(escalatie=escalatie)
    assert (besluit.openbaar, besluit.overleg_id) == (False, g7.pk)
    assert "Verbeterplan voor 1 maart" in cm.get(g7.get_absolute_url()).content.decode()
    assert "Verbeterplan" not in raadslid.get(reverse("besluiten")).content.decode()
    assert cm.get(voorstel)["Location"] == naar, "wie te laat komt, ziet wat is besloten"
    gezien = set(Spoor.objects.values_list("handeling", flat=True))
    assert {"afwijking vastleggen", "besluit over de stap naar de G7"} <= gezien
    assert tweede.partij_naam == "Jeugdbescherming Gelderland"


def test_wie_er_niet_bij_hoort_ziet_niets(als, plan, cijfers):
    """Minutes and deviations are for parties: not for a council, a provider or another region."""
    gelders = plan()
    eigen = plan(soort="contract", regio="FV")
    wie = {
        "contractmanager": (200, 404), "gi": (200, 200), "backoffice": (200, 200),
        "regio": (200, 200), "wethouder": (200, 404), "provincie": (200, 404),
        "raadslid": (403, 403), "aanbieder": (403, 403), "beheerder": (403, 403),
    }  # fmt: skip
    for soort, verwacht in wie.items():
        client = als(soort)
        codes = tuple(client.get(o.get_absolute_url()).status_code for o in (gelders, eigen))
        assert codes == verwacht, soort
    assert als("regio").get(reverse("overleg_verslag", args=[gelders.pk])).status_code == 404
    assert als("regio").get(reverse("overleg_verslag", args=[eigen.pk])).status_code == 200


def test_zonder_afwijkend_cijfer_is_er_geen_afwijking(als, plan, cijfers):
    overleg = plan()
    antwoord = als("contractmanager").post(reverse("afwijking_nieuw"), {
        "partij": DE_GI, "afspraak": "RA3", "jaar": 2022, "getroffen": "regio-CG",
        "overleg": overleg.pk, "toelichting": "x",
    })  # fmt: skip
    assert antwoord.status_code == 422
    assert not Afwijking.objects.exists()


def test_een_gi_meldt_alleen_wat_haar_zelf_treft(als, gis, cijfers):
    """R212: a gemeente that does not do its part hinders a GI, and that GI can say so."""
    cijfers["RA6", "regio-CG", 2022] = Status.NIET_GEHAALD
    gi = als("gi")
    velden = {"partij": "regio-CG", "afspraak": "RA6", "jaar": 2022, "toelichting": "Geen tuin.",
              "overleg": ""}  # fmt: skip
    fout = gi.post(reverse("afwijking_nieuw"), {**velden, "getroffen": "gi-90000002"})
    assert fout.status_code == 422
    assert gi.post(reverse("afwijking_nieuw"), {**velden, "getroffen": DE_GI}).status_code == 302
    assert gi.post(
        reverse("afwijking_stap", args=[Afwijking.objects.get().pk]),
        {"soort": "reactie", "tekst": "Namens de regio."},
    ).status_code == 404  # fmt: skip


def test_wat_een_mens_op_de_agenda_wijzigde_blijft_staan(als, plan, cijfers):
    cijfers["RA3", DE_GI, 2022] = Status.NIET_GEHAALD
    overleg, cm = plan(datum=VANDAAG), als("contractmanager")
    agenda = reverse("overleg_agenda", args=[overleg.pk])
    cm.post(agenda)
    punt = overleg.agendapunten.get(sleutel="RA3")
    _stuur(cm, reverse("agendapunt", args=[punt.pk]), {"titel": "Overhead eerst", "tekst": "",
           "volgorde": 1, "vervallen": "nee"})  # fmt: skip
    cijfers["RA4", "", 2022] = Status.NOG_NIET_BEKEND
    cm.post(agenda)
    assert overleg.agendapunten.first().titel == "Overhead eerst"
    cijfers["RA4", "", 2022] = Status.GEHAALD
    cm.post(agenda)
    assert [p.sleutel for p in Agendapunt.objects.filter(soort="resultaat")] == ["RA3"]
