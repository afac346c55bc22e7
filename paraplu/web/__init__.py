"""The frame every page hangs in: base templates, login, rights, errors."""
