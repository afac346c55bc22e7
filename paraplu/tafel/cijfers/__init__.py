"""Figures over the tables: first what happened in each case, then the rows of every measure."""
