"""The sieves of the rules on the clients and lines of a declaration (323), in most of a 325 too."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from paraplu.afspraken.producten import productcodes
from paraplu.berichten.regels import datum, declaratie, declaratie_geheel, product, uren
from paraplu.berichten.stroom.geheugen import hashes_van
from paraplu.berichten.stroom.zeef import Vondst, zeef

BEGIN, EINDE = "ProductPeriode/Begindatum", "ProductPeriode/Einddatum"
REFERENTIE = "ProductReferentie/ReferentieNummer"
VORIGE = "ProductReferentie/VorigReferentieNummer"
VOLUME, TARIEF, EENHEID = "GeleverdVolume", "ProductTarief", "Eenheid"


@zeef(declaratie.vorige_referentie_bij_credit)
def _vorige_referentie(vondst: Vondst) -> Any:
    return vondst.credit != vondst.is_er(VORIGE)


@zeef(declaratie.tarief_bij_eenheid)
def _tarief(vondst: Vondst) -> Any:
    return vondst.is_gelijk(EENHEID, declaratie.EUROS) == vondst.is_er(TARIEF)


@zeef(declaratie.periode_niet_voor_2021)
def _voor_2021(vondst: Vondst) -> Any:
    eerste = np.datetime64(declaratie.EERSTE_DAG)
    return (vondst.dag(BEGIN) < eerste) | (vondst.dag(EINDE) < eerste)


@zeef(declaratie.nul_is_debet)
def _nul(vondst: Vondst) -> Any:
    return vondst.credit & (vondst.bedrag == 0)


@zeef(declaratie.periode_in_een_maand)
def _een_maand(vondst: Vondst) -> Any:
    begin, einde = vondst.dag(BEGIN), vondst.dag(EINDE)
    return begin.astype("datetime64[M]") != einde.astype("datetime64[M]")


@zeef(declaratie.bedrag_is_volume_bij_euros)
def _euros(vondst: Vondst) -> Any:
    in_euros = vondst.is_gelijk(EENHEID, declaratie.EUROS)
    return in_euros & (vondst.bedrag != vondst.getal(VOLUME))


@zeef(datum.periode_voor_dagtekening)
def _begin_na_dagtekening(vondst: Vondst) -> Any:
    dagtekening = vondst.omgeving.dagtekening
    return dagtekening is not None and vondst.dag(BEGIN) > np.datetime64(dagtekening)


@zeef(declaratie.einde_tussen_begin_en_dagtekening)
def _einde(vondst: Vondst) -> Any:
    begin, einde, dagtekening = vondst.dag(BEGIN), vondst.dag(EINDE), vondst.omgeving.dagtekening
    te_laat = dagtekening is not None and einde > np.datetime64(dagtekening)
    return (einde < begin) | te_laat


@zeef(declaratie.niet_ouder_dan_vijf_jaar)
def _vijf_jaar(vondst: Vondst) -> Any:
    vanaf = declaratie.vijf_jaar_voor(vondst.omgeving.declaratiedag)
    return vanaf is not None and vondst.dag(EINDE) < np.datetime64(vanaf)


@zeef(declaratie.bedrag_is_volume_maal_tarief)
def _maal_tarief(vondst: Vondst) -> Any:
    tarief = vondst.getal(TARIEF)
    ongelijk = vondst.bedrag != vondst.getal(VOLUME) * tarief
    verdacht = ongelijk & (tarief >= 0) & ~vondst.is_gelijk(EENHEID, declaratie.EUROS)
    if not verdacht.any():
        return False
    volume, bedrag = vondst.getal(VOLUME)[verdacht], vondst.bedrag[verdacht]
    minuten = vondst.is_gelijk(EENHEID, declaratie.MINUTEN)[verdacht]
    return ~(minuten & _past_bij_uurtarief(bedrag, volume, volume * tarief[verdacht]))


def _past_bij_uurtarief(bedrag: Any, volume: Any, maal: Any) -> Any:
    per_uur = np.abs(declaratie.MINUTEN_PER_UUR * bedrag - maal) <= declaratie.MINUTEN_PER_UUR // 2
    return per_uur | (2 * np.abs(bedrag - maal) <= volume + 1)


@zeef(product.code_van_prestatie_past_bij_categorie)
def _code_bij_categorie(vondst: Vondst) -> Any:
    hoort = productcodes()
    paren = vondst.uniek("ProductCode", "ProductCategorie")
    return any(hoort.get(code, categorie) != categorie for code, categorie in paren)


@zeef(uren.minstens_een_uur)
def _nul_uren(vondst: Vondst) -> Any:
    return vondst.is_gelijk(EENHEID, uren.UUR) & (vondst.getal(VOLUME) == 0)


@zeef(declaratie_geheel.client_een_keer)
def _client_dubbel(vondst: Vondst) -> Any:
    return vondst.komt_dubbel("client", vondst.stuk.bsns())


@zeef(declaratie_geheel.prestatie_een_keer)
def _prestatie_dubbel(vondst: Vondst) -> Any:
    bsn, vorige = vondst.stuk.van_client("Bsn"), vondst.tekst(VORIGE).fill_null("")
    return vondst.komt_dubbel("prestatie", vondst.sleutel(bsn, vondst.tekst(REFERENTIE), vorige))


@zeef(declaratie_geheel.een_keer_crediteren)
def _vorige_dubbel(vondst: Vondst) -> Any:
    return vondst.komt_dubbel("vorige", vondst.tekst(VORIGE).drop_null())


@zeef(declaratie_geheel.credit_niet_bij_eigen_debet)
def _eigen_debet(vondst: Vondst) -> Any:
    is_credit = pa.array(vondst.credit)
    debet = hashes_van(vondst.tekst(REFERENTIE).filter(pc.invert(is_credit)))
    gecrediteerd = hashes_van(vondst.tekst(VORIGE).filter(is_credit).drop_null())
    geheugen = vondst.geheugen
    vondst.nieuw += [("debet", debet), ("gecrediteerd", gecrediteerd)]
    return (
        bool(np.isin(gecrediteerd, debet).any())
        or geheugen.kent_een("debet", gecrediteerd)
        or geheugen.kent_een("gecrediteerd", debet)
    )


@zeef(declaratie_geheel.een_keer_debet)
def _levering_dubbel(vondst: Vondst) -> Any:
    toewijzing = vondst.stuk.waarden("ToewijzingNummer", pa.int64()).cast(pa.string())
    delen = [vondst.tekst(pad) for pad in ("ProductCategorie", "ProductCode", BEGIN, EINDE)]
    sleutels = vondst.sleutel(toewijzing, *delen)
    return vondst.komt_dubbel("levering", sleutels.filter(pa.array(~vondst.credit)))


@zeef(declaratie_geheel.tel_bedrag)
def _som(vondst: Vondst) -> Any:
    met_teken = np.where(vondst.credit, -vondst.bedrag, vondst.bedrag)
    vondst.sommen.append(("bedrag", int(met_teken.sum())))
    return False
