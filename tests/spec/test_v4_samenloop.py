"""V4: welke kinderen tegelijk een maatregel en jeugdhulp hebben."""

from paraplu.monitor.waarden.v4_samenloop import samenloop

#: Anna has a granted line for her measure and one for her help.
GELD = """
    productcategorie | productcode | begindatum
    48               | 48A01       | 2021-01-01
    45               | 45A04       | 2021-01-01
"""


def test_maatregel_en_hulp_die_een_dag_delen_lopen_samen(spec):
    spec(
        samenloop,
        periode="2023",
        zorgperioden="""
            kind | productcategorie | productcode | begindatum | einddatum
            Anna | 48               | 48A01       | 2023-02-01 | 2023-05-31
            Anna | 45               | 45A04       | 2023-05-31 |
            Bram | 48               | 48A01       | 2023-02-01 | 2023-05-31
            Bram | 45               | 45A04       | 2023-06-01 |
        """,
        declaratieregels="""
            kind | productcategorie | productcode | begindatum
            Anna | 48               | 48A01       | 2021-01-01
            Anna | 45               | 45A04       | 2021-01-01
            Bram | 48               | 48A01       | 2021-01-01
            Bram | 45               | 45A04       | 2021-01-01
        """,
        verwacht="""
            kind | samenloop | afgevallen_op
            Anna | ja        |
            Bram | nee       |
        """,
        cijfers={"aandeel": 0.5, "samenloop": 1, "kinderen": 2},
    )


def test_de_gedeelde_dag_ligt_in_de_periode(spec):
    gegeven = {
        "zorgperioden": """
            productcategorie | productcode | begindatum | einddatum
            48               | 48A01       | 2022-01-01 |
            45               | 45A04       | 2022-05-01 | 2022-12-31
        """,
        "declaratieregels": GELD,
    }
    spec(
        samenloop,
        periode="2022-12",
        **gegeven,
        verwacht="""
            begindatum | samenloop | afgevallen_op
            2022-01-01 | ja        |
        """,
        cijfers={"aandeel": 1.0},
    )
    spec(
        samenloop,
        periode="2023-01",
        **gegeven,
        verwacht="""
            begindatum | samenloop | afgevallen_op
            2022-01-01 | nee       |
        """,
        cijfers={"aandeel": 0.0},
    )


def test_alleen_maatregelen_met_een_dag_in_de_periode_tellen(spec):
    spec(
        samenloop,
        periode="2023-05",
        zorgperioden="""
            kind  | begindatum | einddatum
            Anna  | 2022-01-01 | 2023-04-30
            Bram  | 2022-01-01 | 2023-05-01
            Chris | 2023-05-31 |
            Dirk  | 2023-06-01 |
        """,
        declaratieregels="""
            kind  | begindatum
            Anna  | 2022-01-01
            Bram  | 2022-01-01
            Chris | 2022-01-01
            Dirk  | 2022-01-01
        """,
        verwacht="""
            kind  | samenloop | afgevallen_op
            Bram  | nee       |
            Chris | nee       |
        """,
        cijfers={"kinderen": 2, "samenloop": 0},
    )


def test_letterlijk_telt_alleen_hulp_die_later_begon_dan_de_maatregel(spec):
    spec(
        samenloop,
        periode="2023",
        variant="letterlijk",
        zorgperioden="""
            kind | productcategorie | productcode | begindatum
            Anna | 48               | 48A01       | 2023-02-01
            Anna | 45               | 45A04       | 2023-02-01
            Bram | 48               | 48A01       | 2023-02-01
            Bram | 45               | 45A04       | 2023-02-02
        """,
        declaratieregels="""
            kind | productcategorie | productcode | begindatum
            Anna | 48               | 48A01       | 2023-02-01
            Anna | 45               | 45A04       | 2023-02-01
            Bram | 48               | 48A01       | 2023-02-01
            Bram | 45               | 45A04       | 2023-02-01
        """,
        verwacht="""
            kind | samenloop
            Anna | nee
            Bram | ja
        """,
        cijfers={"aandeel": 0.5},
    )


def test_het_kind_heeft_een_toegekende_regel_in_47_of_48_wanneer_dan_ook(spec):
    spec(
        samenloop,
        periode="2023",
        zorgperioden="""
            kind  | begindatum
            Anna  | 2023-02-01
            Bram  | 2023-02-01
            Chris | 2023-02-01
            Dirk  | 2023-02-01
        """,
        declaratieregels="""
            kind  | productcategorie | productcode | begindatum | oordeel
            Anna  | 48               | 48B14       | 2019-02-01 | toegekend
            Bram  | 48               | 48A01       | 2023-02-01 | nog niet beantwoord
            Chris | 49               | 49A00       | 2023-02-01 | toegekend
            Dirk  | 47               | 47A00       | 2023-02-01 | toegekend
        """,
        verwacht="""
            kind  | afgevallen_op
            Anna  |
            Bram  | kind zonder toegekende regel in 47 of 48
            Chris | kind zonder toegekende regel in 47 of 48
            Dirk  |
        """,
        cijfers={"kinderen": 2},
    )


