"""The courses of a contract and of its parts, a table for each."""
