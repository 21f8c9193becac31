"""The two forms that need no JavaScript."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhunru.accounts.schemas import MAX_PASSWORD


def _password(label: object, autocomplete: str) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, widget=widget, max_length=MAX_PASSWORD, strip=False)  # type: ignore[arg-type]


class BareForm(forms.Form):
    """Labels stand above their field and need no colon."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class LoginForm(BareForm):
    username = forms.CharField(
        label=_("登录名"),
        max_length=50,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false", "autofocus": True}
        ),
    )
    password = _password(_("密码"), "current-password")

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).lower()


class PasswordForm(BareForm):
    """Changing one's own password."""

    current = _password(_("现在的密码"), "current-password")
    new = _password(_("新密码（至少 10 个字符）"), "new-password")
    again = _password(_("再输一遍新密码"), "new-password")

    def clean(self) -> None:
        super().clean()
        given = self.cleaned_data
        if "new" in given and "again" in given and given["new"] != given["again"]:
            self.add_error("again", _("两遍新密码不一样"))
