"""V2b: welke maatregelen in een periode eindigen."""

from paraplu.monitor.waarden.v2_stroom import uitstroom


def test_een_stop_telt_op_de_eerste_en_de_laatste_dag_van_de_periode(spec):
    spec(
        uitstroom,
        periode="2023-K2",
        variant="letterlijk",
        zorgperioden="""
            sleutel | begindatum | einddatum
            1       | 2022-01-01 | 2023-03-31
            2       | 2022-01-01 | 2023-04-01
            3       | 2022-01-01 | 2023-06-30
            4       | 2022-01-01 | 2023-07-01
            5       | 2022-01-01 |
        """,
        verwacht="""
            sleutel | einddatum  | afgevallen_op
            2       | 2023-04-01 |
            3       | 2023-06-30 |
        """,
        cijfers={"uitstroom": 2},
    )


def test_een_tijdelijke_stop_is_geen_einde(spec):
    spec(
        uitstroom,
        periode="2023",
        variant="letterlijk",
        zorgperioden="""
            sleutel | begindatum | einddatum  | tijdelijk
            1       | 2022-01-01 | 2023-04-01 | nee
            2       | 2022-01-01 | 2023-04-01 | ja
        """,
        verwacht="""
            sleutel | afgevallen_op
            1       |
        """,
        cijfers={"uitstroom": 1},
    )


def test_een_hervatte_maatregel_eindigt_als_het_vervolg_eindigt(spec):
    spec(
        uitstroom,
        periode="2023",
        zorgperioden="""
            kind | sleutel | begindatum | einddatum  | tijdelijk
            Anna | 1       | 2022-01-01 | 2022-06-01 | ja
            Anna | 1       | 2022-11-01 | 2023-04-01 | nee
        """,
        verwacht="""
            kind | sleutel | einddatum
            Anna | 1       | 2023-04-01
        """,
        cijfers={"uitstroom": 1},
    )


def test_een_vervolg_binnen_31_dagen_is_geen_uitstroom(spec):
    spec(
        uitstroom,
        periode="2023",
        zorgperioden="""
            kind | sleutel | begindatum | einddatum
            Anna | 1       | 2022-01-01 | 2023-03-01
            Anna | 2       | 2023-04-01 |
            Bram | 3       | 2022-01-01 | 2023-03-01
            Bram | 4       | 2023-04-02 |
        """,
        verwacht="""
            kind | einddatum  | afgevallen_op
            Bram | 2023-03-01 |
        """,
        cijfers={"uitstroom": 1},
    )


def test_het_laatste_einde_geldt_ook_als_een_later_begonnen_deel_eerder_stopt(spec):
    spec(
        uitstroom,
        periode="2023",
        zorgperioden="""
            sleutel | aanbieder | begindatum | einddatum
            1       | 60000001  | 2022-01-01 | 2023-09-01
            2       | 60000002  | 2023-02-01 | 2023-04-01
        """,
        verwacht="""
            einddatum  | gi       | delen | afgevallen_op
            2023-09-01 | 60000001 | 2     |
        """,
        cijfers={"uitstroom": 1},
    )


def test_een_toewijzing_zonder_start_valt_af_in_de_periode_waarin_zij_afloopt(spec):
    spec(
        uitstroom,
        periode="2023",
        variant="letterlijk",
        toewijzingen="""
            sleutel | ingangsdatum | einddatum
            1       | 2022-01-01   | 2023-12-31
            2       | 2022-01-01   | 2024-01-01
            3       | 2022-01-01   |
        """,
        verwacht="""
            sleutel | afgevallen_op
            1       | geen startbericht
        """,
    )


def test_ook_een_einde_telt_alleen_als_de_maatregel_inging_na_1_januari_2017(spec):
    spec(
        uitstroom,
        periode="2023",
        variant="letterlijk",
        zorgperioden="""
            sleutel | begindatum | einddatum
            1       | 2017-01-01 | 2023-05-01
            2       | 2017-01-02 | 2023-05-01
        """,
        verwacht="""
            sleutel | afgevallen_op
            1       | ingegaan op of vóór 1-1-2017
            2       |
        """,
        cijfers={"uitstroom": 1},
    )
