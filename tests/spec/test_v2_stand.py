"""V2c: welke maatregelen op de laatste dag van een periode lopen."""

from paraplu.monitor.waarden.v2_stroom import stand


def test_wat_op_de_dag_zelf_eindigt_loopt_niet_meer(spec):
    # P3.
    spec(
        stand,
        periode="2023-05",
        variant="letterlijk",
        zorgperioden="""
            sleutel | begindatum | einddatum
            1       | 2022-01-01 | 2023-05-31
            2       | 2022-01-01 | 2023-06-01
            3       | 2023-05-31 |
            4       | 2023-06-01 |
        """,
        verwacht="""
            sleutel | afgevallen_op
            2       |
            3       |
        """,
        cijfers={"stand": 2},
    )


def test_de_stand_is_van_wie_de_maatregel_op_die_dag_heeft(spec):
    spec(
        stand,
        periode="2023-05",
        zorgperioden="""
            kind | sleutel | gemeente | aanbieder | begindatum | einddatum
            Anna | 1       | 0200     | 60000001  | 2022-01-01 | 2023-05-31
            Anna | 2       | 0202     | 60000002  | 2023-05-31 |
            Bram | 3       | 0200     | 60000001  | 2022-01-01 | 2023-06-01
            Bram | 4       | 0202     | 60000002  | 2023-06-01 |
        """,
        verwacht="""
            kind | gemeente | gi       | begindatum | afgevallen_op
            Anna | 0202     | 60000002 | 2022-01-01 |
            Bram | 0200     | 60000001 | 2022-01-01 |
        """,
        cijfers={"stand": 2, "kinderen": 2},
    )


def test_tussen_twee_delen_blijft_de_maatregel_bij_wie_haar_had(spec):
    spec(
        stand,
        periode="2023-05",
        zorgperioden="""
            sleutel | gemeente | begindatum | einddatum
            1       | 0200     | 2022-01-01 | 2023-05-15
            2       | 0202     | 2023-06-10 |
        """,
        verwacht="""
            gemeente | begindatum | afgevallen_op
            0200     | 2022-01-01 |
        """,
        cijfers={"stand": 1},
    )


def test_een_toewijzing_zonder_start_die_zou_lopen_valt_af(spec):
    spec(
        stand,
        periode="2023",
        variant="letterlijk",
        toewijzingen="""
            sleutel | ingangsdatum | einddatum
            1       | 2023-12-31   |
            2       | 2023-01-01   | 2023-12-31
            3       | 2023-01-01   | 2023-12-30
            4       | 2024-01-01   |
        """,
        verwacht="""
            sleutel | afgevallen_op
            1       | geen startbericht
            2       | geen startbericht
        """,
    )
