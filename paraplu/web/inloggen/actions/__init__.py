"""The only writers of logging in: sessions, second steps, identities and accounts."""
