"""V7: of de hulp die volgt lichter is dan de hulp die eindigt."""

from paraplu.monitor.waarden.v7_afschaling import afschaling

#: A granted line for a measure of Anna, long ago.
MAATREGEL = """
    productcategorie | productcode | begindatum
    48               | 48A01       | 2019-01-01
"""


def test_lichtere_hulp_na_zwaardere_is_afschalen(spec):
    spec(
        afschaling,
        periode="2023",
        zorgperioden="""
            sleutel | productcategorie | productcode | begindatum | einddatum
            zwaar   | 43               | 43A06       | 2022-01-01 | 2023-03-31
            licht   | 45               | 45A04       | 2023-04-01 |
        """,
        declaratieregels=MAATREGEL,
        verwacht="""
            sleutel | rang | na_sleutel | na_rang | criterium | afgevallen_op
            zwaar   | 7    | licht      | 1       | categorie |
        """,
        cijfers={"aandeel": 1.0, "afgeschaald": 1, "opgevolgd": 1, "categorie": 1},
    )


def test_geteld_wordt_hulp_die_in_de_periode_definitief_eindigt(spec):
    spec(
        afschaling,
        periode="2023",
        zorgperioden="""
            sleutel | productcategorie | productcode | begindatum | einddatum  | tijdelijk
            1       | 43               | 43A01       | 2022-01-01 | 2022-12-31 |
            2       | 43               | 43A02       | 2022-01-01 | 2023-01-01 |
            3       | 43               | 43A03       | 2022-01-01 | 2023-12-31 |
            4       | 43               | 43A04       | 2022-01-01 | 2024-01-01 |
            5       | 43               | 43A05       | 2022-01-01 | 2023-06-01 | ja
            6       | 43               | 43A06       | 2022-01-01 | 2023-06-01 |
            6       | 43               | 43A06       | 2023-07-01 |            |
        """,
        declaratieregels=MAATREGEL,
        verwacht="""
            sleutel | eind       | afgevallen_op
            2       | 2023-01-01 | geen opvolgende hulp
            3       | 2023-12-31 | geen opvolgende hulp
        """,
        cijfers={"aandeel": None, "opgevolgd": 0},
    )


def test_de_volgende_hulp_begint_van_31_dagen_voor_tot_92_dagen_na_het_einde(spec):
    spec(
        afschaling,
        periode="2023-06",
        zorgperioden="""
            kind  | sleutel | productcategorie | productcode | begindatum | einddatum
            Anna  | a1      | 43               | 43A06       | 2022-01-01 | 2023-06-30
            Anna  | a2      | 45               | 45A04       | 2023-05-29 |
            Bram  | b1      | 43               | 43A06       | 2022-01-01 | 2023-06-30
            Bram  | b2      | 45               | 45A04       | 2023-05-30 |
            Chris | c1      | 43               | 43A06       | 2022-01-01 | 2023-06-30
            Chris | c2      | 45               | 45A04       | 2023-09-30 |
            Dirk  | d1      | 43               | 43A06       | 2022-01-01 | 2023-06-30
            Dirk  | d2      | 45               | 45A04       | 2023-10-01 |
        """,
        declaratieregels="""
            kind  | begindatum
            Anna  | 2019-01-01
            Bram  | 2019-01-01
            Chris | 2019-01-01
            Dirk  | 2019-01-01
        """,
        verwacht="""
            sleutel | na_sleutel | afgevallen_op
            a1      |            | geen opvolgende hulp
            b1      | b2         |
            c1      | c2         |
            d1      |            | geen opvolgende hulp
        """,
    )


def test_de_eerste_die_begint_volgt_op_en_dan_de_laagste_sleutel(spec):
    spec(
        afschaling,
        periode="2023",
        zorgperioden="""
            sleutel | productcategorie | productcode | begindatum | einddatum
            zwaar   | 43               | 43A06       | 2022-01-01 | 2023-03-31
            c       | 43               | 43A01       | 2023-04-02 |
            b       | 43               | 43A03       | 2023-04-01 |
            a       | 43               | 43A02       | 2023-04-01 |
        """,
        declaratieregels=MAATREGEL,
        verwacht="""
            sleutel | na_sleutel
            zwaar   | a
        """,
    )


def test_crisis_lta_overig_en_wat_geen_plaats_heeft_doen_niet_mee(spec):
    spec(
        afschaling,
        periode="2023",
        zorgperioden="""
            sleutel | productcategorie | productcode | begindatum | einddatum
            crisis  | 46               | 46A00       | 2022-01-01 | 2023-03-31
            lta     | 55               |             | 2022-01-01 | 2023-03-31
            overig  | 40               | 40A00       | 2022-01-01 | 2023-03-31
            nergens | 50               |             | 2022-01-01 | 2023-03-31
            zwaar   | 43               | 43A06       | 2022-01-01 | 2023-05-31
            crisis2 | 46               | 46A00       | 2023-06-01 |
            lta2    | 55               |             | 2023-06-01 |
            overig2 | 40               | 40A00       | 2023-06-01 |
            nergens2 | 50              |             | 2023-06-01 |
        """,
        declaratieregels=MAATREGEL,
        verwacht="""
            sleutel | rang | afgevallen_op
            crisis  |      | geen rang in de tussentaal
            lta     |      | geen rang in de tussentaal
            overig  |      | geen rang in de tussentaal
            nergens |      | geen rang in de tussentaal
            zwaar   | 7    | geen opvolgende hulp
        """,
    )


