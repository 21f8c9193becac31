"""What must be there before the first paper is drawn and signed."""

from typing import Any

from django.core.checks import CheckMessage, Error

from zhunru.documents import fonts, pki
from zhunru.documents.signatures import configured, keyfiles, providers


def fonts_present(**_: Any) -> list[CheckMessage]:
    """Missing fonts are an error at start, not a page of boxes."""
    try:
        fonts.find(fonts.folders())
    except fonts.FontsMissingError as error:
        return [
            Error(
                f"fonts for official papers are missing: {error}",
                hint="run `make setup`, or point FONT_DIR at a folder that holds them",
                id="documents.E001",
            )
        ]
    return []


def signing_keys_are_safe(**_: Any) -> list[CheckMessage]:
    """Whoever reads a key can sign in the county's name: none is reached by others, and all can be used."""
    home = pki.folder()
    keys = sorted(home.glob("*.key"))
    exposed = [path for path in [home, *keys] if path.exists() and keyfiles.exposed(path)]
    if exposed:
        return [
            Error(
                f"signing keys can be reached by others: {', '.join(map(str, exposed))}",
                hint=f"chmod 700 {home}; chmod 600 {home}/*.key",
                id="documents.E002",
            )
        ]
    root = home / "root.key"
    try:
        if root.exists():
            keyfiles.load(root)
    except keyfiles.UnreadableKeyError as error:
        hint = "set SIGNING_KEY_PASSPHRASE to what it was, or take the keys from the backup"
        return [Error(f"a signing key cannot be read: {error.cause}", hint=hint, id="documents.E003")]
    return []


def providers_are_known(**_: Any) -> list[CheckMessage]:
    """A seal whose provider cannot be loaded would fail at its first paper."""
    try:
        providers.configured()
    except providers.MisconfiguredProviderError as error:
        return [Error(str(error), hint="see docs/operations.md, signatures", id="documents.E004")]
    return []


def certificates_are_valid(**_: Any) -> list[CheckMessage]:
    """A certificate that ended, or whose passphrase is wrong, is told at start and not by the first paper."""
    hint = "see docs/operations.md, real certificates"
    return [Error(f"SIGNING_CERTIFICATES: {fault}", hint=hint, id="documents.E005") for fault in configured.faults()]
