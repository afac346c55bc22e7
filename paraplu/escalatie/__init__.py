"""When professionals disagree: three situations, three steps, and children not protected enough."""
