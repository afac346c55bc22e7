"""The documents of the table: how they read on the screen and on paper."""
