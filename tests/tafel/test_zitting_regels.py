"""What a talk must have discussed before it can be closed: rules in a table, and a plain second reading."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.tafel.gesprek import AGENDA, ALTIJD, Mens, Vraag, list_gemis

OP = date(2026, 1, 8)
MORGEN, GISTEREN = date(2026, 1, 9), date(2026, 1, 7)
VEILIG = {
    "nummer": 1, "tekst": "Vader slaapt bij oma.", "soort": "veiligheid", "wie": "Oma",
    "uiterlijk": MORGEN, "toezicht": "Wijkteam", "steun": "Buurvrouw",
}  # fmt: skip
GOED = {
    **{veld: "Zo is het." for velden in ALTIJD.values() for veld, _zin in velden},
    "benut": "nee", "laatste_kans": "ja", "advies": "vrijwillig", "advies_tekst": "Ga door.",
    "uitkomst": "vrijwillig", "besloten": "samen",
}  # fmt: skip


def gemis(soort="vijf_voor_twaalf", *, mensen=(), afspraken=(VEILIG,), **anders):
    velden = GOED | anders
    vraag = Vraag(velden=velden, soort=soort, mensen=mensen, afspraken=afspraken, op=OP)
    return [een.veld for een in list_gemis(vraag)]


def test_een_gesprek_waarin_alles_is_besproken_mist_niets():
    assert gemis() == []


@pytest.mark.parametrize("veld", [v for velden in ALTIJD.values() for v, _zin in velden])
def test_wat_altijd_wordt_besproken_kan_niet_leeg_blijven(veld):
    """R69, R73, R264, R269, R270, R272, R273."""
    assert veld in gemis(**{veld: "" if veld != "laatste_kans" else None})
    assert veld in gemis(**{veld: "   "})


#: What is filled in → what is missing (R60, R72, R74, R264, R270).
TABEL = [
    ({"uitkomst": ""}, ["uitkomst"]),
    ({"uitkomst": "niet_vrijblijvend"}, ["met", "periode_tot", "evaluatie_op", "evaluatie_wijze"]),
    (
        {"uitkomst": "niet_vrijblijvend", "met": "gi", "periode_tot": OP}
        | {"evaluatie_wijze": "zitting", "evaluatie_op": MORGEN},
        ["periode_tot"],
    ),
    (
        {"uitkomst": "niet_vrijblijvend", "met": "gi", "periode_tot": MORGEN}
        | {"evaluatie_wijze": "zitting", "evaluatie_op": MORGEN},
        [],
    ),
    (
        {"uitkomst": "met_onderzoek", "advies": "onderzoek", "met": "gi", "periode_tot": MORGEN},
        [],
    ),
    (
        {"uitkomst": "met_onderzoek", "advies": "onderzoek", "met": "evaluaties"}
        | {"periode_tot": MORGEN},
        ["evaluatie_op", "evaluatie_wijze"],
    ),
    ({"uitkomst": "onderzoek", "advies": "onderzoek"}, ["uitkomst"]),  # a last chance is used
    ({"uitkomst": "onderzoek", "advies": "onderzoek", "laatste_kans": "nee"}, []),
    ({"advies": "onderzoek"}, ["advies_afwijking"]),
    ({"advies": "onderzoek", "advies_afwijking": "Ouders willen."}, []),
    ({"advies": "vrijwillig", "advies_tekst": ""}, ["advies_tekst"]),
    ({"advies": "geen", "advies_tekst": ""}, []),
    ({"besloten": "voorzitter"}, ["afwijkend"]),
    ({"besloten": "voorzitter", "afwijkend": "Vader wil dit niet."}, []),
    ({"besloten": "samen", "afwijkend": "Vader wil dit niet."}, ["afwijkend"]),
    ({"evaluatie_wijze": "zitting"}, ["evaluatie_op"]),
    ({"evaluatie_op": MORGEN}, ["evaluatie_wijze"]),
    ({"evaluatie_op": OP, "evaluatie_wijze": "zitting"}, ["evaluatie_op"]),
]


@pytest.mark.parametrize(("anders", "mist"), TABEL)
def test_wat_een_keuze_vraagt(anders, mist):
    # R58, P30.
    assert sorted(gemis(**anders)) == sorted(mist)


def test_na_kwart_voor_twaalf_komt_er_een_moment_of_een_reden():
    """R60, R265."""
    assert gemis("kwart_voor_twaalf") == ["geen_evaluatie"]
    assert gemis("kwart_voor_twaalf", geen_evaluatie="Het gaat goed.") == []
    assert gemis("kwart_voor_twaalf", evaluatie_op=MORGEN, evaluatie_wijze="schriftelijk") == []


def test_bij_het_einde_van_een_ots_hoort_een_toets_en_geen_uitkomst():
    """R81, R274."""
    assert gemis("einde_ots", uitkomst="") == [
        "toets",
        "toets_toelichting",
        "rol_ouders",
        "bijdragen",
    ]
    toets = dict.fromkeys(("toets_toelichting", "rol_ouders", "bijdragen"), "Zo.")
    assert gemis("einde_ots", uitkomst="", toets="eindigen", **toets) == []


@pytest.mark.parametrize(
    ("weg", "mist"),
    [
        ("tekst", "afspraak_1_tekst"),
        ("wie", "afspraak_1_wie"),
        ("uiterlijk", "afspraak_1_uiterlijk"),
        ("toezicht", "afspraak_1_toezicht"),
        ("steun", "afspraak_1_steun"),
    ],
)
def test_een_afspraak_over_veiligheid_noemt_wie_wat_doet_wie_erop_let_en_wie_steunt(weg, mist):
    """R69."""
    assert gemis(afspraken=({**VEILIG, weg: None},)) == [mist]


def test_zonder_afspraak_over_veiligheid_gaat_het_niet():
    """R69, R71: whatever is decided."""
    hulp = {**VEILIG, "soort": "hulp", "toezicht": "", "steun": ""}
    assert gemis(afspraken=()) == ["afspraak_1_tekst"]
    assert gemis(afspraken=(hulp,)) == ["afspraak_1_tekst"]
    assert gemis(afspraken=(VEILIG, {**hulp, "nummer": 2})) == []
    assert gemis(afspraken=({**VEILIG, "uiterlijk": GISTEREN},)) == ["afspraak_1_uiterlijk"]


OUDER, KIND = Mens("1", "ouder"), Mens("2", "kind", "aan_tafel")


def test_ouders_die_er_zijn_vertellen_over_de_hulp_en_over_thuis():
    """R266."""
    assert gemis(mensen=(OUDER,)) == ["aanwezig_1"]
    assert gemis(mensen=(OUDER,), aanwezig_1="ja") == ["hulp_1", "thuis_1"]
    assert gemis(mensen=(OUDER,), aanwezig_1="nee") == []


@pytest.mark.parametrize("wijze", ["vooraf", "brief", "via_professional"])
def test_een_kind_wordt_gehoord_ook_als_het_er_niet_bij_is(wijze):
    """R57, R267."""
    assert gemis(mensen=(Mens("2", "kind", wijze),), aanwezig_2="nee") == ["kind_2"]
    assert gemis(mensen=(KIND,), aanwezig_2="nee") == []
    assert gemis(mensen=(KIND,), aanwezig_2="ja") == ["kind_2"]
    assert gemis(mensen=(KIND,), aanwezig_2="ja", kind_2="Ik wil rust.") == []


def leeg(waarde):
    return waarde is None or (isinstance(waarde, str) and not waarde.strip())


def mag_dicht(soort, v):
    """The same rules in one breath, written from the requirements and not from the code."""
    altijd = [
        "gaat_goed",
        "loopt_vast",
        "waardoor",
        "nodig",
        "veiligheid",
        "motivatie",
        "leerbaarheid",
        "inzicht",
        "conclusie",
        "benut",
        "benut_toelichting",
        "laatste_kans",
        "laatste_kans_toelichting",
        "advies",
        "route",
        "hulp",
        "besloten",
    ]
    if any(leeg(v.get(veld)) for veld in altijd):
        return False
    uitkomst, advies = v.get("uitkomst") or "", v["advies"]
    if not uitkomst and soort != "einde_ots":
        return False
    naar_raad = uitkomst in {"met_onderzoek", "onderzoek"}
    if advies != "geen" and leeg(v.get("advies_tekst")):
        return False
    anders = advies != "geen" and uitkomst and (advies == "onderzoek") != naar_raad
    if anders and leeg(v.get("advies_afwijking")):
        return False
    if uitkomst in {"niet_vrijblijvend", "met_onderzoek"} and (
        leeg(v.get("met")) or v.get("periode_tot") is None or v["periode_tot"] <= OP
    ):
        return False
    if uitkomst == "onderzoek" and v["laatste_kans"] == "ja":
        return False
    if (v["besloten"] == "voorzitter") == leeg(v.get("afwijkend")):
        return False
    if soort == "einde_ots" and any(
        leeg(v.get(veld)) for veld in ("toets", "toets_toelichting", "rol_ouders", "bijdragen")
    ):
        return False
    wijze, dag = not leeg(v.get("evaluatie_wijze")), v.get("evaluatie_op")
    if wijze != (dag is not None) or (dag and dag <= OP):
        return False
    moet = uitkomst == "niet_vrijblijvend" or (
        uitkomst == "met_onderzoek" and v.get("met") == "evaluaties"
    )
    kwart = soort == "kwart_voor_twaalf" and leeg(v.get("geen_evaluatie"))
    return bool(dag) or not (moet or kwart)


def soms(*waarden):
    return st.sampled_from(waarden)


ANDERS = st.fixed_dictionaries(
    {},
    optional={
        "gaat_goed": soms("", "Zo."),
        "benut": soms("ja", "nee", ""),
        "laatste_kans": soms("ja", "nee"),
        "advies": soms("onderzoek", "vrijwillig", "geen"),
        "advies_tekst": soms("", "Zo."),
        "advies_afwijking": soms("", "Zo."),
        "uitkomst": soms("", "vrijwillig", "niet_vrijblijvend", "met_onderzoek", "onderzoek"),
        "met": soms("", "gi", "evaluaties"),
        "periode_tot": soms(None, OP, MORGEN),
        "besloten": soms("samen", "voorzitter"),
        "afwijkend": soms("", " ", "Vader."),
        "toets": soms("", "eindigen"),
        "toets_toelichting": soms("Zo."),
        "rol_ouders": soms("Zo."),
        "bijdragen": soms("", "Zo."),
        "evaluatie_wijze": soms("", "zitting"),
        "evaluatie_op": soms(None, GISTEREN, MORGEN),
        "geen_evaluatie": soms("", "Zo."),
    },
)


@settings(max_examples=400, deadline=None)
@given(soort=soms("vijf_voor_twaalf", "kwart_voor_twaalf", "einde_ots"), anders=ANDERS)
def test_een_tweede_lezing_van_de_regels_zegt_hetzelfde(soort, anders):
    assert (gemis(soort, **anders) == []) == mag_dicht(soort, GOED | anders)


def test_wat_mist_staat_in_de_volgorde_van_de_agenda():
    vraag = Vraag(velden={}, soort="kwart_voor_twaalf", mensen=(OUDER,), op=OP)
    delen = [een.deel for een in list_gemis(vraag)]
    plek = [sleutel for sleutel, _naam, _vereisten in AGENDA]
    assert delen == sorted(delen, key=plek.index)
    assert set(plek) - set(delen) == {"gezin"}
