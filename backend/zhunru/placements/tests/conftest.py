from zhunru.admissions.tests.fixtures import at, begun, calendar, quick_hashes, stage, staged, var

__all__ = ["at", "begun", "calendar", "quick_hashes", "stage", "staged", "var"]
