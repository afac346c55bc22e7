"""The trace as chains: how a line is sealed, how the chains are checked, what lies outside.

Design and reasons: docs/decisions/0015-spoor-als-keten.md.
"""
