"""V6: hoe lang het duurt van maatregel tot toewijzing van de hulp en tot de start ervan."""

from paraplu.monitor.waarden.v6_wachttijd import wachttijd


def test_de_drie_stukken_van_een_wachttijd(spec):
    spec(
        wachttijd,
        periode="2023",
        toewijzingen="""
            sleutel | productcategorie | productcode | ingangsdatum | eerste_toewijzingsdatum
            hulp    | 45               | 45A04       | 2023-03-01   | 2023-02-10
        """,
        zorgperioden="""
            sleutel   | productcategorie | productcode | begindatum
            maatregel | 48               | 48A01       | 2023-01-31
            hulp      | 45               | 45A04       | 2023-03-12
        """,
        verwacht="""
            sleutel | a          | b          | c          | dagen_ab | dagen_bc | dagen_ac
            hulp    | 2023-01-31 | 2023-02-10 | 2023-03-12 | 10       | 30       | 40
        """,
        cijfers={"ab_mediaan": 10.0, "bc_mediaan": 30.0, "ac_mediaan": 40.0, "bc_aantal": 1},
    )


def test_geteld_wordt_hulp_die_in_de_periode_voor_het_eerst_is_toegewezen(spec):
    spec(
        wachttijd,
        periode="2023",
        toewijzingen="""
            sleutel | productcategorie | ingangsdatum | eerste_toewijzingsdatum | toewijzingsdatum
            1       | 45               | 2023-01-01   | 2022-12-31              | 2023-06-01
            2       | 45               | 2023-01-01   | 2023-01-01              | 2024-06-01
            3       | 45               | 2023-01-01   | 2023-12-31              | 2023-12-31
            4       | 45               | 2024-01-01   | 2024-01-01              | 2024-01-01
        """,
        zorgperioden="""
            sleutel   | begindatum
            maatregel | 2022-01-01
        """,
        verwacht="""
            sleutel | b          | klasse           | afgevallen_op
            2       | 2023-01-01 | nog niet gestart |
            3       | 2023-12-31 | nog niet gestart |
        """,
        cijfers={"ab_aantal": 2, "bc_aantal": 0, "niet_gestart": 2, "bc_mediaan": None},
    )


def test_de_maatregel_loopt_op_de_dag_van_toewijzing_eerste_en_laatste_dag_meegeteld(spec):
    spec(
        wachttijd,
        periode="2023",
        toewijzingen="""
            kind  | sleutel | productcategorie | ingangsdatum | eerste_toewijzingsdatum
            Anna  | 1       | 45               | 2023-02-28   | 2023-02-28
            Bram  | 2       | 45               | 2023-03-01   | 2023-03-01
            Chris | 3       | 45               | 2023-05-31   | 2023-05-31
            Dirk  | 4       | 45               | 2023-06-01   | 2023-06-01
        """,
        zorgperioden="""
            kind  | begindatum | einddatum
            Anna  | 2023-03-01 | 2023-05-31
            Bram  | 2023-03-01 | 2023-05-31
            Chris | 2023-03-01 | 2023-05-31
            Dirk  | 2023-03-01 | 2023-05-31
        """,
        verwacht="""
            kind  | a          | dagen_ab | afgevallen_op
            Anna  |            |          | geen lopende maatregel bij toewijzing
            Bram  | 2023-03-01 | 0        |
            Chris | 2023-03-01 | 91       |
            Dirk  |            |          | geen lopende maatregel bij toewijzing
        """,
        cijfers={"ab_mediaan": 45.5, "ab_aantal": 2},
    )


def test_a_is_het_begin_van_de_aaneengesloten_maatregel(spec):
    gegeven = {
        "toewijzingen": """
            sleutel | productcategorie | ingangsdatum | eerste_toewijzingsdatum
            hulp    | 45               | 2023-03-01   | 2023-03-01
        """,
        "zorgperioden": """
            sleutel | productcode | begindatum | einddatum
            1       | 48A01       | 2022-02-01 | 2023-02-01
            2       | 48A02       | 2023-02-01 |
        """,
    }
    spec(
        wachttijd,
        periode="2023",
        **gegeven,
        verwacht="""
            a          | dagen_ab
            2022-02-01 | 393
        """,
    )
    spec(
        wachttijd,
        periode="2023",
        variant="letterlijk",
        **gegeven,
        verwacht="""
            a          | dagen_ab
            2023-02-01 | 28
        """,
    )


