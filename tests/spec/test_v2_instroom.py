"""V2a: welke maatregelen beginnen in een periode."""

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
