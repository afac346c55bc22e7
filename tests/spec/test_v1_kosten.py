"""V1a en V1b: wat er voor maatregelen en voor jeugdhulp is toegekend."""

from paraplu.monitor.waarden.v1_maatregelen import kosten_jeugdhulp, kosten_maatregelen


def test_de_kosten_van_maatregelen_zijn_de_som_met_credit_eraf(spec):
    spec(
        kosten_maatregelen,
        periode="2023",
        declaratieregels="""
            referentie | productcategorie | productcode | begindatum | bedrag
            a          | 48               | 48A01       | 2023-01-01 | 1000
            b          | 48               | 48A01       | 2023-01-01 | -250.50
            c          | 48               | 48B14       | 2023-12-31 | 80
            d          | 49               | 49A00       | 2023-06-01 | 20
            e          | 48               | 48A01       | 2024-01-01 | 7
        """,
        verwacht="""
            referentie | toegekend | afgevallen_op
            a          | 1000      |
            b          | -250.5    |
            c          | 80        |
            d          | 20        |
        """,
        cijfers={"bedrag": 849.5, "bedrag_zonder_49": 829.5},
    )


def test_wat_niet_is_toegekend_kost_niets(spec):
    spec(
        kosten_maatregelen,
        periode="2023",
        declaratieregels="""
            referentie | begindatum | bedrag | oordeel
            a          | 2023-01-01 | 1000   | afgewezen
            b          | 2023-01-01 | 300    | toegekend
        """,
        verwacht="""
            referentie | toegekend | afgevallen_op
            a          | 0         | afgewezen
            b          | 300       |
        """,
        cijfers={"bedrag": 300.0},
    )


def test_hulp_telt_als_er_op_een_dag_van_de_regel_een_maatregel_loopt(spec):
    spec(
        kosten_jeugdhulp,
        periode="2023-05",
        zorgperioden="""
            kind  | sleutel | begindatum | einddatum
            Anna  | 1       | 2022-01-01 | 2023-05-01
            Bram  | 2       | 2022-01-01 | 2023-04-30
            Coen  | 3       | 2023-05-31 |
            Daan  | 4       | 2023-06-01 |
        """,
        declaratieregels="""
            kind | referentie | productcategorie | productcode | begindatum | bedrag
            Anna | a          | 45               | 45A04       | 2023-05-01 | 100
            Bram | b          | 45               | 45A04       | 2023-05-01 | 100
            Coen | c          | 45               | 45A04       | 2023-05-01 | 100
            Daan | d          | 45               | 45A04       | 2023-05-01 | 100
            Anna | e          | 48               | 48A01       | 2023-05-01 | 100
        """,
        verwacht="""
            referentie | gi       | afgevallen_op
            a          | 60000001 |
            b          |          | geen lopende maatregel
            c          | 60000001 |
            d          |          | geen lopende maatregel
        """,
        cijfers={"bedrag": 200.0, "kinderen": 2},
    )


def test_zonder_stop_loopt_een_maatregel_tot_het_einde_van_haar_toewijzing(spec):
    spec(
        kosten_jeugdhulp,
        periode="2023-05",
        zorgperioden="""
            kind  | sleutel | begindatum | toewijzing_einddatum
            Anna  | 1       | 2022-01-01 | 2023-05-01
            Bram  | 2       | 2022-01-01 | 2023-04-30
            Coen  | 3       | 2022-01-01 |
        """,
        declaratieregels="""
            kind | referentie | productcategorie | productcode | begindatum
            Anna | a          | 45               | 45A04       | 2023-05-01
            Bram | b          | 45               | 45A04       | 2023-05-01
            Coen | c          | 45               | 45A04       | 2023-05-01
        """,
        verwacht="""
            referentie | afgevallen_op
            a          |
            b          | geen lopende maatregel
            c          |
        """,
        cijfers={"kinderen": 2},
    )


def test_de_tweede_lezing_kijkt_wie_in_het_verzoek_de_verwijzer_is(spec):
    spec(
        kosten_jeugdhulp,
        periode="2023-05",
        variant="verwijzer_gi",
        toewijzingen="""
            sleutel | productcategorie | productcode | ingangsdatum | verwijzer_type
            1       | 45               | 45A04       | 2023-01-01   | 04
            2       | 45               | 45A04       | 2023-01-01   | 08
            3       | 45               | 45A04       | 2023-01-01   |
        """,
        declaratieregels="""
            referentie | sleutel | productcategorie | productcode | begindatum
            a          | 1       | 45               | 45A04       | 2023-05-01
            b          | 2       | 45               | 45A04       | 2023-05-01
            c          | 3       | 45               | 45A04       | 2023-05-01
        """,
        verwacht="""
            referentie | afgevallen_op
            a          |
            b          | andere verwijzer
            c          | geen verzoek (315) bij deze toewijzing
        """,
        cijfers={"bedrag": 100.0},
    )
