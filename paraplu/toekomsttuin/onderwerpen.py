"""What the note on the toekomsttuinen names one by one: pillars, conditions, knowledge, questions."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.models import Soort

#: At least these four kinds of organisation work in every garden (R39).
VIER: Final[tuple[str, ...]] = (Soort.LOKAAL_TEAM, Soort.GI, Soort.RVDK, Soort.VEILIG_THUIS)

#: The six pillars (R41).
PIJLERS: Final[dict[str, Any]] = {
    "vier_organisaties": _("Mensen van lokaal team, GI, Raad en Veilig Thuis werken er"),
    "een_analyse": _("We maken samen één analyse en één aanpak voor het hele gezin"),
    "gebundelde_kennis": _("We leggen onze kennis bij elkaar"),
    "eigen_aanpak": _("Elk gezin krijgt een eigen aanpak"),
    "zwaarder_voorkomen": _("We proberen te voorkomen dat zwaarder ingrijpen nodig is"),
    "samen_naar_gezin": _("We brengen samen kennis naar het gezin"),
}
#: The eleven subjects that need an agreement (R45).
CONDITIES: Final[dict[str, Any]] = {
    "registratie": _("Eén systeem om in vast te leggen en veilig te delen"),
    "privacy": _("Privacy"),
    "databescherming": _("Bescherming van gegevens"),
    "calamiteiten": _("Wat we doen bij een calamiteit"),
    "leeromgeving": _("Ruimte om te leren, ook van fouten"),
    "werkplek": _("Een plek waar we elkaar zien"),
    "deskundigheid": _("Scholing"),
    "kennisbehoud": _("Kennis die we in huis houden"),
    "instroom": _("Hoe gezinnen in de tuin komen: via Veilig Thuis of het lokale team"),
    "formatie": _("Hoeveel uren er minstens zijn, en wie die betaalt"),
    "klachten": _("Wat we doen met een klacht"),
}
#: The seven kinds of knowledge that the garden keeps, per member (R46).
KENNIS: Final[dict[str, Any]] = {
    "vrijwillig": _("Waarom vrijwillig blijven zoveel waard is voor een gezin"),
    "contact": _("Contact maken met ouders en omgaan met weerstand"),
    "dwang": _("De weg naar het verplichte kader"),
    "geweld": _("Alle vormen van geweld en mishandeling herkennen en bespreken"),
    "toegang": _("De lokale toegang: jeugdhulp, Wmo en schulden"),
    "transformatie": _("Waar jeugdhulp naartoe beweegt, zoals minder uithuisplaatsen"),
    "recht": _("De Jeugdwet en de Wmo"),
}
#: The ten questions that were left to find out (R50).
VRAGEN: Final[dict[str, Any]] = {
    "jeugdlink": _("Hoe gebruiken we de lessen van team Jeugdlink?"),
    "succes": _("Hoe volgen we de tuin, en wanneer is zij geslaagd?"),
    "kennis_0_100": _("Wie brengt welke kennis voor 0 tot 100 jaar, en wat missen we?"),
    "eisen_lokaal_team": _("Wat moet een lokaal team kunnen om een tuin te krijgen?"),
    "risicos": _("Met welke risico's houden we rekening?"),
    "raad_en_gi": _("Wat betekent 0 tot 100 jaar voor de Raad en de GI's?"),
    "systemisch": _("Wat vraagt werken met het hele gezin van ons?"),
    "uren": _("Hoeveel uren zijn haalbaar en gewenst?"),
    "doel": _("Wat is precies het doel van de tuin?"),
    "verdeling": _("Wat zoeken we samen uit, en wat per regio?"),
}

#: Subjects of a kind, by the kind as it is stored.
ONDERWERPEN: Final[dict[str, dict[str, Any]]] = {
    "pijler": PIJLERS,
    "conditie": CONDITIES,
    "vraag": VRAGEN,
}
SOORTEN: Final[dict[str, Any]] = {
    "pijler": _("Zes pijlers"),
    "conditie": _("Elf afspraken vooraf"),
    "vraag": _("Tien vragen om uit te zoeken"),
}
#: With whom the stuurgroep connects, on the scale of the veiligheidsregio (R260), where needed (R9).
PARTNERS: Final[dict[str, Any]] = {
    "politie": _("Politie"),
    "om": _("Openbaar Ministerie"),
    "zsm": _("ZSM"),
    "reclassering": _("Reclassering"),
    "oggz": _("(O)GGZ"),
    "zvh": _("Zorg- en Veiligheidshuis"),
    "burgemeesters": _("Burgemeesters"),
    "jeugdhulp": _("Aanbieders van jeugdhulp"),
    "huiselijk_geweld": _("Aanpak van huiselijk geweld"),
    "vrouwenopvang": _("Vrouwenopvang"),
    "verslavingszorg": _("Verslavingszorg"),
}
#: The veiligheidsregio's have the borders of the Veilig Thuis organisations.
VEILIGHEIDSREGIOS: Final[dict[str, Any]] = {
    "GM": _("Gelderland-Midden"),
    "NOG": _("Noord- en Oost-Gelderland"),
    "GZ": _("Gelderland-Zuid"),
}