def test_hetzelfde_product_bij_dezelfde_aanbieder_is_een_verlenging(spec):
    spec(
        afschaling,
        periode="2023",
        zorgperioden="""
            kind  | sleutel | aanbieder | productcategorie | productcode | begindatum | einddatum
            Anna  | a1      | 70000001  | 45               | 45A04       | 2022-01-01 | 2023-03-31
            Anna  | a2      | 70000001  | 45               | 45A04       | 2023-04-01 |
            Bram  | b1      | 70000001  | 45               | 45A04       | 2022-01-01 | 2023-03-31
            Bram  | b2      | 70000002  | 45               | 45A04       | 2023-04-01 |
            Chris | c1      | 70000001  | 52               |             | 2022-01-01 | 2023-03-31
            Chris | c2      | 70000001  | 52               |             | 2023-04-01 |
        """,
        declaratieregels="""
            kind  | begindatum
            Anna  | 2019-01-01
            Bram  | 2019-01-01
            Chris | 2019-01-01
        """,
        verwacht="""
            sleutel | na_sleutel | afgevallen_op
            a1      |            | geen opvolgende hulp
            b1      | b2         |
            c1      |            | geen opvolgende hulp
        """,
    )


def test_bij_gelijke_groep_beslist_de_duur_als_beide_zijn_geeindigd(spec):
    gegeven = {
        "zorgperioden": """
            kind  | sleutel | productcategorie | productcode | begindatum | einddatum
            Anna  | a1      | 45               | 45A04       | 2023-01-01 | 2023-01-31
            Anna  | a2      | 45               | 45A05       | 2023-02-01 | 2023-03-02
            Bram  | b1      | 45               | 45A04       | 2023-01-01 | 2023-01-31
            Bram  | b2      | 45               | 45A05       | 2023-02-01 | 2023-03-03
            Chris | c1      | 45               | 45A04       | 2023-01-01 | 2023-01-31
            Chris | c2      | 45               | 45A05       | 2023-02-01 | 2023-03-04
        """,
        "declaratieregels": """
            kind  | begindatum
            Anna  | 2019-01-01
            Bram  | 2019-01-01
            Chris | 2019-01-01
        """,
    }
    spec(
        afschaling,
        periode="2023-01",
        **gegeven,
        verwacht="""
            sleutel | duur | na_duur | criterium
            a1      | 30   | 29      | duur
            b1      | 30   | 30      |
            c1      | 30   | 31      |
        """,
        cijfers={"afgeschaald": 1, "opgevolgd": 3, "duur": 1},
    )


def test_daarna_beslissen_de_kosten_per_dag(spec):
    spec(
        afschaling,
        periode="2023-01",
        zorgperioden="""
            kind  | sleutel | productcategorie | productcode | begindatum | einddatum
            Anna  | a1      | 45               | 45A04       | 2023-01-22 | 2023-01-31
            Anna  | a2      | 45               | 45A05       | 2023-02-01 | 2023-02-10
            Bram  | b1      | 45               | 45A04       | 2023-01-22 | 2023-01-31
            Bram  | b2      | 45               | 45A05       | 2023-02-01 |
            Chris | c1      | 45               | 45A04       | 2023-01-22 | 2023-01-31
            Chris | c2      | 45               | 45A05       | 2023-02-01 |
        """,
        declaratieregels="""
            kind  | sleutel | productcategorie | productcode | begindatum | einddatum  | bedrag
            Anna  | m       | 48               | 48A01       | 2019-01-01 | 2019-01-31 | 100
            Bram  | m       | 48               | 48A01       | 2019-01-01 | 2019-01-31 | 100
            Chris | m       | 48               | 48A01       | 2019-01-01 | 2019-01-31 | 100
            Anna  | a1      | 45               | 45A04       | 2023-01-22 | 2023-01-31 | 100
            Anna  | a2      | 45               | 45A05       | 2023-02-01 | 2023-02-10 | 90
            Bram  | b1      | 45               | 45A04       | 2023-01-22 | 2023-01-31 | 100
            Bram  | b2      | 45               | 45A05       | 2023-02-01 | 2023-02-20 | 200
            Chris | c1      | 45               | 45A04       | 2023-01-22 | 2023-01-31 | 100
        """,
        verwacht="""
            sleutel | kosten_per_dag | na_kosten_per_dag | criterium
            a1      | 10             | 9                 | kosten
            b1      | 10             | 10                |
            c1      | 10             |                   |
        """,
        cijfers={"afgeschaald": 1, "kosten": 1, "opgevolgd": 3},
    )