def test_hulp_zonder_toegekende_regel_telt_niet(spec):
    spec(
        samenloop,
        periode="2023",
        zorgperioden="""
            kind | productcategorie | productcode | begindatum
            Anna | 48               | 48A01       | 2023-02-01
            Anna | 45               | 45A04       | 2023-03-01
        """,
        declaratieregels="""
            productcategorie | productcode | begindatum | oordeel
            48               | 48A01       | 2023-02-01 | toegekend
            45               | 45A04       | 2023-02-01 | afgewezen
        """,
        verwacht="""
            kind | samenloop
            Anna | nee
        """,
    )


def test_zonder_stop_eindigen_maatregel_en_hulp_met_de_toewijzing(spec):
    spec(
        samenloop,
        periode="2023",
        zorgperioden="""
            kind  | productcategorie | productcode | begindatum | einddatum  | toewijzing_einddatum
            Anna  | 48               | 48A01       | 2021-01-01 |            | 2023-03-31
            Anna  | 45               | 45A04       | 2023-03-31 |            |
            Bram  | 48               | 48A01       | 2021-01-01 |            | 2023-03-31
            Bram  | 45               | 45A04       | 2023-04-01 |            |
            Chris | 48               | 48A01       | 2023-06-01 |            |
            Chris | 45               | 45A04       | 2022-01-01 |            | 2023-05-31
        """,
        declaratieregels="""
            kind  | productcategorie | productcode | begindatum
            Anna  | 48               | 48A01       | 2021-01-01
            Anna  | 45               | 45A04       | 2021-01-01
            Bram  | 48               | 48A01       | 2021-01-01
            Bram  | 45               | 45A04       | 2021-01-01
            Chris | 48               | 48A01       | 2021-01-01
            Chris | 45               | 45A04       | 2021-01-01
        """,
        verwacht="""
            kind  | einddatum  | samenloop
            Anna  | 2023-03-31 | ja
            Bram  | 2023-03-31 | nee
            Chris |            | nee
        """,
    )


def test_een_tijdelijke_stop_eindigt_de_hulp_wel_en_de_maatregel_niet(spec):
    spec(
        samenloop,
        periode="2023",
        zorgperioden="""
            kind | productcategorie | productcode | begindatum | einddatum  | tijdelijk
            Anna | 48               | 48A01       | 2021-01-01 | 2022-06-30 | ja
            Anna | 45               | 45A04       | 2023-03-01 |            |
            Bram | 48               | 48A01       | 2021-01-01 |            |
            Bram | 45               | 45A04       | 2021-03-01 | 2022-12-31 | ja
        """,
        declaratieregels="""
            kind | productcategorie | productcode | begindatum
            Anna | 48               | 48A01       | 2021-01-01
            Anna | 45               | 45A04       | 2021-01-01
            Bram | 48               | 48A01       | 2021-01-01
            Bram | 45               | 45A04       | 2021-01-01
        """,
        verwacht="""
            kind | einddatum | samenloop
            Anna |           | ja
            Bram |           | nee
        """,
    )


def test_een_kind_met_twee_maatregelen_telt_een_keer(spec):
    spec(
        samenloop,
        periode="2023",
        zorgperioden="""
            sleutel | productcategorie | productcode | begindatum | einddatum
            1       | 48               | 48A01       | 2023-01-01 | 2023-02-28
            2       | 47               | 47A00       | 2023-04-01 |
            3       | 45               | 45A04       | 2023-06-01 |
        """,
        declaratieregels="""
            sleutel | productcategorie | productcode | begindatum
            1       | 48               | 48A01       | 2023-01-01
            3       | 45               | 45A04       | 2023-06-01
        """,
        verwacht="""
            sleutel | samenloop
            1       | nee
            2       | ja
        """,
        cijfers={"aandeel": 1.0, "samenloop": 1, "kinderen": 1},
    )


def test_een_toewijzing_zonder_start_of_zonder_maatregel_valt_af(spec):
    spec(
        samenloop,
        periode="2023",
        toewijzingen="""
            sleutel | productcode | ingangsdatum | einddatum
            1       | 48A01       | 2022-06-01   | 2023-01-01
            2       | 48A01       | 2022-06-01   | 2022-12-31
        """,
        zorgperioden="""
            sleutel | productcode | begindatum
            3       | 48B14       | 2023-01-01
        """,
        declaratieregels="""
            sleutel | productcode | begindatum
            3       | 48B14       | 2023-01-01
        """,
        verwacht="""
            sleutel | afgevallen_op
            1       | geen startbericht
            3       | geen maatregel
        """,
        cijfers={"kinderen": 0, "aandeel": None},
    )
