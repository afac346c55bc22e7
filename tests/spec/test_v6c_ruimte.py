"""V6c: hoeveel ruimte er onder het budgetplafond van een aanbieder is."""

from paraplu.monitor.waarden.v6c_ruimte import ruimte

#: In 2022 half of 1,000 euro was used.
VORIG_JAAR = """
    sleutel | productcategorie | productcode | begindatum | bedrag
    1       | 45               | 45A04       | 2022-05-01 | 500
"""


def test_ruimte_is_het_plafond_min_wat_is_toegewezen_maal_de_uitnutting(spec):
    spec(
        ruimte,
        periode="2023",
        toewijzingen="""
            sleutel | productcategorie | productcode | ingangsdatum | einddatum  | budget
            1       | 45               | 45A04       | 2022-01-01   | 2022-12-31 | 1000
            2       | 45               | 45A04       | 2023-01-01   | 2023-12-31 | 3000
        """,
        declaratieregels=VORIG_JAAR,
        budgetplafonds="""
            aanbieder | jaar | bedrag
            70000001  | 2022 | 1
            70000001  | 2023 | 2000
        """,
        verwacht="""
            aanbieder | plafond | toegewezen | verwacht | ruimte | afgevallen_op
            70000001  | 2000    | 3000       | 1500     | 500    |
        """,
        cijfers={"ruimte": 500, "plafond": 2000, "verwacht": 1500, "uitnutting": 0.5},
    )


def test_onder_nul_is_er_geen_ruimte_meer(spec):
    spec(
        ruimte,
        periode="2023-05",
        toewijzingen="""
            sleutel | productcategorie | productcode | ingangsdatum | einddatum  | budget
            1       | 45               | 45A04       | 2022-01-01   | 2022-12-31 | 1000
            2       | 45               | 45A04       | 2023-01-01   | 2023-12-31 | 3000
        """,
        declaratieregels=VORIG_JAAR,
        budgetplafonds="""
            aanbieder | jaar | bedrag
            70000001  | 2023 | 1499.99
        """,
        verwacht="""
            aanbieder | ruimte | afgevallen_op
            70000001  | -0.01  |
        """,
        cijfers={"ruimte": -0.01},
    )


def test_zonder_plafond_of_zonder_vorig_jaar_is_er_geen_ruimte_te_noemen(spec):
    spec(
        ruimte,
        periode="2023",
        toewijzingen="""
            sleutel | aanbieder | productcategorie | productcode | ingangsdatum | einddatum  | budget
            1       | 70000001  | 45               | 45A04       | 2022-01-01   | 2023-12-31 | 1000
            2       | 70000002  | 45               | 45A04       | 2023-01-01   | 2023-12-31 | 3000
        """,
        budgetplafonds="""
            aanbieder | jaar | bedrag
            70000002  | 2023 | 100
            70000003  | 2023 | 100
        """,
        verwacht="""
            aanbieder | toegewezen | afgevallen_op
            70000001  | 500        | geen budgetplafond
            70000002  | 3000       | vorig jaar niets toegewezen
            70000003  | 0          | vorig jaar niets toegewezen
        """,
        cijfers={"ruimte": 0},
    )
