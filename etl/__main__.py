"""python -m etl: every command ends in a status and, where something is wrong, a sentence."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from etl.errors import shown

INTERRUPTED = 130
"""The status after Ctrl-C, as shells count it."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status, 1 after a sentence on what is wrong.

    A traceback is shown only with --debug.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    with _interruptions() as interruptions:
        try:
            # Loading takes about as long as a build, and can be interrupted or fail like one.
            status = import_module("etl.commands").run(arguments)
            print(end="", flush=True)
        except KeyboardInterrupt:
            return _end(INTERRUPTED, "interrupted")
        except BrokenPipeError:
            return _end(1)
        except Exception as error:
            if "--debug" in arguments:
                raise
            if interruptions:
                return _end(INTERRUPTED, "interrupted")
            return _end(1, _told(error))
    return status


@contextmanager
def _interruptions() -> Iterator[list[int]]:
    """The interruptions by Ctrl-C so far; DuckDB turns them into errors of its own."""
    came = []

    def note(number: int, _frame: object) -> None:
        came.append(number)
        raise KeyboardInterrupt

    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:
        yield came
        return
    signal.signal(signal.SIGINT, note)
    try:
        yield came
    finally:
        signal.signal(signal.SIGINT, before)


def _told(error: Exception) -> str:
    """An error that nobody thought of, as one line."""
    if isinstance(error, OSError) and error.filename is None and error.strerror:
        return f"the output cannot be written ({error.strerror})"
    what = shown(error).strip("'\"")
    return f"an unexpected {type(error).__name__}: {what}; --debug shows where it happened"


def _end(status: int, sentence: str = "") -> int:
    """Say the sentence; what can still be printed is, without a further complaint."""
    if sentence:
        print(f"samspil: {sentence}", file=sys.stderr)
    try:
        print(end="", flush=True)
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    return status


if __name__ == "__main__":
    done = main()
    # All is done: an interruption while Python ends would only be told as a traceback.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(done)
