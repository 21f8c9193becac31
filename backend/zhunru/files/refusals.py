"""Why a file is not taken: always told at the field `file`, in a sentence that says what to do."""

from django.utils.translation import gettext as _

from zhunru.core.errors import InvalidError


class RefusedError(InvalidError):
    """The file cannot be taken as it is (422)."""

    def __init__(self, code: str, message: str, *, field: str = "file") -> None:
        super().__init__(code, message, field=field)


class TooLargeError(RefusedError):
    """The file is larger than what may be sent (413)."""

    status = 413

    def __init__(self, max_bytes: int) -> None:
        super().__init__("file_too_large", _("文件过大，最多 %(most)s") % {"most": in_words(max_bytes)})


class ScannerDownError(RefusedError):
    """The virus scanner did not answer: try again (503)."""

    status = 503

    def __init__(self) -> None:
        super().__init__("scanner_down", _("病毒检查暂时无法进行，请稍后再上传"))


def damaged() -> RefusedError:
    return RefusedError("file_damaged", _("文件不完整或已损坏，请重新生成后再上传"))


def bomb() -> RefusedError:
    return RefusedError("file_bomb", _("文件解压后的内容异常庞大，不能上传"))


def encrypted() -> RefusedError:
    return RefusedError("file_encrypted", _("文件已加密，无法检查，请去除密码后再上传"))


def embedded() -> RefusedError:
    return RefusedError("file_embedded", _("文件中嵌有其他文件或对象，请删去，或将其另行上传"))


def active() -> RefusedError:
    return RefusedError("file_active", _("文件中含有脚本、宏或自动动作，请用“打印为 PDF”等方式重新生成后再上传"))


def in_words(size: int) -> str:
    """20 MB, 512 KB, 100 bytes."""
    for unit, name in ((1 << 20, "MB"), (1 << 10, "KB")):
        if size >= unit:
            return f"{size // unit} {name}"
    return _("%(size)s 字节") % {"size": size}
