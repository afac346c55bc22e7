"""What a product is: the kind of measure, its group and its tussentaal on a day."""

from __future__ import annotations

from ibis import _
from ibis.expr.types import Table

MAATREGELCATEGORIEEN = ("47", "48")
#: 49 is no measure, and no jeugdhulp either (P5).
JUSTITIEEL = (*MAATREGELCATEGORIEEN, "49")
GEEN_MAATREGEL = "geen maatregel"


def met_product(tabel: Table, producten: Table, tussentaal: Table, *, dag: str) -> Table:
    """Add soort_maatregel, groep, tussentaal, is_maatregel and is_jeugdhulp.

    `producten`: productcategorie, productcode ("" where empty), soort_maatregel, groep; one row
    per product in the data. `tussentaal`: productcategorie, productcode ("" where empty),
    tussentaal, vanaf, tot (exclusive), one row per product and stretch of time. `dag`: the column
    whose day decides which version of the tussentaal holds.
    """
    regels = tabel.mutate(
        product=_.productcategorie.fill_null("") + "|" + _.productcode.fill_null("")
    )
    soorten = producten.select(
        "soort_maatregel", "groep", product=_.productcategorie + "|" + _.productcode
    )
    plaatsen = tussentaal.select(
        "tussentaal", "vanaf", "tot", product=_.productcategorie + "|" + _.productcode
    )
    met_soort = regels.left_join(soorten, "product").select(
        *regels.columns, "soort_maatregel", "groep"
    )
    geplaatst = met_soort.left_join(
        plaatsen,
        [
            met_soort["product"] == plaatsen["product"],
            met_soort[dag] >= plaatsen.vanaf,
            met_soort[dag] < plaatsen.tot,
        ],
    ).select(*met_soort.columns, "tussentaal")
    categorie = geplaatst.productcategorie.fill_null("")
    return geplaatst.drop("product").mutate(
        is_maatregel=categorie.isin(MAATREGELCATEGORIEEN)
        & (geplaatst.soort_maatregel.fill_null("onbekend") != GEEN_MAATREGEL),
        is_jeugdhulp=~categorie.isin(JUSTITIEEL),
    )
