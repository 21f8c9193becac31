"""A county after years of work, made up in minutes: what lists, sweeps and figures are measured on.

Nothing of it is real, and it says so: papers bear numbers of a series of their own (量测) and a page that calls itself
a specimen. The same size and day always give the same county.
"""
