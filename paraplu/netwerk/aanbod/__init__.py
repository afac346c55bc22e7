"""Care on offer: what there is, where there is room, and what fits the need of a child (R118, R119)."""
