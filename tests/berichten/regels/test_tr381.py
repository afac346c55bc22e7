"""TR381: een productcode staat bij haar eigen productcategorie."""

from __future__ import annotations

from tests.berichten.regels.productberichten import PLEK, aangevraagd, gevraagd_nieuw, toegewezen
from tests.berichten.regels.voorbeeld import (
    breekt,
    declaratie_client,
    declaratiebericht,
    houdt,
    prestatie,
    product,
    startbericht,
    startproduct,
    stopbericht,
    stopproduct,
)

VERKEERD = product("45", "48A01")
S329 = {"niveau": 4, "retourcode": "S329"}


def test_een_code_bij_haar_categorie_mag():
    houdt(toegewezen(Product=product("45", "45A04")))


def test_een_code_buiten_de_lijst_mogen_partijen_afspreken():
    houdt(toegewezen(Product=product("45", "EIGEN")))
    houdt(declaratie("45", "EIGEN"))


def test_alleen_een_categorie_mag():
    houdt(startbericht(producten=[startproduct(Product=product("45", None))]))


def test_een_code_bij_een_andere_categorie_mag_niet():
    start = startbericht(producten=[startproduct(Product=VERKEERD)])
    stop = stopbericht(producten=[stopproduct(Product=VERKEERD)])
    nieuw = gevraagd_nieuw(Product=VERKEERD)

    breekt(toegewezen(Product=VERKEERD), "TR381", f"{PLEK['JW301']}/Product/Code", **S329)
    breekt(aangevraagd(Product=VERKEERD), "TR381", f"{PLEK['JW315']}/Product/Code", **S329)
    breekt(nieuw, "TR381", f"{PLEK['nieuw']}/Product/Code", **S329)
    breekt(start, "TR381", "Client/StartProducten/StartProduct[1]/Product/Code", **S329)
    breekt(stop, "TR381", "Client/StopProducten/StopProduct[1]/Product/Code", **S329)


def declaratie(categorie, code):
    """A 323 on this product."""
    regel = prestatie(ProductCategorie=categorie, ProductCode=code)
    return declaratiebericht(clienten=[declaratie_client(prestaties=[regel])])


def test_ook_in_een_declaratie_niet():
    pad = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/ProductCode"

    breekt(declaratie("45", "48A01"), "TR381", pad, **S329)
