"""RA10: welk deel van alle voogdij eindigde voordat het kind 18 was."""

from paraplu.monitor.resultaten.ra10_voogdij import voogdij_voor_18

VIJF = """
    sleutel | kind | begindatum | einddatum  | productcode
    1       | Anna | 2020-01-01 | 2023-03-01 | 48A03
    2       | Bram | 2020-01-01 | 2023-03-01 | 48A03
    3       | Cees | 2020-01-01 |            | 48A03
    4       | Dana | 2020-01-01 | 2023-03-01 | 48A01
    5       | Eva  | 2020-01-01 | 2023-03-01 | 48A03
"""
GEBOREN = """
    sleutel | kind | ingangsdatum | geboortejaar | productcode
    1       | Anna | 2020-01-01   | 2010         | 48A03
    2       | Bram | 2020-01-01   | 2005         | 48A03
    3       | Cees | 2020-01-01   | 2012         | 48A03
    4       | Dana | 2020-01-01   | 2012         | 48A01
"""


def test_wie_in_het_jaar_18_werd_of_zonder_geboortejaar_telt_apart(spec):
    spec(
        voogdij_voor_18,
        periode="2023",
        zorgperioden=VIJF,
        toewijzingen=GEBOREN,
        verwacht="""
            sleutel | leeftijd | voor_18 | in_jaar_18 | leeftijd_onbekend | afgevallen_op
            1       | 13       | ja      | nee        | nee               |
            2       | 18       | nee     | ja         | nee               |
            3       |          | nee     | nee        | nee               |
            4       | 11       | ja      | nee        | nee               | geen voogdij
            5       |          | nee     | nee        | ja                |
        """,
        cijfers={"aandeel": 0.25, "voor_18": 1, "voogdij": 4, "in_jaar_18": 1},
    )


def test_voogdij_van_een_ander_jaar_telt_niet(spec):
    spec(
        voogdij_voor_18,
        periode="2022",
        zorgperioden="""
            sleutel | kind | begindatum | einddatum  | productcode
            1       | Anna | 2020-01-01 | 2021-12-31 | 48A03
            2       | Bram | 2023-01-01 |            | 48A03
            3       | Cees | 2022-12-31 | 2023-02-01 | 48A03
        """,
        verwacht="""
            sleutel | geeindigd | afgevallen_op
            3       | nee       |
        """,
        cijfers={"aandeel": 0.0, "voogdij": 1},
    )
