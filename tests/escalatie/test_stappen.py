"""Which step follows on which ground, who sets it, and who is let in (R133 to R136, R138, R290)."""

from __future__ import annotations

import pytest

from paraplu.casussen import queries as werk
from paraplu.casussen.actions import close_stap
from paraplu.casussen.fouten import VoorwaardeNietVervuld
from paraplu.casussen.models import Gebeurtenis
from paraplu.escalatie import actions, queries
from paraplu.escalatie.models import Escalatie
from tests.casussen.bouwen import BEGIN
from tests.escalatie.bouwen import ANDER, EIGEN, als, collega_van, vervang


def sluit(toneel, escalatie, uitkomst, by=None):
    return close_stap(stap=toneel.stap(escalatie), uitkomst=uitkomst, by=by or toneel.jb, on=BEGIN)


def test_alleen_in_situatie_1_komen_de_gedragswetenschappers_erbij(toneel):
    escalatie = toneel.overleg(toneel.begin("2"))
    with pytest.raises(VoorwaardeNietVervuld, match="situatie 1"):
        sluit(toneel, escalatie, "verschil_van_visie")


def test_van_elke_kant_komt_een_gedragswetenschapper(toneel):
    escalatie = toneel.overleg(toneel.begin())
    with pytest.raises(VoorwaardeNietVervuld, match="elke kant"):
        actions.go_to_gedragswetenschappers(
            stap=toneel.stap(escalatie),
            by=toneel.jb,
            on=BEGIN,
            collega=toneel.lt,
            eigen=toneel.gw[EIGEN],
        )


def test_een_gedragswetenschapper_zonder_account_staat_er_met_naam(toneel):
    escalatie = toneel.overleg(toneel.begin())
    actions.go_to_gedragswetenschappers(
        stap=toneel.stap(escalatie),
        by=toneel.jb,
        on=BEGIN,
        collega_naam="Een collega",
        eigen=toneel.gw[EIGEN],
        ander_naam="Een ander",
    )
    assert toneel.stap(escalatie).sleutel == "gedragswetenschappers"


def test_is_het_verschil_overbrugd_dan_is_de_escalatie_geslaagd(toneel):
    escalatie = toneel.begin()
    actions.hold_gedragswetenschappers(
        stap=toneel.naar_stap_1(escalatie), by=toneel.jb, on=BEGIN, **toneel.gesprek(True)
    )
    assert toneel.stap(escalatie).sleutel == "verslag"


def test_in_situatie_1_gaat_niemand_meteen_naar_de_leidinggevenden(toneel):
    escalatie = toneel.overleg(toneel.begin())
    with pytest.raises(VoorwaardeNietVervuld, match="eerst de gedragswetenschappers"):
        actions.go_to_leidinggevenden(
            stap=toneel.stap(escalatie), by=toneel.jb, on=BEGIN, **toneel.leiding
        )


def test_zonder_dat_beiden_het_verschil_erkennen_is_er_geen_stap_2(toneel):
    escalatie = toneel.begin()
    stap = toneel.naar_stap_1(escalatie)
    with pytest.raises(VoorwaardeNietVervuld, match="erkennen"):
        actions.hold_gedragswetenschappers(
            stap=stap, by=toneel.jb, on=BEGIN, **toneel.gesprek(False), **toneel.leiding
        )


@pytest.mark.parametrize("situatie", ["2", "3"])
def test_situatie_2_en_3_gaan_meteen_naar_de_leidinggevenden(toneel, situatie):
    # R131, R134.
    assert toneel.naar_stap_2(toneel.begin(situatie)).sleutel == "leidinggevenden"


def test_een_mislukte_stap_1_gaat_naar_de_leidinggevenden_van_beide_kanten(toneel):
    escalatie = toneel.begin()
    assert toneel.naar_stap_2(escalatie).sleutel == "leidinggevenden"
    [(_stap, namen)] = queries.list_aan_zet(escalatie)
    assert namen == [toneel.leiding[EIGEN].naam, toneel.leiding[ANDER].naam]


def test_zonder_leidinggevende_van_de_andere_kant_is_er_geen_stap_2(toneel):
    escalatie = toneel.overleg(toneel.begin("2"))
    actions.stappen.name_leidinggevenden(
        escalatie=escalatie, eigen=toneel.leiding[EIGEN], ander=None, on=BEGIN
    )
    with pytest.raises(VoorwaardeNietVervuld, match="elke kant"):
        sluit(toneel, escalatie, "naar_leidinggevenden")


def test_alleen_de_genoemde_leidinggevenden_zijn_aan_zet(toneel):
    collega = collega_van(toneel.leiding[ANDER])
    stap = toneel.naar_stap_2(toneel.begin("2"))
    for wie in toneel.leiding.values():
        assert werk.may_do(wie.gebruiker, stap, op=BEGIN)
    for wie in (collega, toneel.jb, toneel.lt):
        assert not werk.may_do(wie.gebruiker, stap, op=BEGIN)


