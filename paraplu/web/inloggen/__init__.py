"""Who may come in and how: identity providers, the second step, and the life of an account."""
