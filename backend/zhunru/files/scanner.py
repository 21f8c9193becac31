"""An office's own virus scanner: a command that reads the file from its input and ends with 0 if it is clean."""

import logging
import shlex
import subprocess

from django.conf import settings
from django.utils.translation import gettext as _

from zhunru.files.refusals import RefusedError, ScannerDownError

SECONDS = 60
FOUND = 1
"""What clamdscan and its like end with when they have found something; anything else means that they failed."""


def scan(content: bytes) -> None:
    """Nothing where no scanner is set. RefusedError when it objects, ScannerDownError when it fails: never let by."""
    command = shlex.split(settings.FILE_SCANNER)
    if not command:
        return
    try:
        done = subprocess.run(  # noqa: S603 - the operator names the command; nothing of the file stands in it
            command, input=content, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        logging.getLogger(__name__).exception("the file scanner does not run")
        raise ScannerDownError from error
    if done.returncode == FOUND:
        raise RefusedError("file_infected", _("病毒检查发现可疑内容，文件未被接收"))
    if done.returncode:
        logging.getLogger(__name__).error("the file scanner ended with %s: %s", done.returncode, done.stderr[:500])
        raise ScannerDownError
