"""V6b: welk deel van wat vorig jaar was toegewezen, is gedeclareerd en toegekend."""

from paraplu.monitor.waarden.v6b_uitnutting import uitnutting


def test_uitnutting_is_toegekend_gedeeld_door_toegewezen_van_het_vorige_jaar(spec):
    # R200.
    spec(
        uitnutting,
        periode="2023",
        toewijzingen="""
            sleutel | productcategorie | productcode | ingangsdatum | einddatum  | budget
            1       | 45               | 45A04       | 2022-01-01   | 2022-12-31 | 1000
        """,
        declaratieregels="""
            sleutel | productcategorie | productcode | begindatum | bedrag
            1       | 45               | 45A04       | 2021-12-01 | 100
            1       | 45               | 45A04       | 2022-01-01 | 300
            1       | 45               | 45A04       | 2022-12-31 | 450
            1       | 45               | 45A04       | 2023-01-01 | 100
        """,
        verwacht="""
            dag        | gedeclareerd | toegewezen | afgevallen_op
            2022-01-01 | 0            | 1000       |
            2022-01-01 | 300          | 0          |
            2022-12-31 | 450          | 0          |
        """,
        cijfers={"uitnutting": 0.75, "gedeclareerd": 750, "toegewezen": 1000},
    )


def test_een_kwartaal_heeft_de_uitnutting_van_zijn_jaar(spec):
    spec(
        uitnutting,
        periode="2023-K4",
        toewijzingen="""
            sleutel | productcategorie | ingangsdatum | einddatum  | budget
            1       | 45               | 2022-01-01   | 2022-12-31 | 1000
        """,
        verwacht="""
            toegewezen
            1000
        """,
        cijfers={"uitnutting": 0.0, "toegewezen": 1000},
    )


def test_een_budget_is_per_dag_over_de_looptijd_verdeeld(spec):
    spec(
        uitnutting,
        periode="2023",
        toewijzingen="""
            sleutel | productcategorie | ingangsdatum | einddatum  | budget
            1       | 45               | 2021-12-22   | 2022-01-10 | 1000
            2       | 45               | 2022-12-31   | 2023-01-01 | 0.01
            3       | 45               | 2023-01-01   | 2023-12-31 | 1000
            4       | 45               | 2022-06-01   |            | 1000
        """,
        verwacht="""
            rij | toegewezen | afgevallen_op
            1   | 500        |
            2   | 0.01       |
            4   | 0          | geen einddatum
        """,
    )


def test_volume_maal_tarief_naar_hoe_vaak(spec):
    spec(
        uitnutting,
        periode="2023",
        toewijzingen="""
            sleutel | productcategorie | productcode | ingangsdatum | einddatum  | volume | eenheid | frequentie
            dag     | 45               | 45A04       | 2022-01-01   | 2022-01-07 | 2      | 04      | 1
            week    | 45               | 45A04       | 2022-01-01   | 2022-01-14 | 2      | 04      | 2
            maand   | 45               | 45A04       | 2022-01-01   |            | 2      | 04      | 4
            totaal  | 45               | 45A04       | 2021-12-31   | 2022-01-01 | 2      | 04      | 6
            open    | 45               | 45A04       | 2022-01-01   |            | 2      | 04      | 6
            euro    | 45               | 45A04       | 2022-01-01   | 2022-01-01 | 2      | 83      | 6
        """,
        tarieven="""
            productcategorie | productcode | eenheid | tarief | vanaf
            45               | 45A04       | 04      | 100    | 2022-01-01
        """,
        verwacht="""
            rij    | toegewezen | afgevallen_op
            dag    | 1400       |
            week   | 400        |
            maand  | 2398.36    |
            totaal | 100        |
            open   | 0          | geen einddatum
            euro   | 0.02       |
        """,
    )


def test_het_tarief_van_het_blad_dat_dan_geldt_en_eerst_dat_van_de_aanbieder_zelf(spec):
    spec(
        uitnutting,
        periode="2023",
        toewijzingen="""
            sleutel | aanbieder | productcategorie | productcode | ingangsdatum | einddatum  | volume | eenheid | frequentie
            1       | 70000001  | 45               | 45A04       | 2022-02-28   | 2022-02-28 | 1      | 04      | 6
            2       | 70000001  | 45               | 45A04       | 2022-03-01   | 2022-03-01 | 1      | 04      | 6
            3       | 70000002  | 45               | 45A04       | 2022-03-01   | 2022-03-01 | 1      | 04      | 6
            4       | 70000002  | 45               | 45A04       | 2022-03-01   | 2022-03-01 | 1      | 14      | 6
            5       | 70000002  | 45               | 45A05       | 2022-03-01   | 2022-03-01 | 1      | 04      | 6
        """,
        tarieven="""
            aanbieder | productcategorie | productcode | eenheid | tarief | vanaf      | tot
                      | 45               | 45A04       | 04      | 10     | 2022-01-01 | 2022-03-01
                      | 45               | 45A04       | 04      | 20     | 2022-03-01 |
            70000001  | 45               | 45A04       | 04      | 30     | 2022-03-01 |
        """,
        verwacht="""
            rij | toegewezen | afgevallen_op
            1   | 10         |
            2   | 30         |
            3   | 20         |
            4   | 0          | geen tarief
            5   | 0          | geen tarief
        """,
    )


