"""V1: voor welke maatregelen in een periode geld is toegekend."""

from paraplu.monitor.waarden.v1_maatregelen import maatregelen


def test_alleen_regels_van_de_periode_tellen_naar_hun_eerste_dag(spec):
    spec(
        maatregelen,
        periode="2023-05",
        declaratieregels="""
            referentie | sleutel | begindatum
            a          | 1       | 2023-04-30
            b          | 2       | 2023-05-01
            c          | 3       | 2023-05-31
            d          | 4       | 2023-06-01
        """,
        verwacht="""
            referentie | afgevallen_op
            b          |
            c          |
        """,
        cijfers={"toewijzingen": 2, "kinderen": 1},
    )


def test_een_toewijzing_en_een_kind_tellen_een_keer(spec):
    spec(
        maatregelen,
        periode="2023",
        declaratieregels="""
            kind | referentie | sleutel | begindatum
            Anna | a          | 1       | 2023-04-01
            Anna | b          | 1       | 2023-05-01
            Anna | c          | 2       | 2023-06-01
            Bram | d          | 3       | 2023-06-01
        """,
        verwacht="""
            referentie | afgevallen_op
            a          |
            b          |
            c          |
            d          |
        """,
        cijfers={"toewijzingen": 3, "kinderen": 2},
    )


def test_alleen_verwerkte_en_toegekende_regels_tellen(spec):
    spec(
        maatregelen,
        periode="2023",
        declaratieregels="""
            referentie | sleutel | begindatum | oordeel
            a          | 1       | 2023-04-01 | toegekend
            b          | 2       | 2023-04-01 | afgewezen
            c          | 3       | 2023-04-01 | nog niet beantwoord
            d          | 4       | 2023-04-01 | niet in het antwoord
        """,
        verwacht="""
            referentie | afgevallen_op
            a          |
            b          | afgewezen
            c          | nog niet beantwoord
            d          | niet in het antwoord
        """,
        cijfers={"toewijzingen": 1},
    )


def test_wat_helemaal_is_gecrediteerd_telt_niet(spec):
    spec(
        maatregelen,
        periode="2023",
        declaratieregels="""
            referentie | sleutel | begindatum | bedrag
            a          | 1       | 2023-04-01 | 500
            b          | 1       | 2023-04-01 | -500
            c          | 2       | 2023-04-01 | 500
            d          | 2       | 2023-04-01 | -499.99
        """,
        verwacht="""
            referentie | afgevallen_op
            a          | per saldo niets toegekend
            b          | per saldo niets toegekend
            c          |
            d          |
        """,
        cijfers={"toewijzingen": 1},
    )


def test_het_preventief_justitieel_kader_staat_er_apart_bij(spec):
    # R307: a region that wants to prevent drang sees how much of it there is.
    spec(
        maatregelen,
        periode="2023",
        declaratieregels="""
            referentie | productcategorie | productcode | sleutel | begindatum
            a          | 47               | 47A00       | 1       | 2023-04-01
            b          | 48               | 48A03       | 2       | 2023-04-01
            c          | 48               | 48B14       | 3       | 2023-04-01
            d          | 49               | 49A00       | 4       | 2023-04-01
            e          | 45               | 45A04       | 5       | 2023-04-01
        """,
        verwacht="""
            referentie | afgevallen_op
            a          |
            b          |
            c          | geen maatregel
            d          |
        """,
        cijfers={"toewijzingen": 2, "toewijzingen_met_49": 3},
    )


def test_ook_voor_geld_geldt_ingegaan_na_1_januari_2017(spec):
    spec(
        maatregelen,
        periode="2023",
        declaratieregels="""
            referentie | sleutel | ingangsdatum | begindatum
            a          | 1       | 2017-01-01   | 2023-04-01
            b          | 2       | 2017-01-02   | 2023-04-01
        """,
        verwacht="""
            referentie | afgevallen_op
            a          | ingegaan op of vóór 1-1-2017
            b          |
        """,
        cijfers={"toewijzingen": 1},
    )
