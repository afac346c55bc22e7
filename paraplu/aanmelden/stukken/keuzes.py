"""What the documents let one choose from; the codes of care are those of the standard."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from paraplu.afspraken.tussentaal import categorieen
from paraplu.berichten.standaard.laden import codelijst

RELEASE = "3.2"


class Doel(TextChoices):
    """For whom the one form is meant (R123)."""

    AANBIEDER = "aanbieder", _("Een aanbieder")
    NETWERK = "netwerk", _("Een netwerk van aanbieders")
    EXPERTTEAM = "expertteam", _("Het expertteam")


class Verwijzer(TextChoices):
    """Who refers: the lokaal team uses the same form (R123)."""

    GI = "gi", _("Gecertificeerde instelling")
    LOKAAL_TEAM = "lokaal_team", _("Lokaal team")


class Kader(TextChoices):
    """The legal frame of the help."""

    VRIJWILLIG = "vrijwillig", _("Vrijwillig")
    OTS = "ots", _("Ondertoezichtstelling")
    VOTS = "vots", _("Voorlopige ondertoezichtstelling")
    VOOGDIJ = "voogdij", _("Voogdij")
    JR = "jr", _("Jeugdreclassering")
    UITHUISPLAATSING = "uithuisplaatsing", _("Machtiging uithuisplaatsing")


class Woonsituatie(TextChoices):
    """Where the child lives now."""

    THUIS = "thuis", _("Thuis")
    NETWERK = "netwerk", _("Bij familie of iemand uit het netwerk")
    PLEEGGEZIN = "pleeggezin", _("In een pleeggezin")
    GEZINSHUIS = "gezinshuis", _("In een gezinshuis")
    INSTELLING = "instelling", _("In een instelling")
    GESLOTEN = "gesloten", _("In gesloten jeugdhulp")
    ANDERS = "anders", _("Anders")


class Woonplaats(TextChoices):
    """How the responsible gemeente was found."""

    GEZAG = "gezag", _("Waar degene met gezag woont")
    VOOR_VERBLIJF = "voor_verblijf", _("Waar het kind woonde voor het verblijf")
    VERBLIJF = "verblijf", _("Waar het kind nu verblijft")


class Processtap(TextChoices):
    """What has to be done before a bepaling (R122)."""

    KIND_EN_GEZIN = "kind_en_gezin", _("Gesproken met kind en gezin")
    GEDRAGSWETENSCHAPPER = "gedragswetenschapper", _("Besproken met een gedragswetenschapper")
    LOKAAL_TEAM = "lokaal_team", _("Overlegd met het lokale team")
    AANBIEDER = "aanbieder", _("Overlegd met een aanbieder")
    AANBOD = "aanbod", _("Gekeken welke hulp de regio heeft ingekocht en wat vrij is")
    FUNCTIONARIS = "functionaris", _("Overlegd over hulp zonder contract")


def eenheden() -> Mapping[str, str]:
    """Units of an amount of help (code list WJ756 of the standard)."""
    return codelijst(RELEASE, "WJ756")


def frequenties() -> Mapping[str, str]:
    """Per which period an amount is (code list WMO757 of the standard)."""
    return codelijst(RELEASE, "WMO757")


def zorgvormen() -> Mapping[int, str]:
    """The ten groups of the tussentaal."""
    return categorieen()


def name_of(soort: type[TextChoices], waarde: str) -> str:
    """How people read a chosen value; what is not known any more stays as it is."""
    return str(soort(waarde).label) if waarde in soort.values else waarde
