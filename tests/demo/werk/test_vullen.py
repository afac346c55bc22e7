"""De hele vulling: van elke stap een open casus, niets dat een regel breekt, en niets half."""

from __future__ import annotations

import pytest

from paraplu.aanmelden.berichtenpost.bewaren import inhoud_van
from paraplu.aanmelden.models import Werkbericht
from paraplu.afspraken.routes import geldend
from paraplu.berichten import lees
from paraplu.casussen.actions import read_bsn
from paraplu.casussen.models import Casus, CasusStap, Maatregel, Noodtoegang, Overdracht, Persoon
from paraplu.casussen.werklijst import unattended
from paraplu.demo.werk import vullen
from paraplu.demo.werk.verhalen import list_verhalen
from paraplu.escalatie.models import Escalatie
from paraplu.netwerk.models import Contact
from paraplu.tafel.models import Zitting
from paraplu.toekomsttuin.models import Tuin
from paraplu.web.models import Postbericht, Spoor

from .conftest import VANDAAG


@pytest.mark.traag
def test_de_hele_demo_klopt(mensen):
    gevuld = vullen.fill_werk(on=VANDAAG)
    assert gevuld.casussen == Casus.objects.count() > len(list(list_verhalen())) >= 60
    elke_stap_staat_ergens_open()
    ook_rond_de_tafel_staat_elke_stap_open()
    bijzonderheden_zijn_er()
    berichten_kloppen()
    niets_lekt()
    assert vullen.fill_werk(on=VANDAAG) == vullen.Gevuld(0, 0)


def elke_stap_staat_ergens_open():
    for route in ("aanmeldroute-301", "aanmeldroute-315"):
        open_ = CasusStap.objects.filter(casus__route_sleutel=route, afgerond_op=None)
        assert set(open_.values_list("sleutel", flat=True)) == set(
            geldend(route, op=VANDAAG).stappen
        )
        te_laat = [stap for stap in open_ if stap.is_te_laat(op=VANDAAG)]
        op_tijd = [s for s in open_ if s.uiterste_datum and not s.is_te_laat(op=VANDAAG)]
        assert te_laat
        assert op_tijd
        assert set(Casus.objects.filter(route_sleutel=route).values_list("afloop", flat=True)) == {
            "", "hulp_gestart", "bestuurlijke_escalatie", "ingetrokken",
        }  # fmt: skip


def ook_rond_de_tafel_staat_elke_stap_open():
    """Only that a lokaal team has nobody (`regelen`) does not happen in the demo."""
    for route in ("beschermingstafel", "escalatie", "warme-overdracht"):
        open_ = CasusStap.objects.filter(casus__route_sleutel=route, afgerond_op=None)
        sleutels = set(open_.values_list("sleutel", flat=True))
        assert sleutels == set(geldend(route, op=VANDAAG).stappen) - {"regelen"}, route
    assert set(Escalatie.objects.values_list("situatie", flat=True)) == {"1", "2", "3"}
    assert Zitting.objects.filter(begin__date__gt=VANDAAG).exists()
    [tuin] = Tuin.objects.all()
    assert tuin.leden.values("medewerker__organisatie__soort").distinct().count() == 4
    assert tuin.huishoudens.count() == 2


def bijzonderheden_zijn_er():
    open_ = CasusStap.objects.filter(afgerond_op=None)
    assert unattended(open_, op=VANDAAG).exists()
    assert open_.filter(opschortingen__tot=None, opschortingen__isnull=False).exists()
    assert Maatregel.objects.filter(jeugdbeschermer=None, tot=None).count() == 2
    assert Noodtoegang.objects.filter(beoordeeld=None).count() == 1
    assert Overdracht.objects.filter(beslist_op=None).count() == 2
    assert Casus.objects.filter(spoed=True).exists()
    assert Contact.objects.exists()


def berichten_kloppen():
    for bericht in Werkbericht.objects.all():
        gelezen = lees(inhoud_van(bericht), vandaag=VANDAAG)
        assert gelezen.bericht is not None
        assert gelezen.bevindingen == ()
    heen = Werkbericht.objects.filter(soort__in=("JW301", "JW305", "JW315", "JW319"))
    assert set(heen.values_list("status", "retourcodes")) == {("beantwoord", "")}
    assert not Werkbericht.objects.filter(casus=None).exists()


def niets_lekt():
    personen = list(Persoon.objects.all())
    geheim = {read_bsn(p) for p in personen if p.bsn_kenmerk} | {p.naam for p in personen}
    regels = [" ".join(map(str, rij)) for rij in Spoor.objects.values_list()]
    mails = [" ".join(map(str, rij)) for rij in Postbericht.objects.values_list()]
    delen = [str(d.inhoud) for c in Casus.objects.all() for d in c.documenten.all()]
    for tekst in (*regels, *mails, *delen):
        assert not any(een in tekst for een in geheim)


def test_halverwege_gestopt_blijft_er_niets_half_staan(mensen, monkeypatch):
    def val_om(klaar: int, totaal: int) -> None:
        if klaar == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        vullen.fill_werk(on=VANDAAG, meld=val_om, hoogstens=3)
    assert not vullen.has_werk()
    assert Persoon.objects.count() == 0
    assert vullen.fill_werk(on=VANDAAG, hoogstens=3).casussen == 3
