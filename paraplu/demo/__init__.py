"""Demo Gelderland: a synthetic province with known answers."""
