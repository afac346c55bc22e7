"""Rond de tafel: een gezin leest mee, een escalatie, een overdracht, en een tuin die begint."""

from __future__ import annotations

import pytest

from paraplu.meelezen.models import Inbreng
from paraplu.toekomsttuin.models import Tuin
from tests.casussen.bouwen import Wereld
from tests.escalatie.bouwen import Toneel
from tests.journeys.tafel.conftest import vul_in
from tests.meelezen.bouwen import STUK, Meelezers
from tests.overdracht.bouwen import Loop
from tests.toekomsttuin.bouwen import Tuinwereld


def test_een_gezin_leest_en_schrijft_zonder_account(stil, venster, v, tmp_path, settings):
    settings.SMS_BESTAND = str(tmp_path / "sms.txt")
    settings.EMAIL_FILE_PATH = str(tmp_path / "post")
    mee = Meelezers(Wereld(), tmp_path / "sms.txt")
    _uitnodiging, codes = mee.nodig_uit()
    page = venster(breed=320)
    page.goto(f"/meelezen/?u={codes.link}")
    v.zie(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Begin", exact=True).click()
    v.zie(page)
    page.get_by_label("De code uit de sms").fill(mee.laatste_sms())
    page.keyboard.press("Enter")
    page.wait_for_url("**/meelezen/overzicht/")
    v.zie(page)
    page.goto(STUK)
    v.zie(page)
    formulier = page.locator("form[action$='/reactie/']")
    formulier.locator("[name=woorden]").fill("Wij zien het anders.")
    with page.expect_navigation():
        formulier.locator("button").first.click()
    assert Inbreng.objects.get().woorden == "Wij zien het anders."
    page.goto("/meelezen/wie-keek-er/")
    v.zie(page)


@pytest.mark.parametrize("situatie", ["1", "2", "3"])
def test_een_escalatie_van_elke_situatie_komt_bij_de_leidinggevenden(stil, v, situatie):
    toneel = Toneel()
    escalatie = toneel.begin(situatie)
    page = v.als(toneel.jb, toneel.stap(escalatie).get_absolute_url())
    v.zie(page)
    stap = toneel.naar_stap_2(escalatie)
    page = v.als(toneel.leiding["eigen"], stap.get_absolute_url())
    v.zie(page)
    page.goto(escalatie.casus.get_absolute_url())
    v.zie(page)


def test_een_ots_eindigt_met_een_warme_overdracht(stil, v):
    loop = Loop().tot("aanvaarden")
    page = v.als(loop.lt, loop.stap("aanvaarden").get_absolute_url())
    v.zie(page)
    loop.aanvaard()
    page = v.als(loop.houder, loop.stap("beeindigen").get_absolute_url())
    v.zie(page)
    loop.beeindig()
    page = v.als(loop.lt, loop.stap("opvolgen").get_absolute_url())
    v.zie(page)
    assert loop.maatregel_nu().tot is not None


def test_een_toekomsttuin_begint(stil, v):
    w = Tuinwereld()
    page = v.als(w.wie["regio"], "/tuinen/nieuw/")
    v.zie(page)
    vul_in(page, {"naam": "Tuin Barneveld", "gemeente": "0203", "initiatiefnemer": str(w.regio.pk)})
    with page.expect_navigation():
        page.locator("main form button.utrecht-button--primary-action").click()
    nieuw = Tuin.objects.get(naam="Tuin Barneveld")
    for adres in (nieuw.get_absolute_url(), f"/tuinen/{nieuw.pk}/gereed/"):
        v.zie(v.als(w.wie["regio"], adres))
    huishouden = w.huishouden()
    v.zie(v.als(w.wie["lokaal_team"], f"/tuinen/huishouden/{huishouden.pk}/"))
