"""V2a: welke maatregelen in een periode beginnen."""

from paraplu.monitor.waarden.v2_stroom import instroom


def test_een_start_telt_op_de_eerste_en_de_laatste_dag_van_de_periode(spec):
    spec(
        instroom,
        periode="2023",
        variant="letterlijk",
        zorgperioden="""
            sleutel | begindatum
            1       | 2022-12-31
            2       | 2023-01-01
            3       | 2023-12-31
            4       | 2024-01-01
        """,
        verwacht="""
            sleutel | begindatum | afgevallen_op
            2       | 2023-01-01 |
            3       | 2023-12-31 |
        """,
        cijfers={"instroom": 2, "kinderen": 1},
    )


def test_alleen_wat_inging_na_1_januari_2017_telt(spec):
    spec(
        instroom,
        periode="2017",
        variant="letterlijk",
        zorgperioden="""
            sleutel | ingangsdatum | begindatum
            1       | 2017-01-01   | 2017-03-01
            2       | 2017-01-02   | 2017-03-01
        """,
        verwacht="""
            sleutel | afgevallen_op
            1       | ingegaan op of vóór 1-1-2017
            2       |
        """,
        cijfers={"instroom": 1},
    )


def test_een_toewijzing_zonder_startbericht_valt_af_in_de_periode_waarin_zij_ingaat(spec):
    spec(
        instroom,
        periode="2023",
        variant="letterlijk",
        toewijzingen="""
            sleutel | ingangsdatum
            1       | 2022-12-31
            2       | 2023-01-01
        """,
        verwacht="""
            sleutel | begindatum | afgevallen_op
            2       |            | geen startbericht
        """,
        cijfers={},
    )


def test_pupilkosten_en_advies_zijn_geen_maatregel_en_een_onbekende_code_is_er_wel_een(spec):
    spec(
        instroom,
        periode="2023",
        variant="letterlijk",
        zorgperioden="""
            sleutel | productcategorie | productcode | begindatum
            1       | 48               | 48A01       | 2023-02-01
            2       | 48               | 48B14       | 2023-02-01
            3       | 47               | 47B11       | 2023-02-01
            4       | 47               | 47A00       | 2023-02-01
            5       | 48               |             | 2023-02-01
            6       | 49               | 49A00       | 2023-02-01
            7       | 45               | 45A04       | 2023-02-01
        """,
        verwacht="""
            sleutel | soort_maatregel          | afgevallen_op
            1       | ots jaar 1               |
            2       | geen maatregel           | geen maatregel
            3       | geen maatregel           | geen maatregel
            4       | jr toezicht en begeleiding |
            5       | onbekend                 |
        """,
        cijfers={"instroom": 3},
    )


def test_wat_binnen_31_dagen_volgt_is_dezelfde_maatregel(spec):
    spec(
        instroom,
        periode="2023",
        zorgperioden="""
            kind  | sleutel | begindatum | einddatum
            Anna  | 1       | 2022-01-01 | 2022-12-31
            Anna  | 2       | 2023-01-31 |
            Bram  | 3       | 2022-01-01 | 2022-12-31
            Bram  | 4       | 2023-02-01 |
        """,
        verwacht="""
            kind | begindatum | afgevallen_op
            Bram | 2023-02-01 |
        """,
        cijfers={"instroom": 1, "kinderen": 1},
    )


def test_letterlijk_telt_elke_start_ook_als_zij_aansluit(spec):
    spec(
        instroom,
        periode="2023",
        variant="letterlijk",
        zorgperioden="""
            sleutel | productcode | begindatum | einddatum
            1       | 48A01       | 2022-06-01 | 2023-06-01
            2       | 48A02       | 2023-06-01 |
        """,
        verwacht="""
            sleutel | begindatum | afgevallen_op
            2       | 2023-06-01 |
        """,
        cijfers={"instroom": 1},
    )


def test_een_andere_groep_is_een_andere_maatregel(spec):
    spec(
        instroom,
        periode="2023",
        zorgperioden="""
            sleutel | productcode | begindatum | einddatum
            1       | 48A02       | 2021-06-01 | 2023-06-01
            2       | 48A03       | 2023-06-01 |
        """,
        verwacht="""
            begindatum | groep   | afgevallen_op
            2023-06-01 | voogdij |
        """,
        cijfers={"instroom": 1},
    )


def test_de_ingangsdatum_van_een_aaneengesloten_maatregel_is_die_van_haar_eerste_toewijzing(spec):
    spec(
        instroom,
        periode="2017",
        zorgperioden="""
            kind | sleutel | ingangsdatum | begindatum | einddatum
            Anna | 1       | 2017-01-01   | 2017-02-01 | 2017-12-31
            Anna | 2       | 2018-01-01   | 2018-01-01 |
            Bram | 3       | 2017-01-02   | 2017-02-01 |
        """,
        verwacht="""
            kind | ingangsdatum | afgevallen_op
            Anna | 2017-01-01   | ingegaan op of vóór 1-1-2017
            Bram | 2017-01-02   |
        """,
    )


def test_een_tijdelijke_stop_eindigt_de_maatregel_niet(spec):
    spec(
        instroom,
        periode="2023",
        zorgperioden="""
            sleutel | begindatum | einddatum  | tijdelijk
            1       | 2022-01-01 | 2022-06-01 | ja
            2       | 2023-06-01 |            |
        """,
        verwacht="",
    )


def test_de_lezing_toegewezen_kijkt_naar_de_toewijzing_en_niet_naar_start_en_stop(spec):
    spec(
        instroom,
        periode="2023",
        variant="toegewezen",
        toewijzingen="""
            kind | sleutel | ingangsdatum | einddatum
            Anna | 1       | 2023-03-01   | 2023-08-31
            Anna | 2       | 2023-09-01   |
            Bram | 3       | 2022-03-01   |
        """,
        zorgperioden="""
            kind | sleutel | begindatum
            Bram | 3       | 2023-05-01
        """,
        verwacht="""
            kind | begindatum | delen | afgevallen_op
            Anna | 2023-03-01 | 2     |
        """,
        cijfers={"instroom": 1},
    )


def test_een_verhuizing_binnen_een_maatregel_is_geen_instroom(spec):
    spec(
        instroom,
        periode="2023",
        zorgperioden="""
            sleutel | gemeente | begindatum | einddatum
            1       | 0200     | 2022-01-01 | 2023-05-31
            2       | 0202     | 2023-06-01 |
        """,
        verwacht="",
    )
