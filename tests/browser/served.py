"""A real server and a real Chromium, for the browser tests and the bench."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from playwright.sync_api import Browser, sync_playwright

PROJECT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60
"""Seconds until a server that does not answer is given up."""

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@contextmanager
def served(script: Path, log: IO | int = subprocess.DEVNULL, **environment: str) -> Iterator[str]:
    """The address of a Streamlit server that runs `script` for as long as the block lasts.

    What it writes on standard error goes to `log`.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    options = ["--server.port", str(port), "--server.headless", "true"]
    options += ["--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false"]
    process = subprocess.Popen(
        [*command, *options],
        cwd=PROJECT,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=log,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_healthy(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _wait_until_healthy(address: str, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with status {process.returncode}")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.05)  # only until the port answers; the tests themselves never sleep
    raise TimeoutError(f"no answer from {address} in {PATIENCE} s")


def wait_until_compressed(address: str) -> None:
    """Wait for the last of the files that the server compresses beside its first answers."""
    smallest = urllib.request.Request(f"{address}/app/static/world_110m.json", method="HEAD")
    smallest.add_header("Accept-Encoding", "br")
    deadline = time.monotonic() + 2 * PATIENCE
    while time.monotonic() < deadline:
        with urllib.request.urlopen(smallest) as answer:
            if answer.headers["Content-Encoding"] == "br":
                return
        time.sleep(0.05)
    raise TimeoutError(f"nothing compressed at {address} in {2 * PATIENCE} s")


class NoChromiumError(RuntimeError):
    """There is no Chromium on this machine; the message says what to install."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium that is installed on this machine, without a window."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        raise NoChromiumError(
            "The browser tests need Chromium: install it (Debian: apt-get install chromium)."
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()
