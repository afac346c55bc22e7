"""What a change in the work does to tariff, caseload, hours for families and cost (R164-R171, R192).

Pure arithmetic in Decimal: no Django, no clock, no database. Nothing is rounded on the way, except
a tariff: that is in cents, since it is paid in cents. What is shown is rounded half up: euro's
whole, hours to one decimal, a caseload to two.
"""
