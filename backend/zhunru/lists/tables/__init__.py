"""Lists as tables: in and out in the same columns.

`columns` declares them, `planning` says what a table would do to a draft, `importing` does it in two steps,
`exporting` writes an edition, `api` has the routes.
"""
