"""Published contracts in the Open Contracting Data Standard 1.1: what is public of one, and how it is written.

Nothing in this package reads the database. https://standard.open-contracting.org/1.1/en/
"""
