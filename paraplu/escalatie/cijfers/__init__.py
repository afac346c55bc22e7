"""Figures over escalations: by situation, step and result (R139)."""
