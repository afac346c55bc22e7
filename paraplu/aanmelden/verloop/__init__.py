"""How cases went: the receipt of one route, and figures over many."""
