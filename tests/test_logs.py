"""What is logged, where it goes and what is never in it."""

import logging

import pytest
from frozen import DAY

from etl.__main__ import main

SECRET = {
    "objection": "Anna siger nej",
    "by-role": "formanden",
    "reason": "ring til anna@example.org",
}


@pytest.fixture
def logged(monkeypatch):
    """A function that sets the level for the commands that follow."""
    return lambda level: monkeypatch.setenv("SAMSPIL_LOG", level)


def test_progress_is_logged_and_the_answer_stands_on_standard_output(run, logged):
    logged("")
    status, output, message = run("build")
    assert status == 0
    steps = [line.split(": ", 1)[1].split()[0] for line in message.splitlines()]
    assert steps == ["Reading", "Simplifying", "Loading", "Assessing", "Drawing", "Checking",
                     "Writing"]  # fmt: skip
    assert all(" INFO etl." in line for line in message.splitlines())
    assert output.startswith("Rows in each table:")
    assert output.splitlines()[-1].startswith("Done: samspil-")


def test_a_higher_level_says_less(run, logged):
    logged("ERROR")  # "warning" is that of all other tests
    status, output, message = run("build")
    assert (status, message) == (0, "")
    assert "Done: " in output


def test_a_level_that_is_none_is_one_sentence(run, logged):
    logged("loud")
    allowed = "debug, info, warning, error"
    assert run("status") == (1, "", f"samspil: SAMSPIL_LOG: 'loud' is not one of {allowed}\n")


def test_no_word_of_an_objector_is_logged(run, data, logged, caplog):
    logged("debug")
    options = [part for name, value in SECRET.items() for part in (f"--{name}", value)]
    where = ("--code", "101", "--criterion", "charter", "--date", DAY)
    assert run("object", *where, *options)[0] == 0
    assert run("accept", "--note", "an objection")[0] == 0
    status, _, message = run("build")
    assert status == 0
    assert caplog.messages
    for secret in SECRET.values():
        assert secret not in caplog.text + message


@pytest.mark.slow
def test_a_standard_error_that_takes_nothing_stops_no_command(data, builds, logged, monkeypatch):
    class Full:
        def write(self, text):
            raise OSError(28, "No space left on device")

        flush = write

    logged("info")
    for stream in (Full(), None):
        monkeypatch.setattr("sys.stderr", stream)
        assert main(["build", "--data", str(data)]) == 0


def test_a_second_start_writes_no_line_twice(run, logged):
    logged("info")
    for _ in range(2):
        message = run("accept")[2]
    assert len([line for line in message.splitlines() if "Reading" in line]) == 1


def test_libraries_keep_their_own_level(run, logged):
    logged("debug")
    run("status")
    assert logging.getLogger("pandera").level == logging.NOTSET
    assert not logging.getLogger().isEnabledFor(logging.INFO)
