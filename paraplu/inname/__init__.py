"""A file arrives, is checked, kept and put in the tables."""
