"""V5: welke kinderen tegelijk een maatregel en crisishulp hebben."""

from paraplu.monitor.waarden.v5_crisis import samenloop_crisis


def test_alleen_groep_4_van_de_tussentaal_is_crisishulp(spec):
    spec(
        samenloop_crisis,
        periode="2023",
        zorgperioden="""
            kind | productcategorie | productcode | begindatum
            Anna | 48               | 48A01       | 2023-02-01
            Anna | 46               | 46A00       | 2023-03-01
            Bram | 48               | 48A01       | 2023-02-01
            Bram | 43               | 43A06       | 2023-03-01
        """,
        declaratieregels="""
            kind | productcategorie | productcode | begindatum
            Anna | 48               | 48A01       | 2023-02-01
            Anna | 46               | 46A00       | 2023-03-01
            Bram | 48               | 48A01       | 2023-02-01
            Bram | 43               | 43A06       | 2023-03-01
        """,
        verwacht="""
            kind | samenloop | afgevallen_op
            Anna | ja        |
            Bram | nee       |
        """,
        cijfers={"aandeel": 0.5, "samenloop": 1, "kinderen": 2},
    )


def test_letterlijk_telt_alleen_crisishulp_die_later_begon_dan_de_maatregel(spec):
    spec(
        samenloop_crisis,
        periode="2023",
        variant="letterlijk",
        zorgperioden="""
            kind | productcategorie | productcode | begindatum
            Anna | 48               | 48A01       | 2023-02-01
            Anna | 46               | 46A00       | 2023-02-01
            Bram | 48               | 48A01       | 2023-02-01
            Bram | 46               | 46A00       | 2023-02-02
        """,
        declaratieregels="""
            kind | productcategorie | productcode | begindatum
            Anna | 48               | 48A01       | 2023-02-01
            Anna | 46               | 46A00       | 2023-02-01
            Bram | 48               | 48A01       | 2023-02-01
            Bram | 46               | 46A00       | 2023-02-02
        """,
        verwacht="""
            kind | samenloop
            Anna | nee
            Bram | ja
        """,
    )
