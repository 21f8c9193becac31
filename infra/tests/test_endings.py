"""A program of ours ends in one sentence, whatever happened to it."""

import os
import signal
from collections.abc import Callable

import pytest

from infra import endings
from infra.chain_checks import must
from infra.endings import EndedError, ToldError, exit_code


@pytest.fixture(autouse=True)
def _signals_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endings, "ENDINGS", ())


def raising(fault: Exception) -> Callable[[], None]:
    def run() -> None:
        raise fault

    return run


def test_what_went_well_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(lambda: None, farewell="bye") == 0
    assert capsys.readouterr() == ("", "")


def test_what_is_not_as_it_must_be_is_said_with_both_values(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(lambda: must(42, 43, "villages that confirmed"), farewell="bye") == 1
    assert capsys.readouterr().err == "Not as it must be: villages that confirmed: 42 instead of 43.\n"
    must([1], [1], "the same")


def test_who_is_asked_to_end_says_goodbye(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(raising(EndedError()), farewell="bye", ended=130) == 130
    assert capsys.readouterr().out == "\nbye\n"


def test_a_defect_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        exit_code(raising(ZeroDivisionError()), farewell="bye")


def test_a_signal_ends_the_program_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endings, "ENDINGS", (signal.SIGUSR1,))
    before = signal.getsignal(signal.SIGUSR1)
    try:
        assert exit_code(lambda: os.kill(os.getpid(), signal.SIGUSR1), farewell="bye", ended=130) == 130
    finally:
        signal.signal(signal.SIGUSR1, before)


def test_a_told_error_is_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(raising(ToldError("It rains.")), farewell="bye") == 1
    assert capsys.readouterr().err == "It rains.\n"
