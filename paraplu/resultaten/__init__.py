"""The eleven resultaatafspraken: norm path, figure, duties, status (R173-R192)."""
