"""The family's own way in, without an account: invitations, a second factor, what they read and write."""
