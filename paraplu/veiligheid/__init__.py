"""The safety plan of a family: conditions, agreements, who supervises, and its versions."""
