"""The aanmeldroutes 301 and 315, from the first phone call to the help that starts (bouwsteen 5)."""
