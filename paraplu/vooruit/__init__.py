"""What if a rule changes, and what is to be expected: pages over `monitor.watals` and `monitor.prognose`."""
