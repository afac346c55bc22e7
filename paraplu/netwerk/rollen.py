"""Which roles of the routes people can have at which kind of organisation (R19)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .models import Organisatie, Soort

NAMEN = {
    "jeugdbeschermer": _("Jeugdbeschermer"),
    "teamleider": _("Teamleider"),
    "gedragswetenschapper": _("Gedragswetenschapper"),
    "lokaal_team": _("Medewerker lokaal team"),
    "backoffice": _("Backoffice"),
    "zorgaanbieder": _("Zorgaanbieder"),
    "regionaal_contactpersoon": _("Regionaal contactpersoon"),
    "functionaris": _("Functionaris voor zorg zonder contract"),
    "zorgbemiddelaar": _("Zorgbemiddelaar"),
    "expertteam": _("Lid van het expertteam"),
    "voorzitter": _("Voorzitter van de beschermingstafel"),
    "raad": _("Raadsonderzoeker"),
    "veilig_thuis": _("Medewerker Veilig Thuis"),
    "leidinggevende": _("Leidinggevende"),
    "bestuurder": _("Bestuurder"),
    "ambtenaar": _("Ambtenaar"),
}
PER_SOORT = {
    Soort.GI: (
        "jeugdbeschermer",
        "teamleider",
        "gedragswetenschapper",
        "leidinggevende",
        "bestuurder",
    ),
    Soort.LOKAAL_TEAM: ("lokaal_team", "teamleider", "gedragswetenschapper", "leidinggevende"),
    Soort.GEMEENTE: ("backoffice", "functionaris", "teamleider", "bestuurder", "ambtenaar"),
    Soort.AANBIEDER: (
        "zorgaanbieder",
        "gedragswetenschapper",
        "teamleider",
        "leidinggevende",
        "bestuurder",
    ),
    Soort.NETWERK: ("zorgaanbieder",),
    Soort.REGIO: ("regionaal_contactpersoon", "functionaris", "zorgbemiddelaar", "ambtenaar"),
    Soort.EXPERTTEAM: ("expertteam",),
    Soort.TAFEL: ("voorzitter",),
    Soort.VEILIG_THUIS: ("veilig_thuis", "gedragswetenschapper", "leidinggevende", "bestuurder"),
    Soort.RVDK: ("raad", "gedragswetenschapper", "leidinggevende"),
}


def rollen_van(organisatie: Organisatie) -> dict[str, object]:
    """The roles that people can have for this organisation, with their names."""
    return {rol: NAMEN[rol] for rol in PER_SOORT.get(Soort(organisatie.soort), ())}
