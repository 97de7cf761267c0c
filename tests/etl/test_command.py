"""The command ends in a sentence and a status, whatever happens; a traceback is for --debug."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from etl.__main__ import main
from samspil.paths import PROJECT


def command(*arguments, stdout=subprocess.PIPE, **environment):
    """Run `python -m etl` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "etl", *map(str, arguments)],
        cwd=PROJECT,
        env=os.environ | environment,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )


@pytest.fixture
def failing(monkeypatch):
    """A function that makes `build` raise what another makes, each time anew.

    An error that is kept keeps every frame that it passed through, up to those of pytest.
    """

    def fail(make):
        def raising(*_):
            raise make()

        monkeypatch.setattr("etl.commands.build", raising)

    return fail


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda: KeyError(2007), "KeyError: 2007"),
        (lambda: RecursionError("too\ndeep\x1b[31m"), r"too\ndeep\x1b[31m"),
        (MemoryError, "MemoryError"),
        (lambda: ValueError("x" * 10_000), "ValueError"),
    ],
)
def test_an_error_that_nobody_thought_of_is_one_sentence(failing, capsys, make, named):
    failing(make)
    assert main(["build"]) == 1
    message = capsys.readouterr().err
    assert message.startswith("samspil: ")
    assert named in message
    assert "--debug" in message
    assert message.count("\n") == 1
    assert len(message) < 300


@pytest.mark.parametrize("arguments", [["build", "--debug"], ["--debug", "build"]])
def test_debug_shows_where_it_happened(failing, arguments):
    failing(lambda: KeyError(2007))
    with pytest.raises(KeyError):
        main(arguments)


@pytest.mark.slow
def test_debug_shows_where_a_sentence_comes_from(data):
    (data / "snapshots" / "evidence.csv").unlink()
    done = command("build", "--debug", "--data", data)
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert "DataError: evidence.csv" in done.stderr


def test_an_interruption_is_one_line(failing, capsys):
    failing(KeyboardInterrupt)
    assert main(["build"]) == 130
    assert capsys.readouterr().err == "samspil: interrupted\n"


def test_an_interruption_that_a_library_turned_into_an_error_is_one_line_too(failing, capsys):
    def query():
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            raise RuntimeError("Query interrupted") from None

    failing(query)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        assert main(["build"]) == 130
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)
    assert capsys.readouterr().err == "samspil: interrupted\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("content", "status", "named"),
    [
        ("raise KeyboardInterrupt", 130, "interrupted"),
        ("raise ImportError('no such library')", 1, "no such library"),
    ],
)
def test_what_happens_before_the_command_has_begun_is_one_line(tmp_path, content, status, named):
    (tmp_path / "geopandas.py").write_text(content, encoding="utf-8")
    done = command("build", PYTHONPATH=str(tmp_path))
    assert done.returncode == status
    assert named in done.stderr
    assert done.stderr.startswith("samspil: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.slow
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_nobody_reading_on_is_no_error_to_tell(frozen_folder, unbuffered):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = command(
            "status",
            stdout=writing,
            SAMSPIL_WAREHOUSE=str(frozen_folder),
            PYTHONUNBUFFERED=unbuffered,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_output_that_takes_nothing_is_one_sentence(frozen_folder, unbuffered):
    with Path("/dev/full").open("w") as full:
        done = command(
            "status",
            stdout=full,
            SAMSPIL_WAREHOUSE=str(frozen_folder),
            PYTHONUNBUFFERED=unbuffered,
        )
    assert done.returncode == 1
    assert done.stderr == "samspil: the output cannot be written (No space left on device)\n"


@pytest.mark.slow
def test_without_any_output_the_command_still_works(frozen_folder):
    script = 'exec "$0" -m etl status >&-'
    done = subprocess.run(
        ["sh", "-c", script, sys.executable],
        cwd=PROJECT,
        env=os.environ | {"SAMSPIL_WAREHOUSE": str(frozen_folder)},
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
