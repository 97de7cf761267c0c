"""Ending a process at a moment of its life."""

import subprocess


def kill_after(seconds, process):
    """Kill the process when so many seconds have passed; whether it was still running."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    process.communicate()
    return process.returncode == -9
