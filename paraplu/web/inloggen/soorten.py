"""Of which kind of organisation each kind of user is, and what that organisation is called."""

from __future__ import annotations

from paraplu.afspraken import gebieden

from ..models import Organisatie, Soort

ORGANISATIE_VAN: dict[str, Organisatie] = {
    Soort.CONTRACTMANAGER: Organisatie.REGIO,
    Soort.WETHOUDER: Organisatie.GEMEENTE,
    Soort.BACKOFFICE: Organisatie.GEMEENTE,
    Soort.GI: Organisatie.GI,
    Soort.AANBIEDER: Organisatie.AANBIEDER,
    Soort.JEUGDBESCHERMER: Organisatie.GI,
    Soort.TEAMLEIDER: Organisatie.GI,
    Soort.LOKAALTEAM: Organisatie.GEMEENTE,
    Soort.REGIO: Organisatie.REGIO,
    Soort.EXPERTTEAM: Organisatie.REGIO,
    Soort.VOORZITTER: Organisatie.PARTNER,
    Soort.VEILIG_THUIS: Organisatie.PARTNER,
    Soort.RAAD: Organisatie.PARTNER,
    Soort.GEDRAGSWETENSCHAPPER: Organisatie.PARTNER,
    Soort.LEIDINGGEVENDE: Organisatie.PARTNER,
    Soort.PROVINCIE: Organisatie.PROVINCIE,
    Soort.RAADSLID: Organisatie.GEMEENTE,
    Soort.BEHEERDER: Organisatie.BEHEER,
}
#: The one province of these agreements: its code at the CBS, and its name.
PROVINCIE = ("25", "Gelderland")


class OrganisatieOnbekend(Exception):
    """No such gemeente or region, or a code or name is missing; the sentence says which."""


def organisatie_of(soort: str, *, code: str, naam: str) -> tuple[str, str, str]:
    """(kind, code, name) of the organisation of a user of this kind. Raises OrganisatieOnbekend.

    The name of a gemeente or region is known from its code.

    >>> organisatie_of("backoffice", code="0228", naam="")
    ('gemeente', '0228', 'Ede')
    """
    bij = ORGANISATIE_VAN[soort]
    if bij == Organisatie.BEHEER:
        return bij.value, "", naam or "Technisch beheer"
    if bij == Organisatie.PROVINCIE:
        return bij.value, *PROVINCIE
    bekend = {Organisatie.GEMEENTE: gebieden.gemeente, Organisatie.REGIO: gebieden.regio}.get(bij)
    if bekend:
        gebied = bekend(code)
        if gebied is None:
            raise OrganisatieOnbekend(f"Er is geen {bij.value} met code {code or '(leeg)'}.")
        return bij.value, gebied.code, gebied.naam
    if bij == Organisatie.PARTNER and not code:
        raise OrganisatieOnbekend("Vul de korte code van de organisatie in, zoals VT-GM.")
    if bij != Organisatie.PARTNER and not (code.isdigit() and len(code) == 8):
        raise OrganisatieOnbekend("Vul de AGB-code in: acht cijfers.")
    if not naam:
        raise OrganisatieOnbekend("Vul de naam van de organisatie in.")
    return bij.value, code, naam
