"""A 325 against the 323 that it answers. The rules without answer code have none: no one answers it."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.keten.beeld import Beeld, van_release
from paraplu.monitor.keten.gebroken import plek_in_kop
from paraplu.monitor.keten.klassen import ANTWOORDPRESTATIE, DECLARATIEANTWOORD, HEADER
from paraplu.monitor.keten.regel import ketenregel

DECLARATIE = ("gemeente", "aanbieder", "declaratie_nummer")
#: What an answered line repeats of the declared one; the last five are empty in older folders.
HERHAALD = ("toewijzing_nummer", "productcategorie", "productcode", "bedrag")
HERHAALD_SINDS_KORT = ("begindatum", "einddatum", "volume", "eenheid", "tarief")


@ketenregel(
    "TR337",
    retourcode="",
    klassen={"JW325": HEADER},
    tekst="Wij kennen geen declaratie met de identificatie en dagtekening die dit antwoord noemt.",
    remedie="Neem identificatie en dagtekening over uit de kop van de declaratie (323).",
)
def antwoord_op_onbekend_bericht(beeld: Beeld) -> Table:
    """By identificatie and dagtekening, of the same gemeente and provider."""
    return plek_in_kop(_antwoorden(beeld).anti_join(_beantwoord(beeld), list(_KOP)))


@ketenregel(
    "TR366",
    retourcode="9366",
    klassen={"JW325": ANTWOORDPRESTATIE},
    tekst="Deze prestatie staat niet in de declaratie die u beantwoordt.",
    remedie="Neem het referentienummer over uit de prestatie in de declaratie (323).",
)
def beantwoorde_prestatie_onbekend(beeld: Beeld) -> Table:
    """Where the declaration itself is unknown, that is TR376."""
    regels = van_release(beeld.antwoordregels, "JW325")
    van_bekende = regels.semi_join(beeld.declaraties, list(DECLARATIE))
    return van_bekende.anti_join(beeld.prestaties, [*DECLARATIE, "referentie"])


@ketenregel(
    "TR367",
    retourcode="9367",
    klassen={"JW325": ANTWOORDPRESTATIE},
    tekst="De gegevens van deze prestatie zijn anders dan in de declaratie.",
    remedie="Neem alle gegevens van de prestatie ongewijzigd over uit de declaratie (323).",
)
def beantwoorde_prestatie_anders(beeld: Beeld) -> Table:
    """Allocation, product, period, volume, unit, tariff and amount."""
    velden = (*HERHAALD, *HERHAALD_SINDS_KORT)
    gelijk = (*DECLARATIE, "referentie")
    gedeclareerd = beeld.prestaties.filter(_.berichtsoort == "JW323").select(
        *gelijk, **{f"d_{naam}": naam for naam in velden}
    )
    samen = van_release(beeld.antwoordregels, "JW325").inner_join(gedeclareerd, list(gelijk))
    anders = ibis.or_(*(~samen[naam].identical_to(samen[f"d_{naam}"]) for naam in HERHAALD))
    sinds_kort = ibis.or_(
        *(~samen[naam].identical_to(samen[f"d_{naam}"]) for naam in HERHAALD_SINDS_KORT)
    )
    return samen.filter(anders | (samen.begindatum.notnull() & sinds_kort))


@ketenregel(
    "TR371",
    retourcode="",
    klassen={"JW325": HEADER},
    tekst="De schemaversie van de declaratie is een andere dan in de declaratie zelf.",
    remedie="Neem de schemaversies over uit de kop van de declaratie (323).",
)
def andere_schemaversie(beeld: Beeld) -> Table:
    """Messages taken before these versions were kept are not compared."""
    versies = ("declaratie_xsd_versie", "declaratie_xsd_basis")
    eigen = _beantwoord(beeld).select(*_KOP, **{f"d_{naam}": naam for naam in versies})
    samen = _antwoorden(beeld).inner_join(eigen, list(_KOP))
    anders = ibis.or_(*(samen[naam] != samen[f"d_{naam}"] for naam in versies))
    return plek_in_kop(samen.filter(anders.fill_null(False)))


@ketenregel(
    "TR376",
    retourcode="",
    klassen={"JW325": DECLARATIEANTWOORD},
    tekst="Wij kennen geen declaratie met dit declaratienummer van deze aanbieder.",
    remedie="Neem het declaratienummer over uit de declaratie (323).",
)
def antwoord_op_onbekende_declaratie(beeld: Beeld) -> Table:
    """A 325 that refuses everything in its header names no number."""
    genoemd = _antwoorden(beeld).filter(_.declaratie_nummer.notnull())
    return plek_in_kop(genoemd.anti_join(beeld.declaraties, list(DECLARATIE)))


_KOP = ("gemeente", "aanbieder", "identificatie_retour", "dagtekening_retour")


def _antwoorden(beeld: Beeld) -> Table:
    return beeld.berichten.filter(_.soort == "JW325", _.release == "3.2")


def _beantwoord(beeld: Beeld) -> Table:
    """The 323's under the names by which a 325 calls them."""
    return beeld.declaraties.drop("identificatie_retour", "dagtekening_retour").rename(
        identificatie_retour="identificatie", dagtekening_retour="dagtekening"
    )
