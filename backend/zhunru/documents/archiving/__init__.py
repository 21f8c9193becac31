"""The archive: a year's papers, or some that were chosen, as one package with metadata and lists of hashes.

Made as DA/T 46-2009 (metadata of electronic records) asks: what a paper is, who made it under which seals, what has
become of it, and by which numbers anybody finds out whether it is still the same.
"""
