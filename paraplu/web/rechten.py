"""THE policy: who may open which route, and which object behind it. Every view asks here.

Sources: the values are visible to all parties (R205); a child is a pseudonym (R204), and even so a
list of rows stays inside one's own area; the technical administrator sees no content. The province
sees every figure in full and steers no delivery: no rows, no messages. A member of a council sees
what anybody may see. Which figures a page then hides, `inzage.kijker` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .models import Gebruiker, Soort

C, W, B, G, A, T = (
    Soort.CONTRACTMANAGER,
    Soort.WETHOUDER,
    Soort.BACKOFFICE,
    Soort.GI,
    Soort.AANBIEDER,
    Soort.BEHEERDER,
)
#: Routes that need no login; rooms above add theirs, that have a gate of their own.
OPENBAAR = {
    "inloggen",
    "inloggen_demo",
    "inloggen_code",
    "oidc_heen",
    "oidc_terug",
    "oidc_uit",
    "wachtwoord_kiezen",
    "thema",
    "gezond",
    # The secret token in its address says whose agenda it is.
    "agenda",
}
#: Routes that a machine asks: their own door asks `mag`, and answers who comes without an account in
#: its own words instead of with the page to log in. A test walks past each of them.
EIGEN_DEUR: set[str] = set()
IEDEREEN = frozenset(Soort)
#: Who sees figures; a council on the public level, the others as parties.
KIJKERS = IEDEREEN - {T}
#: Inside the circle of the parties: who makes, brings or pays for what is counted.
PARTIJEN = KIJKERS - {Soort.RAADSLID}
WIE_REGELS_ZIET = frozenset({C, B, G, A})
WIE_LEVERT = frozenset({C, B, G, A})
#: Who can mend the data, who answers for it, and who looks after the whole.
WIE_KWALITEIT = WIE_LEVERT | {W, Soort.REGIO, Soort.PROVINCIE}

WIE_NAZIET = frozenset({T, C, Soort.TEAMLEIDER})

#: Route × kind of user. A route without a row is closed, and a test fails on it.
MATRIX: dict[str, frozenset[Soort]] = {
    "uitloggen": IEDEREEN,
    "account": IEDEREEN,
    # One's own choice of mail, and the link to one's own calendar.
    "meldingen": IEDEREEN,
    "agendalink_maken": IEDEREEN,
    "agendalink_intrekken": IEDEREEN,
    "tweede_stap": IEDEREEN,
    # Rights to review: the administrator all accounts, who leads people those of the own organisation.
    "rechten_nazien": WIE_NAZIET,
    "rechten_nazien_csv": WIE_NAZIET,
    "account_beheer": WIE_NAZIET,
    "account_nieuw": frozenset({T}),
    # Figures: all parties (R205), and on the public level a council.
    "overzicht": KIJKERS,
    "waarde": KIJKERS,
    "vergelijken": KIJKERS,
    # From whom data is missing is between the parties.
    "volledigheid": PARTIJEN,
    "uitleg": IEDEREEN,
    # How near the invented province is to the public figures.
    "ijking": IEDEREEN,
    # Rows with pseudonyms: whoever works with them, own area only.
    "lijst": WIE_REGELS_ZIET,
    # Deliveries: the technical administrator sees their state, not their findings.
    "leveringen": WIE_LEVERT | {T},
    "levering": WIE_LEVERT,
    # Answers hold persons: only for who received the messages.
    "levering_antwoorden": frozenset({B, G, A}),
    "levering_nieuw": WIE_LEVERT,
    "uittreksel": WIE_LEVERT,
    "inzending": WIE_LEVERT | {T},
    # Checking keeps nothing: whoever may deliver may check.
    "controleren": WIE_LEVERT,
    # Findings over time: of messages one sent or got; the technical administrator sees numbers per
    # month only.
    "bevindingen": WIE_LEVERT | {T},
    # Who waits for which answer: of waits in which one must send or waits; the contract manager all.
    "wachten": WIE_LEVERT,
    # The quality of the data: of the own organisation; who keeps the contracts and the province of
    # all, outside the own area numbers about messages only.
    "kwaliteit": WIE_KWALITEIT,
    "kwaliteit_controle": WIE_KWALITEIT,
    "kwaliteit_pdf": WIE_KWALITEIT,
    "kwaliteit_mail": WIE_KWALITEIT,
    # Sheets decide what is counted: only the bovenregionaal contractmanagement (R208).
    "bladen": frozenset({C}),
    "blad_voorbeeld": frozenset({C}),
}


def is_in_gebied(gebruiker: Gebruiker, filters: Mapping[str, str]) -> bool:
    """Whether `filters` keep a list of rows inside the user's own area."""
    eigen = gebruiker.gebied
    return bool(eigen) and all(filters.get(naam) == code for naam, code in eigen.items())


def is_partij(gebruiker: Gebruiker, partijen: Iterable[str]) -> bool:
    """Whether one of `partijen`, codes of who sent or received a message, is the user's own."""
    return not set(gebruiker.codes).isdisjoint(partijen)


def is_eigen_inzending(gebruiker: Gebruiker, inzending: Any) -> bool:
    """An upload under way is seen by the organisation that brought it, and by the administrator."""
    if gebruiker.soort == Soort.BEHEERDER:
        return True
    return (gebruiker.organisatie_soort, gebruiker.organisatie_code) == (
        inzending.gebruiker.organisatie_soort,
        inzending.gebruiker.organisatie_code,
    )


def is_eigen_account(gebruiker: Gebruiker, wie: Gebruiker) -> bool:
    """Accounts are reviewed within one organisation, and by the administrator."""
    if gebruiker.soort == Soort.BEHEERDER:
        return True
    return (gebruiker.organisatie_soort, gebruiker.organisatie_code) == (
        wie.organisatie_soort,
        wie.organisatie_code,
    )


def is_eigen_uittreksel(gebruiker: Gebruiker, klaargezet: Any) -> bool:
    """An extract that waits is only for who brought it."""
    return bool(gebruiker.pk == klaargezet.gebruiker)


#: The second question, for routes that show one object.
VOORWERP: dict[str, Callable[[Gebruiker, Any], bool]] = {
    "lijst": is_in_gebied,
    "levering": is_partij,
    "levering_antwoorden": is_partij,
    "inzending": is_eigen_inzending,
    "account_beheer": is_eigen_account,
    "uittreksel": is_eigen_uittreksel,
}


def register(
    matrix: Mapping[str, frozenset[Soort]],
    voorwerp: Mapping[str, Callable[[Gebruiker, Any], bool]] | None = None,
    openbaar: Iterable[str] = (),
    eigen_deur: Iterable[str] = (),
) -> None:
    """Add the rows of a room above this one; its AppConfig calls this once, at the start.

    `openbaar` are routes without an account: each has a gate of its own, and a test that says so.
    `eigen_deur`: see EIGEN_DEUR; such a route has a row in `matrix` too.
    """
    MATRIX.update(matrix)
    VOORWERP.update(voorwerp or {})
    OPENBAAR.update(openbaar)
    EIGEN_DEUR.update(eigen_deur)


def mag(gebruiker: Gebruiker, handeling: str, voorwerp: Any = None) -> bool:
    """Whether this user may do `handeling` (the name of a route), with `voorwerp` where given."""
    if not gebruiker.is_authenticated:
        return handeling in OPENBAAR
    if handeling in OPENBAAR:
        return True
    if gebruiker.soort not in MATRIX.get(handeling, ()):
        return False
    return voorwerp is None or VOORWERP[handeling](gebruiker, voorwerp)
