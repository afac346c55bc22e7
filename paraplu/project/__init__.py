"""Settings, urls and the command line."""
