"""The documents of the aanmeldroutes as data: what they hold, how they read, how they print."""
