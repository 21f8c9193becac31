"""Long work on many papers, item by item in the background: it is left, found again, cancelled, taken up again.

An app declares what can be made (`jobs.register`); `asking` begins a batch, `working` carries it on, and whatever dies
in between loses nothing and makes nothing twice.
"""
