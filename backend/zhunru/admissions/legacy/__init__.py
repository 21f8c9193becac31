"""Existing matters (存量): taken over from a table in two steps, each with a term for its admission anew.

`table` declares the columns, `places` finds the villages that a cell names, `judging` says what is wrong where,
`importing` takes a table over, `standing` reads what has been taken over and how it stands.
"""
