"""The regions and gemeenten against each other and against the sheets (R13, P38)."""

from __future__ import annotations

from collections import Counter

from paraplu.afspraken import gebieden
from paraplu.afspraken.gebieden import GEMEENTEN_CBS, gemeente, gemeenten, gemeenten_van, regios

DE_51 = [g for g in gemeenten() if g.in_gvjb]


def test_er_zijn_zeven_regios_met_samen_51_gemeenten():
    assert len(regios()) == 7
    assert len(DE_51) == 51
    per_regio = Counter(g.regio for g in DE_51)
    assert per_regio == {"ACH": 8, "CG": 11, "FV": 4, "MIJOV": 8, "NV": 6, "RIV": 8, "RVN": 6}
    assert set(per_regio) == {regio.code for regio in regios()}


def test_vier_gemeenten_van_buiten_horen_bij_een_regio_en_niet_bij_de_51():
    buiten = {g.naam: g.regio for g in gemeenten() if not g.in_gvjb}
    assert buiten == {
        "Mook en Middelaar": "RVN",
        "Renswoude": "FV",
        "Rhenen": "FV",
        "Veenendaal": "FV",
    }
    assert len(gemeenten_van("FV")) == 4
    assert len(gemeenten_van("FV", alleen_gvjb=False)) == 7


def test_elke_gemeente_van_de_51_heeft_een_eigen_tegel():
    plekken = [(g.tegel_kolom, g.tegel_rij) for g in DE_51]
    assert len(set(plekken)) == 51
    assert all(None not in plek for plek in plekken)
    assert all(g.tegel_kolom is None for g in gemeenten() if not g.in_gvjb)


def test_codes_zijn_vier_cijfers_en_staan_in_de_lijst_van_het_cbs():
    codes = [g.code for g in gemeenten()]
    assert len(set(codes)) == len(codes) == 55
    assert all(len(code) == 4 and code.isdigit() for code in codes)
    assert set(codes) <= GEMEENTEN_CBS
    assert len(GEMEENTEN_CBS) == 342


def test_een_gemeente_is_te_vinden_op_code():
    assert gemeente("0202").naam == "Arnhem"
    assert gemeente("0363") is None
    assert gebieden.naam_cbs("0363") == "Amsterdam"
    assert gebieden.regio("RVN").naam == "Rijk van Nijmegen"
    assert gebieden.regio("XX") is None


def test_een_gemeente_heeft_de_veilig_thuis_van_haar_regio():
    van_regio = {regio.code: regio.veilig_thuis for regio in regios()}
    assert all(g.veilig_thuis == van_regio[g.regio] for g in DE_51)


def test_gemeenten_zijn_die_van_het_blad(blad):
    rijen = [r for r in blad("reference/organisations.csv") if r["type"] == "gemeente"]
    bedoeld = {
        (r["cbs_or_agb_code"], r["name"], r["jeugdhulpregio_id"], r["in_gvjb_51"] == "yes")
        for r in rijen
    }
    assert {(g.code, g.naam, g.regio, g.in_gvjb) for g in gemeenten()} == bedoeld


def test_tegels_zijn_die_van_het_blad(blad):
    bedoeld = {
        (r["gemeentecode"], int(r["column"]), int(r["row"])) for r in blad("reference/tiles.csv")
    }
    assert {(g.code, g.tegel_kolom, g.tegel_rij) for g in DE_51} == bedoeld


def test_de_codes_van_het_cbs_zijn_die_van_de_codelijst(blad):
    codes = {r["code"] for r in blad("ijw/codelists.csv") if r["lijst_id"] == "CBS"}
    assert codes == GEMEENTEN_CBS
