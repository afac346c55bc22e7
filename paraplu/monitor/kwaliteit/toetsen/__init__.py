"""The checks, one module per subject; `controle.controles` finds them."""
