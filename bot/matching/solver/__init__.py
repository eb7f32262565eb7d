"""The best choice of pairs by numbers alone: a min-cost flow with column generation.

Nothing here knows a person, a rule or a reason: rows, columns, integer weights, capacities.
"""