def test_zwaardere_hulp_is_geen_afschaling_ook_als_zij_korter_duurt(spec):
    gegeven = {
        "zorgperioden": """
            sleutel | productcategorie | productcode | begindatum | einddatum
            licht   | 45               | 45A04       | 2022-01-01 | 2023-01-31
            zwaar   | 43               | 43A06       | 2023-02-01 | 2023-02-28
        """,
        "declaratieregels": MAATREGEL,
    }
    spec(
        afschaling,
        periode="2023-01",
        **gegeven,
        verwacht="""
            sleutel | criterium
            licht   |
        """,
        cijfers={"aandeel": 0.0},
    )
    spec(
        afschaling,
        periode="2023-01",
        variant="letterlijk",
        **gegeven,
        verwacht="""
            sleutel | criterium
            licht   | duur
        """,
        cijfers={"aandeel": 1.0, "duur": 1},
    )


def test_letterlijk_telt_lagere_kosten_bij_gelijke_groep_of_gelijke_duur(spec):
    spec(
        afschaling,
        periode="2023-01",
        variant="letterlijk",
        zorgperioden="""
            kind  | sleutel | productcategorie | productcode | begindatum | einddatum
            Anna  | a1      | 45               | 45A04       | 2023-01-22 | 2023-01-31
            Anna  | a2      | 43               | 43A03       | 2023-02-01 | 2023-02-10
            Bram  | b1      | 45               | 45A04       | 2023-01-22 | 2023-01-31
            Bram  | b2      | 43               | 43A03       | 2023-02-01 | 2023-02-11
            Chris | c1      | 45               | 45A04       | 2023-01-22 | 2023-01-31
            Chris | c2      | 45               | 45A05       | 2023-02-01 | 2023-02-11
        """,
        declaratieregels="""
            kind  | sleutel | productcategorie | productcode | begindatum | einddatum  | bedrag
            Anna  | m       | 48               | 48A01       | 2019-01-01 | 2019-01-31 | 100
            Bram  | m       | 48               | 48A01       | 2019-01-01 | 2019-01-31 | 100
            Chris | m       | 48               | 48A01       | 2019-01-01 | 2019-01-31 | 100
            Anna  | a1      | 45               | 45A04       | 2023-01-22 | 2023-01-31 | 100
            Anna  | a2      | 43               | 43A03       | 2023-02-01 | 2023-02-10 | 90
            Bram  | b1      | 45               | 45A04       | 2023-01-22 | 2023-01-31 | 100
            Bram  | b2      | 43               | 43A03       | 2023-02-01 | 2023-02-10 | 90
            Chris | c1      | 45               | 45A04       | 2023-01-22 | 2023-01-31 | 100
            Chris | c2      | 45               | 45A05       | 2023-02-01 | 2023-02-10 | 90
        """,
        verwacht="""
            sleutel | criterium
            a1      | kosten
            b1      |
            c1      | kosten
        """,
    )


def test_alleen_hulp_aan_kinderen_met_een_toegekende_regel_in_47_of_48(spec):
    spec(
        afschaling,
        periode="2023",
        zorgperioden="""
            sleutel | productcategorie | productcode | begindatum | einddatum
            zwaar   | 43               | 43A06       | 2022-01-01 | 2023-03-31
            licht   | 45               | 45A04       | 2023-04-01 |
        """,
        declaratieregels="""
            productcategorie | productcode | begindatum | oordeel
            48               | 48A01       | 2019-01-01 | afgewezen
            49               | 49A00       | 2019-01-01 | toegekend
        """,
        verwacht="""
            sleutel | afgevallen_op
            zwaar   | kind zonder toegekende regel in 47 of 48
        """,
        cijfers={"opgevolgd": 0},
    )


def test_algemeen_gaat_over_alle_hulp_die_in_de_periode_begint(spec):
    spec(
        afschaling,
        periode="2023",
        variant="algemeen",
        zorgperioden="""
            kind  | sleutel | productcategorie | productcode | begindatum | einddatum
            Anna  | 1       | 45               | 45A04       | 2022-12-31 | 2023-01-31
            Anna  | 2       | 45               | 45A04       | 2023-01-01 | 2023-01-10
            Bram  | 3       | 43               | 43A03       | 2023-12-31 | 2024-01-19
            Chris | 4       | 46               | 46A00       | 2023-05-01 |
            Chris | 5       | 45               | 45A04       | 2024-01-01 |
        """,
        declaratieregels="""
            kind | sleutel | productcategorie | productcode | begindatum | bedrag
            Anna | 2       | 45               | 45A04       | 2023-01-01 | 20
            Bram | 3       | 43               | 43A03       | 2024-01-01 | 80
        """,
        verwacht="""
            sleutel | rang | duur | kosten_per_dag
            2       | 1    | 9    | 2
            3       | 3    | 19   | 4
            4       |      |      |
        """,
        cijfers={"rang": 2.0, "duur_mediaan": 14.0, "kosten_per_dag": 3, "aandeel": None},
    )
