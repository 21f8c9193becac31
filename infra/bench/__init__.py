"""`make bench`: what the platform costs, as ratios against a floor or a peer measured in the same run.

Absolute times differ between machines and with their load; a ratio of two things measured in turn does not.
"""
