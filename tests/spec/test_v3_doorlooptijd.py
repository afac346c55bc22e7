"""V3: hoe lang maatregelen duren."""

from paraplu.monitor.waarden.v3_doorlooptijd import doorlooptijd


def test_beeindigde_zorg_telt_tot_de_stop_en_lopende_tot_de_laatste_dag(spec):
    # P3.
    spec(
        doorlooptijd,
        periode="2022-K1",
        variant="letterlijk",
        zorgperioden="""
            sleutel | begindatum | einddatum
            1       | 2022-01-01 | 2022-02-01
            2       | 2022-01-01 | 2022-04-15
            3       | 2022-01-01 |
        """,
        verwacht="""
            sleutel | dagen | lopend | afgevallen_op
            1       | 31    | nee    |
            2       | 89    | ja     |
            3       | 89    | ja     |
        """,
        cijfers={
            "aantal": 3,
            "mediaan": 89.0,
            "aantal_lopend": 2,
            "mediaan_lopend": 89.0,
            "aantal_beeindigd": 1,
            "gemiddelde_beeindigd": 31.0,
        },
    )


def test_wat_voor_de_periode_eindigde_of_erna_begint_telt_niet(spec):
    spec(
        doorlooptijd,
        periode="2023",
        variant="letterlijk",
        zorgperioden="""
            sleutel | begindatum | einddatum
            1       | 2022-01-01 | 2022-12-31
            2       | 2022-01-01 | 2023-01-01
            3       | 2023-01-01 | 2023-12-31
            4       | 2023-12-31 |
            5       | 2024-01-01 |
        """,
        verwacht="""
            sleutel | dagen | lopend | afgevallen_op
            2       | 365   | nee    |
            3       | 364   | nee    |
            4       | 0     | ja     |
        """,
        cijfers={"aantal": 3, "gemiddelde": 243.0, "mediaan": 364.0},
    )


def test_een_aaneengesloten_maatregel_duurt_van_haar_eerste_start_tot_haar_laatste_stop(spec):
    spec(
        doorlooptijd,
        periode="2023",
        zorgperioden="""
            sleutel | begindatum | einddatum
            1       | 2022-01-01 | 2022-12-31
            2       | 2023-01-10 | 2023-07-01
        """,
        verwacht="""
            begindatum | einddatum  | dagen | delen | afgevallen_op
            2022-01-01 | 2023-07-01 | 546   | 2     |
        """,
        cijfers={"aantal_beeindigd": 1, "mediaan_beeindigd": 546.0},
    )


def test_zonder_start_of_van_voor_2017_is_er_geen_duur(spec):
    spec(
        doorlooptijd,
        periode="2023",
        variant="letterlijk",
        toewijzingen="""
            sleutel | ingangsdatum | einddatum
            1       | 2023-02-01   | 2023-03-01
        """,
        zorgperioden="""
            sleutel | begindatum
            2       | 2017-01-01
            3       | 2017-01-02
        """,
        verwacht="""
            sleutel | dagen | afgevallen_op
            1       |       | geen startbericht
            2       | 2555  | ingegaan op of vóór 1-1-2017
            3       | 2554  |
        """,
        cijfers={"aantal": 1},
    )