def test_van_meer_maatregelen_is_a_die_het_laatst_begon(spec):
    spec(
        wachttijd,
        periode="2023",
        toewijzingen="""
            sleutel | productcategorie | ingangsdatum | eerste_toewijzingsdatum
            hulp    | 45               | 2023-03-01   | 2023-03-01
        """,
        zorgperioden="""
            sleutel | productcategorie | productcode | begindatum
            1       | 48               | 48A03       | 2020-02-01
            2       | 47               | 47A00       | 2023-01-01
        """,
        verwacht="""
            a          | dagen_ab
            2023-01-01 | 59
        """,
    )


def test_hulp_die_voor_haar_toewijzing_begon_is_een_eigen_klasse_zonder_dagen(spec):
    spec(
        wachttijd,
        periode="2023",
        toewijzingen="""
            sleutel | productcategorie | ingangsdatum | eerste_toewijzingsdatum
            1       | 45               | 2023-02-01   | 2023-03-01
            2       | 45               | 2023-02-01   | 2023-03-01
        """,
        zorgperioden="""
            sleutel   | productcategorie | begindatum
            maatregel | 48               | 2023-01-01
            1         | 45               | 2023-02-28
            2         | 45               | 2023-03-01
        """,
        verwacht="""
            sleutel | klasse                  | dagen_ab | dagen_bc | dagen_ac
            1       | gestart vóór toewijzing | 59       |          |
            2       | gestart                 | 59       | 0        | 59
        """,
        cijfers={"ervoor": 1, "bc_aantal": 1, "bc_mediaan": 0.0, "ab_aantal": 2},
    )


def test_c_is_de_eerste_start_van_de_hulp(spec):
    spec(
        wachttijd,
        periode="2023",
        toewijzingen="""
            sleutel | productcategorie | ingangsdatum | eerste_toewijzingsdatum
            hulp    | 45               | 2023-02-01   | 2023-02-01
        """,
        zorgperioden="""
            sleutel   | productcategorie | begindatum
            maatregel | 48               | 2023-01-01
            hulp      | 45               | 2023-06-01
            hulp      | 45               | 2023-02-11
        """,
        verwacht="""
            c          | dagen_bc
            2023-02-11 | 10
        """,
    )


def test_de_eerste_hulp_is_de_eerste_van_de_maatregel_ook_als_die_eerder_dan_de_periode_lag(spec):
    spec(
        wachttijd,
        periode="2023",
        toewijzingen="""
            kind | sleutel | productcategorie | ingangsdatum | eerste_toewijzingsdatum
            Anna | 1       | 45               | 2022-12-01   | 2022-12-01
            Anna | 2       | 45               | 2023-02-01   | 2023-02-01
            Bram | 3       | 45               | 2023-02-01   | 2023-02-01
            Bram | 4       | 45               | 2023-02-01   | 2023-02-01
            Bram | 5       | 45               | 2023-03-01   | 2023-03-01
        """,
        zorgperioden="""
            kind | begindatum
            Anna | 2022-01-01
            Bram | 2023-01-01
        """,
        verwacht="""
            sleutel | eerste
            2       | nee
            3       | ja
            4       | nee
            5       | nee
        """,
        cijfers={"ab_aantal": 4, "eerste_ab_aantal": 1, "eerste_ab_mediaan": 31.0},
    )


def test_mediaan_en_90e_percentiel(spec):
    spec(
        wachttijd,
        periode="2023",
        toewijzingen="""
            sleutel | productcategorie | ingangsdatum | eerste_toewijzingsdatum
            1       | 45               | 2023-02-01   | 2023-01-11
            2       | 45               | 2023-02-01   | 2023-01-21
            3       | 45               | 2023-02-01   | 2023-01-31
            4       | 45               | 2023-02-01   | 2023-02-10
        """,
        zorgperioden="""
            sleutel   | begindatum
            maatregel | 2023-01-01
        """,
        verwacht="""
            sleutel | dagen_ab
            1       | 10
            2       | 20
            3       | 30
            4       | 40
        """,
        cijfers={"ab_mediaan": 25.0, "ab_p90": 37.0},
    )


def test_alleen_hulp_die_inging_na_1_januari_2017_telt(spec):
    spec(
        wachttijd,
        periode="2017",
        toewijzingen="""
            sleutel | productcategorie | ingangsdatum | eerste_toewijzingsdatum
            1       | 45               | 2017-01-01   | 2017-02-01
            2       | 45               | 2017-01-02   | 2017-02-01
        """,
        zorgperioden="""
            sleutel   | begindatum
            maatregel | 2016-01-01
        """,
        verwacht="""
            sleutel | afgevallen_op
            1       | ingegaan op of vóór 1-1-2017
            2       |
        """,
    )
