"""RA9: hoe lang verlengde OTS duurde die eindigde."""

from paraplu.monitor.resultaten.ra9_verlengde_ots import verlengde_ots


def test_een_ots_is_verlengd_na_een_jaar_of_met_de_code_van_het_tweede_jaar(spec):
    spec(
        verlengde_ots,
        periode="2023",
        zorgperioden="""
            sleutel | kind | begindatum | einddatum  | productcode
            1       | Anna | 2021-03-01 | 2023-03-01 | 48A01
            2       | Bram | 2023-01-01 | 2023-06-30 | 48A02
            3       | Cees | 2022-06-01 | 2023-05-31 | 48A01
            4       | Dana | 2021-01-01 | 2023-05-31 | 48A03
            5       | Eva  | 2021-01-01 | 2022-12-31 | 48A01
        """,
        verwacht="""
            sleutel | dagen | afgevallen_op
            1       | 730   |
            2       | 180   |
            3       | 364   | niet verlengd
            4       | 880   | geen OTS
        """,
        cijfers={"gemiddelde": 455.0, "aantal": 2},
    )


def test_jaar_1_en_jaar_2_zijn_samen_een_ots(spec):
    spec(
        verlengde_ots,
        periode="2023",
        zorgperioden="""
            sleutel | begindatum | einddatum  | productcode
            1       | 2022-01-01 | 2022-12-31 | 48A01
            2       | 2023-01-01 | 2023-03-31 | 48A02
        """,
        verwacht="""
            sleutel | begindatum | dagen | afgevallen_op
            2       | 2022-01-01 | 454   |
        """,
        cijfers={"gemiddelde": 454.0, "mediaan": 454.0, "aantal": 1},
    )


def test_na_overlijden_telt_de_duur_niet_mee(spec):
    spec(
        verlengde_ots,
        periode="2023",
        zorgperioden="""
            sleutel | kind | begindatum | einddatum  | reden_beeindiging
            1       | Anna | 2021-01-01 | 2023-01-31 | 02
            2       | Bram | 2021-01-01 | 2023-01-31 | 31
        """,
        verwacht="""
            sleutel | reden | afgevallen_op
            1       | 02    | kind overleden
            2       | 31    |
        """,
        cijfers={"aantal": 1},
    )
