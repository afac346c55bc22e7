"""Running it: backup, restore, retention, health, metrics."""
