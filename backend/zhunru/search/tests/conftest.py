from zhunru.admissions.tests.fixtures import at, calendar, quick_hashes, stage, var

__all__ = ["at", "calendar", "quick_hashes", "stage", "var"]
