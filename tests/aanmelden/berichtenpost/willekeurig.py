"""What a back office or a provider may fill in, in all its variety, for hypothesis."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from paraplu.aanmelden.berichtenpost import (
    AangevraagdProduct,
    Adres,
    Antwoord,
    Gezagsdrager,
    Jeugdige,
    Omvang,
    Persoonsnaam,
    Product,
    Start,
    Stop,
    ToegewezenProduct,
    Verwijzer,
    Verzending,
    organisatie_als_voogd,
    verwijzer_gemeente,
    verwijzer_gi,
)
from paraplu.afspraken.producten import productcodes
from paraplu.berichten import standaard
from tests.berichten.maak import BSNS, GEMEENTEN

BEGIN = date(2021, 1, 1)
DAGTEKENING = date(2026, 3, 2)
#: What is known in the standard; 31 to 38 are categories of 2015 without codes.
CODES = sorted(productcodes().items())
REDEN_BEEINDIGING = sorted(standaard.codelijst("3.2", "JZ588"))
#: Without 01 (lapsed) and 13 (taken back, which asks for equal dates).
REDEN_WIJZIGING = sorted(set(standaard.codelijst("3.2", "JZ002")) - {"01", "13"})

dagen = st.dates(BEGIN, DAGTEKENING)
letters = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="￾￿"
)
namen = st.text(letters, min_size=1, max_size=60).filter(lambda tekst: bool(tekst.split()))
korte = st.text("abcdeéïö'- ", max_size=10)
codes = st.text("0123456789", min_size=8, max_size=8)


@st.composite
def adressen(draw) -> Adres:
    """In the Netherlands, as people write it down."""
    cijfers, letters_ = (
        draw(st.integers(1000, 9999)),
        draw(st.text("ABCXYZabc", min_size=2, max_size=2)),
    )
    return Adres(
        straat=draw(st.just("") | namen),
        huisnummer=draw(st.integers(0, 99999)),
        huisletter=draw(st.sampled_from(["", "A", "b"])),
        toevoeging=draw(st.sampled_from(["", "bis", " 2 "])),
        postcode=f"{cijfers}{draw(st.sampled_from(['', ' ']))}{letters_}",
        plaats=draw(st.just("") | namen),
    )


telefoons = st.sampled_from(["", "026 1234567", "+31 6 12345678", "0031(0)26-123.45.67"])
persoonsnamen = st.builds(
    Persoonsnaam,
    achternaam=namen,
    voorvoegsel=korte,
    voornamen=st.just("") | namen,
    voorletters=st.just("") | namen,
) | st.builds(Persoonsnaam, achternaam=namen, partnernaam=namen, gebruik=st.sampled_from("1234"))
gezagsdragers = st.builds(
    Gezagsdrager,
    naam=persoonsnamen,
    soort=st.sampled_from(["10", "11"]),
    adres=adressen(),
    telefoon=telefoons,
) | st.builds(organisatie_als_voogd, namen, adres=adressen())
jeugdigen = st.builds(
    Jeugdige,
    bsn=st.sampled_from(BSNS),
    geboortedatum=st.dates(date(2005, 1, 1), BEGIN),
    naam=persoonsnamen,
    geslacht=st.sampled_from("012"),
    adres=adressen(),
    telefoon=telefoons,
    gezagsdragers=st.lists(gezagsdragers, max_size=3).map(tuple),
) | st.builds(
    Jeugdige,
    bsn=st.sampled_from(BSNS),
    geboortedatum=st.dates(date(2005, 1, 1), BEGIN).map(lambda dag: dag.replace(day=1)),
    datum_gebruik=st.just("1"),
    naam=persoonsnamen,
    telefoon=st.just("0612345678"),
)
producten = st.sampled_from(CODES).map(lambda paar: Product(categorie=paar[1], code=paar[0]))
verwijzers = st.one_of(
    st.builds(verwijzer_gi, naam=namen.map(lambda naam: naam[:64]).filter(str.split)),
    st.builds(verwijzer_gi, agb=codes, naam=namen),
    st.builds(verwijzer_gemeente),
    st.just(Verwijzer(type="08")),
)


@st.composite
def omvangen(draw) -> Omvang:
    """Some units are never counted per day (CS338)."""
    eenheid = draw(st.sampled_from(["01", "04", "14", "16", "82", "83", "84"]))
    per_dag = [] if eenheid in ("14", "16", "83", "84") else ["1"]
    return Omvang(
        volume=draw(st.integers(0, 99999999)),
        eenheid=eenheid,
        frequentie=draw(st.sampled_from([*per_dag, "2", "4", "6"])),
    )


@st.composite
def vullingen(draw) -> dict:
    """A specific product, one with only a category, a budget, or a budget for everything."""
    product = draw(producten)
    soort = draw(st.sampled_from(["specifiek", "aspecifiek", "budget", "generiek"]))
    vulling: dict = {"product": product}
    if soort == "specifiek":
        vulling["omvang"] = draw(omvangen())
    elif soort == "generiek":
        vulling = {}
    else:
        vulling["product"] = Product(categorie=product.categorie)
    if soort in ("budget", "generiek"):
        vulling["budget"] = draw(st.integers(0, 99999999))
    return vulling


@st.composite
def perioden(draw, aantal: int) -> list[tuple[date, date]]:
    """Periods one after the other, so that nothing is given twice for the same days (TR302)."""
    stappen = draw(st.lists(st.integers(1, 400), min_size=2 * aantal, max_size=2 * aantal))
    grenzen, dag = [], BEGIN
    for stap in stappen:
        dag += timedelta(days=stap)
        grenzen.append(dag)
    return list(zip(grenzen[::2], grenzen[1::2], strict=True))


@st.composite
def toewijzingen(draw) -> list[ToegewezenProduct]:
    """The allocations of one child at one provider."""
    aantal = draw(st.integers(1, 3))
    begin = draw(st.integers(1, 999999000))
    return [
        ToegewezenProduct(
            nummer=begin + plek,
            ingangsdatum=van,
            einddatum=tot,
            vastgesteld_op=draw(st.datetimes(datetime(2021, 1, 1), datetime(2026, 3, 2))),
            reden_wijziging=draw(st.sampled_from(["", *REDEN_WIJZIGING])),
            referentie=draw(st.sampled_from(["", f"ref {plek}"])),
            commentaar=draw(st.sampled_from(["", "In overleg,\nzie bijlage"])),
            **draw(vullingen()),
        )
        for plek, (van, tot) in enumerate(draw(perioden(aantal)))
    ]


@st.composite
def verzoeken(draw) -> list[AangevraagdProduct]:
    """What a provider asks for at once."""
    aantal = draw(st.integers(1, 3))
    beschikking = draw(st.booleans())
    return [
        AangevraagdProduct(
            referentie=f"R{plek}",
            ingangsdatum=van,
            einddatum=tot,
            verwijzer=draw(verwijzers),
            beschikking_nummer=7 if beschikking else None,
            beschikking_ingangsdatum=van if beschikking else None,
            **draw(vullingen()),
        )
        for plek, (van, tot) in enumerate(draw(perioden(aantal)))
    ]


antwoorden = st.one_of(
    st.builds(Antwoord, referentie=st.just("R1")),
    st.builds(Antwoord, referentie=st.just("R1"), reden=st.sampled_from("12345679")),
    st.builds(
        Antwoord,
        referentie=st.just("R1"),
        reden=st.just("8"),
        gemeente=st.sampled_from(GEMEENTEN),
    ),
)


@st.composite
def starts(draw) -> list[Start]:
    """Starts of different allocations; some taken back."""
    nummers = draw(st.lists(st.integers(0, 999999999), min_size=1, max_size=3, unique=True))
    return [
        Start(
            toewijzing_nummer=nummer,
            begindatum=draw(dagen),
            product=draw(st.none() | producten),
            toewijzing_ingangsdatum=draw(st.none() | dagen),
            verwijderd=draw(st.booleans()),
        )
        for nummer in nummers
    ]


@st.composite
def stops(draw) -> list[Stop]:
    """Stops of these starts."""
    return [
        Stop(
            start=start,
            einddatum=draw(st.dates(start.begindatum, DAGTEKENING)),
            reden=draw(st.sampled_from(REDEN_BEEINDIGING)),
            verwijderd=draw(st.booleans()),
        )
        for start in draw(starts())
    ]


verzendingen = st.builds(
    Verzending,
    gemeente=st.sampled_from(GEMEENTEN),
    aanbieder=codes,
    identificatie=st.text("ABC-0123456789", min_size=1, max_size=12),
    dagtekening=st.just(DAGTEKENING),
)
