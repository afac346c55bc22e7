"""The work of demo Gelderland: invented people, families and cases, and who plays the other parties."""
