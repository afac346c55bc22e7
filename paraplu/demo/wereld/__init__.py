"""The synthetic province: children with a course of life, month by month, from one seed."""