def test_buiten_situatie_3_mag_een_vervanger_de_stap_zetten(toneel):
    collega = collega_van(toneel.leiding[ANDER])
    vervang(toneel.leiding[ANDER], collega, BEGIN)
    stap = toneel.naar_stap_2(toneel.begin("2"))
    assert werk.may_do(collega.gebruiker, stap, op=BEGIN)


def test_een_professional_zet_stap_3_niet(toneel):
    escalatie = toneel.overleg(toneel.begin("2"))
    with pytest.raises(VoorwaardeNietVervuld, match="stap 2"):
        actions.go_to_bestuurders(
            stap=toneel.stap(escalatie),
            by=toneel.jb,
            on=BEGIN,
            bestuurders=[toneel.wethouder],
            ambtenaar="Ambtenaar",
        )


@pytest.mark.parametrize("uitkomst", ["niet_opgeheven", "beleid_schiet_tekort"])
def test_de_leidinggevenden_zetten_stap_3(toneel, uitkomst):
    stap = toneel.naar_stap_3(toneel.begin("2"), uitkomst)
    assert stap.sleutel == "bestuurders"
    assert werk.may_do(toneel.wethouder.gebruiker, stap, op=BEGIN)


def test_zonder_ambtenaar_is_er_geen_stap_3(toneel):
    escalatie = toneel.begin("2")
    with pytest.raises(VoorwaardeNietVervuld, match="ambtenaar"):
        actions.hold_leidinggevenden(
            stap=toneel.naar_stap_2(escalatie),
            by=toneel.leiding[EIGEN],
            on=BEGIN,
            uitkomst="niet_opgeheven",
            bestuurders=[toneel.wethouder],
            **toneel.gesprek(None),
        )


def test_wie_stap_2_oploste_gaat_niet_naar_de_bestuurders(toneel):
    escalatie = toneel.begin("2")
    stap = toneel.naar_stap_2(escalatie)
    actions.stappen._write_overleg(stap, niveau=2, by=toneel.leiding[EIGEN], **toneel.gesprek(True))
    with pytest.raises(VoorwaardeNietVervuld, match="niet heeft opgeheven"):
        sluit(toneel, escalatie, "niet_opgeheven")


def test_een_bemiddelaar_uit_de_regio_doet_mee_aan_stap_3(toneel):
    escalatie = toneel.begin("2")
    actions.hold_bestuurders(
        stap=toneel.naar_stap_3(escalatie),
        by=toneel.wethouder,
        on=BEGIN,
        bemiddelaar="Adviseur van de regio",
        **toneel.gesprek(True),
    )
    assert escalatie.deelnemers.filter(rol="bemiddelaar").get().naam == "Adviseur van de regio"
    assert toneel.stap(escalatie).sleutel == "verslag"


def test_een_zaak_uit_een_route_slaat_stap_1_en_2_over_en_niets_anders(toneel):
    escalatie = actions.begin_beleid(
        gezin=toneel.gezin,
        grond="beide",
        vraag="Er is geen beleid voor.",
        wederpartij=toneel.wereld.lokaal_team,
        by=toneel.leiding[EIGEN],
        on=BEGIN,
    )
    toneel.overleg(escalatie)
    with pytest.raises(VoorwaardeNietVervuld, match="begint bij de bestuurders"):
        actions.go_to_leidinggevenden(
            stap=toneel.stap(escalatie), by=toneel.leiding[EIGEN], on=BEGIN, **toneel.leiding
        )
    actions.go_to_bestuurders(
        stap=toneel.stap(escalatie),
        by=toneel.leiding[EIGEN],
        on=BEGIN,
        bestuurders=[toneel.wethouder],
        ambtenaar="Ambtenaar",
    )
    assert toneel.stap(escalatie).sleutel == "bestuurders"


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"ingelicht": ""}, "of het gezin weet"),
        ({"ingelicht": "vooraf"}, "wanneer u het gezin"),
        ({"ingelicht": "achteraf"}, "Leg uit"),
        ({"ingelicht": "niet"}, "Leg uit"),
    ],
)
def test_het_gezin_hoort_het_vooraf_of_er_is_uitleg(toneel, velden, zin):
    escalatie = toneel.begin("2")
    actions.write_eigen_overleg(
        escalatie=escalatie, overleg_op=BEGIN, overleg_uitkomst="Niet eens.", **velden
    )
    with pytest.raises(VoorwaardeNietVervuld, match=zin):
        actions.go_to_leidinggevenden(
            stap=toneel.stap(escalatie), by=toneel.jb, on=BEGIN, **toneel.leiding
        )