def test_zonder_blad_het_laatste_tarief_dat_de_aanbieder_zelf_declareerde(spec):
    spec(
        uitnutting,
        periode="2023",
        toewijzingen="""
            sleutel | aanbieder | productcategorie | productcode | ingangsdatum | einddatum  | volume | eenheid | frequentie
            1       | 70000001  | 45               | 45A04       | 2022-02-28   | 2022-02-28 | 1      | 04      | 6
            2       | 70000002  | 45               | 45A04       | 2022-02-28   | 2022-02-28 | 1      | 04      | 6
        """,
        declaratieregels="""
            sleutel | aanbieder | productcategorie | productcode | begindatum | eenheid | tarief
            1       | 70000001  | 45               | 45A04       | 2020-01-01 | 04      | 70
            1       | 70000001  | 45               | 45A04       | 2021-01-01 | 04      | 80
            1       | 70000001  | 45               | 45A04       | 2021-02-01 | 14      | 90
        """,
        verwacht="""
            rij | toegewezen | afgevallen_op
            1   | 80         |
            2   | 0          | geen tarief
        """,
    )


def test_alleen_toegekende_jeugdhulp_die_inging_na_1_januari_2017_telt(spec):
    spec(
        uitnutting,
        periode="2018",
        toewijzingen="""
            sleutel | productcategorie | productcode | ingangsdatum | einddatum  | budget
            1       | 45               | 45A04       | 2017-01-01   | 2017-12-31 | 100
            2       | 45               | 45A04       | 2017-01-02   | 2017-12-31 | 100
            3       | 48               | 48A01       | 2017-01-02   | 2017-12-31 | 100
            4       | 49               | 49A00       | 2017-01-02   | 2017-12-31 | 100
            5       |                  |             | 2017-01-02   | 2017-12-31 | 100
        """,
        declaratieregels="""
            sleutel | productcategorie | productcode | begindatum | ingangsdatum | bedrag | oordeel
            1       | 45               | 45A04       | 2017-02-01 | 2017-01-01   | 10     | toegekend
            2       | 45               | 45A04       | 2017-02-01 | 2017-01-02   | 20     | toegekend
            2       | 45               | 45A04       | 2017-02-01 | 2017-01-02   | -5     | toegekend
            2       | 45               | 45A04       | 2017-02-01 | 2017-01-02   | 40     | afgewezen
            2       | 45               | 45A04       | 2017-02-01 | 2017-01-02   | 80     | nog niet beantwoord
            2       | 45               | 45A04       | 2017-02-01 | 2017-01-02   | 90     | niet in het antwoord
            3       | 48               | 48A01       | 2017-02-01 | 2017-01-02   | 90     | toegekend
        """,
        verwacht="""
            gedeclareerd | toegewezen | afgevallen_op
            0            | 100        | ingegaan op of vóór 1-1-2017
            0            | 100        |
            0            | 100        |
            10           | 0          | ingegaan op of vóór 1-1-2017
            20           | 0          |
            -5           | 0          |
            0            | 0          | afgewezen
            0            | 0          | nog niet beantwoord
            0            | 0          | niet in het antwoord
        """,
        cijfers={"gedeclareerd": 15, "toegewezen": 200, "uitnutting": 0.075},
    )


def test_een_bedrag_over_hulp_hoort_bij_de_instelling_van_de_maatregel_die_dan_loopt(spec):
    spec(
        uitnutting,
        periode="2023",
        toewijzingen="""
            kind | sleutel | productcategorie | ingangsdatum | einddatum  | budget
            Anna | 1       | 45               | 2022-03-01   | 2022-03-01 | 100
            Bram | 2       | 45               | 2022-02-28   | 2022-02-28 | 100
        """,
        zorgperioden="""
            kind | sleutel | aanbieder | productcategorie | begindatum
            Anna | m1      | 60000001  | 48               | 2022-03-01
            Bram | m2      | 60000001  | 48               | 2022-03-01
        """,
        verwacht="""
            rij | gi
            1   | 60000001
            2   |
        """,
    )
