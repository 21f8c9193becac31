import unicodedata


def composed(password: str) -> str:
    """One form for what keyboards write differently; used where a password is set and where it is checked."""
    return unicodedata.normalize("NFC", password)
