"""What the routes of logging in need in their address; which lead on, or nowhere, without more."""

ARGUMENTEN: dict[str, list] = {
    "oidc_heen": ["ergens"],
    "oidc_terug": ["ergens"],
    "oidc_uit": ["ergens"],
    "wachtwoord_kiezen": [1, "oud"],
    "account_beheer": [999_999],
}
ALLEEN_POST: set[str] = set()
#: Open without an account, but there is nothing behind them without a provider or a good link.
NIETS_ZONDER_MEER = {"oidc_heen", "oidc_terug", "oidc_uit", "wachtwoord_kiezen"}
