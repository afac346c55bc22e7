"""A second reading of the seven values in plain Python loops, written from the definitions alone.

It shares no code with `paraplu.monitor`; only the agreed data of `paraplu.afspraken` is the same.
"""
