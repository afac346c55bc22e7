"""Keys: made by who holds the account, shown once, kept as a hash, ended at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import localdate, localtime, now

from paraplu.api.actions import SleutelFout, make_sleutel, withdraw_sleutel
from paraplu.api.models import Sleutel
from paraplu.web.models import Soort, Spoor

PAD, PROEF = "/account/api-sleutels/", "/indicatoren/V2a/cijfers?per=gi"


def velden(dagen=30):
    return {"naam": "dashboard", "einddatum": localdate() + timedelta(days=dagen)}


def test_een_sleutel_is_een_keer_te_zien_en_werkt(als, vraag, nep):
    client = als(Soort.WETHOUDER)
    pagina = client.post(PAD, velden()).content.decode()
    token = pagina.partition('<code class="api-geheim">')[2].partition("<")[0]
    assert vraag(PROEF, token).status_code == 200
    later = client.get(PAD).content.decode()
    assert token not in later
    assert token[:9] in later
    [sleutel] = Sleutel.objects.all()
    assert token not in (sleutel.hash, sleutel.kenmerk)
    assert sleutel.laatst_gebruikt == localdate()


def test_maken_en_intrekken_laten_een_spoor_na(als, accounts, sleutel_van):
    token = sleutel_van(Soort.WETHOUDER)
    nummer = Sleutel.objects.get().pk
    als(Soort.WETHOUDER).post(f"{PAD}{nummer}/intrekken/")
    gedaan = list(Spoor.objects.values_list("handeling", flat=True))
    assert gedaan == ["API-sleutel intrekken", "API-sleutel maken"]
    assert not Spoor.objects.filter(voorwerp__contains=token).exists()


def test_een_ingetrokken_of_verlopen_sleutel_opent_niets(vraag, sleutel_van, accounts, nep):
    token = sleutel_van(Soort.WETHOUDER)
    sleutel = Sleutel.objects.get()
    assert vraag(PROEF, token).status_code == 200
    Sleutel.objects.update(einddatum=localdate() - timedelta(days=1))
    assert vraag(PROEF, token).status_code == 401
    Sleutel.objects.update(einddatum=localdate())
    assert vraag(PROEF, token).status_code == 200
    assert withdraw_sleutel(sleutel=sleutel, by=accounts[Soort.WETHOUDER], op=now())
    assert vraag(PROEF, token).status_code == 401
    assert not withdraw_sleutel(sleutel=sleutel, by=accounts[Soort.WETHOUDER], op=now())


def test_een_sleutel_eindigt_met_het_account(vraag, sleutel_van, accounts, nep):
    token = sleutel_van(Soort.WETHOUDER)
    accounts[Soort.WETHOUDER].einddatum = localdate() - timedelta(days=1)
    accounts[Soort.WETHOUDER].save()
    assert vraag(PROEF, token).status_code == 401


@pytest.mark.parametrize(
    "kop", ["Bearer", "Bearer pp_niets", "Basic cHA6", "pp_niets", "Bearer \x00"]
)
def test_een_sleutel_die_niet_werkt_wordt_niet_voor_openbaar_gehouden(kop, vraag, nep):
    assert vraag("/normen", authorization=kop).status_code == 401


def test_een_sleutel_werkt_hoogstens_een_jaar_en_er_zijn_er_hoogstens_vijf(accounts, sleutel_van):
    gebruiker, op = accounts[Soort.WETHOUDER], localtime()
    for dagen in (-1, 367):
        with pytest.raises(SleutelFout, match="een jaar"):
            sleutel_van(Soort.WETHOUDER, dagen)
    for _ in range(5):
        sleutel_van(Soort.WETHOUDER)
    with pytest.raises(SleutelFout, match="al 5 sleutels"):
        make_sleutel(gebruiker=gebruiker, naam="zes", einddatum=op.date(), op=op)


def test_het_formulier_zegt_wat_er_niet_klopt(als):
    antwoord = als(Soort.WETHOUDER).post(PAD, velden(dagen=500))
    assert antwoord.status_code == 422
    assert "hoogstens een jaar" in antwoord.content.decode()
    assert als(Soort.WETHOUDER).post(PAD, {}).status_code == 422


def test_niemand_trekt_de_sleutel_van_een_ander_in(als, sleutel_van):
    sleutel_van(Soort.WETHOUDER)
    nummer = Sleutel.objects.get().pk
    assert als(Soort.GI).post(f"{PAD}{nummer}/intrekken/").status_code == 404
    assert Sleutel.objects.get().kenmerk not in als(Soort.GI).get(PAD).content.decode()
    assert Sleutel.objects.get().ingetrokken_op is None


def test_de_beheerder_trekt_elke_sleutel_in_en_maakt_er_geen(als, sleutel_van):
    sleutel_van(Soort.WETHOUDER)
    beheerder = als(Soort.BEHEERDER)
    assert "demo-wethouder" in beheerder.get("/accounts/api-sleutels/").content.decode()
    assert beheerder.post(PAD, velden()).status_code == 403
    nummer = Sleutel.objects.get().pk
    assert beheerder.post(f"{PAD}{nummer}/intrekken/")["Location"] == "/accounts/api-sleutels/"
    assert Sleutel.objects.get().ingetrokken_door.soort == Soort.BEHEERDER