def test_met_uitleg_hoort_het_gezin_het_achteraf(toneel):
    escalatie = toneel.overleg(toneel.begin("2"), "achteraf")
    actions.go_to_leidinggevenden(
        stap=toneel.stap(escalatie), by=toneel.jb, on=BEGIN, **toneel.leiding
    )
    assert toneel.stap(escalatie).sleutel == "leidinggevenden"


@pytest.mark.parametrize(
    ("stap", "opdracht"),
    [
        ("gedragswetenschappers", "inhoudelijke verschil van inzicht"),
        ("leidinggevenden", "oorzaak van het probleem in de samenwerking"),
        ("bestuurders", "staand beleid tekortschiet"),
    ],
)
def test_elke_laag_heeft_haar_opdracht(toneel, stap, opdracht):
    # R20, P13.
    assert opdracht in toneel.begin().casus.route.stap(stap).uitleg


def test_ieder_die_meedoet_ziet_wie_aan_zet_is_met_welke_opdracht(toneel):
    escalatie = toneel.begin()
    toneel.naar_stap_2(escalatie)
    for wie in (toneel.jb, toneel.lt, toneel.gw[ANDER], toneel.leiding[ANDER]):
        bladzijde = als(wie).get(escalatie.casus.get_absolute_url()).content.decode()
        assert "Aan zet: Overleg van de leidinggevenden" in bladzijde
        assert toneel.leiding[EIGEN].naam in bladzijde
        assert "Opdracht: een oplossing vinden voor de oorzaak" in bladzijde


def test_wat_gebeurde_staat_in_de_casus_zonder_naam(toneel):
    escalatie = toneel.begin()
    assert Gebeurtenis.objects.get(
        casus=escalatie.casus, soort="escalatie_ingebracht"
    ).gegevens == {"situatie": "1", "ingang": "professional"}


def post(client, stap, prefix, handeling, **velden):
    gegevens = {f"{prefix}-{naam}": waarde for naam, waarde in velden.items()}
    return client.post(stap.get_absolute_url(), {"handeling": handeling, **gegevens})


def test_op_de_bladzijden_loopt_een_verschil_van_visie_tot_de_leidinggevenden(toneel):
    escalatie, jb = toneel.begin(), als(toneel.jb)
    stap = toneel.stap(escalatie)
    post(
        jb, stap, "overleg", "overleg",
        overleg_op="2026-01-05", overleg_uitkomst="Niet eens.",
        ingelicht="vooraf", ingelicht_op="2026-01-05",
    )  # fmt: skip
    fout = post(jb, stap, "stap_1", "stap_1", collega=toneel.lt.pk, eigen=toneel.gw[EIGEN].pk)
    assert fout.status_code == 422
    post(
        jb, stap, "stap_1", "stap_1",
        collega=toneel.lt.pk, eigen=toneel.gw[EIGEN].pk, ander=toneel.gw[ANDER].pk,
    )  # fmt: skip
    velden = {"gehouden_op": "2026-01-05", "kern": "Wel of geen toezicht.", "gelukt": "nee"}
    wie = {naam: wie.pk for naam, wie in toneel.leiding.items()}
    post(als(toneel.gw[ANDER]), toneel.stap(escalatie), "gesprek", "gesprek",
         **velden, **wie, erkend="on")  # fmt: skip
    leiding = toneel.stap(escalatie)
    assert leiding.sleutel == "leidinggevenden"
    assert als(toneel.leiding[EIGEN]).get(leiding.get_absolute_url()).status_code == 200
    post(
        als(toneel.leiding[EIGEN]), leiding, "gesprek", "gesprek",
        gehouden_op="2026-01-05", kern="Geen afspraken.", uitkomst="niet_opgeheven",
        bestuurders=toneel.wethouder.pk, ambtenaar="Ambtenaar",
    )  # fmt: skip
    bestuur = toneel.stap(escalatie)
    post(
        als(toneel.wethouder), bestuur, "gesprek", "gesprek",
        gehouden_op="2026-01-05", kern="Geen geld.", gelukt="ja", oplossing="Wel geld.",
    )  # fmt: skip
    assert toneel.stap(escalatie).sleutel == "verslag"


def test_wie_niet_aan_zet_is_legt_niets_vast(toneel):
    escalatie = toneel.begin()
    stap = toneel.naar_stap_2(escalatie)
    post(
        als(toneel.jb), stap, "gesprek", "gesprek",
        gehouden_op="2026-01-05", kern="x", uitkomst="opgeheven", oplossing="y",
    )  # fmt: skip
    assert toneel.stap(escalatie) == stap
    assert Escalatie.objects.get().overleggen.filter(niveau=2).count() == 0
