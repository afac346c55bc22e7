"""Words that meetings choose from: core values, programme elements, themes, and the region's basis."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.models import Soort

#: The four core values (R1), as tags on meetings and reflections (R5).
KERNWAARDEN: Final = {
    "vertrouwen": _("Vertrouwen en partnerschap"),
    "duidelijk": _("Wat we doen is duidelijk en te volgen"),
    "iedereen": _("We zien alle kinderen en opvoeders, met hun geschiedenis"),
    "leren": _("We leren door samen terug te kijken"),
}
#: What the programme of a samenwerkingsbijeenkomst holds (R31).
ELEMENTEN: Final = {
    "kennismaken": _("Elkaar en elkaars werkwijze leren kennen"),
    "visie": _("De visie en de kernwaarden verkennen"),
    "bouwstenen": _("Kennismaken met de bouwstenen, zoals het escalatiemodel en de aanmeldroute"),
    "eerste_stappen": _("Praten over eerste stappen naar betere hulp dichtbij het gezin"),
}
#: In this year the meetings hold this too, because the learning groups came later (R237).
LEERJAAR: Final = 2021
LEERELEMENT: Final = {"samen_leren": _("Samen leren, omdat de leergroepen later komen")}
#: What is talked about (R34).
THEMAS: Final = {
    "bepaling": _("De bepaling jeugdhulp en één aanmeldroute"),
    "expertteam": _("Werken met het regionale Expertteam"),
    "lokaal": _("Eerste stappen in lokale hulp"),
}
#: Who should be there (R32).
MIX: Final = {
    Soort.LOKAAL_TEAM: _("Lokaal team"),
    Soort.GI: _("GI"),
    Soort.VEILIG_THUIS: _("Veilig Thuis"),
    Soort.RVDK: _("Raad voor de Kinderbescherming"),
}
#: Hours per professional: for one meeting, and at most in a year (R33).
UREN_PER_KEER: Final = 4
UREN_PER_JAAR: Final = 8
#: Meetings a year per subregio (R29) and on Gelders level (R210).
BIJEENKOMSTEN_PER_JAAR: Final = 2
OVERLEGGEN_PER_JAAR: Final = 3

BOUWSTENEN: Final = {
    "B1": _("1. Visie en kernwaarden"),
    "B2": _("2. Samenwerken in de praktijk"),
    "B3": _("3. Toekomsttuin"),
    "B4": _("4. Jeugdbeschermingstafel"),
    "B5": _("5. Aanmeldroute jeugdhulp"),
    "B6": _("6. Escalatiemodel"),
    "B7": _("7. Expertteam"),
    "B8": _("8. Werven en opleiden"),
}
#: The strong basis for which a region itself is responsible (R229).
BASIS: Final = {
    "a": _("Partners vinden elkaar en de keten is korter"),
    "b": _("Partners en lokale teams gebruiken elkaars kennis"),
    "c": _("Werk is op elkaar afgestemd; beschikbare hulp en wachttijden zijn gedeeld"),
    "d": _("Er is een Jeugdbeschermingstafel"),
    "e": _("Er is een Expertteam"),
    "f": _("Kinderen die te lang onveilig zijn, zijn in beeld"),
    "g": _("Vastgelopen zaken zijn snel opgelost door op te schalen"),
    "h": _("Partners werven en leiden samen op"),
}
