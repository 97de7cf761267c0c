"""A small disk, and what is on it."""

import os
import subprocess

KILOBYTE = 1024


def mount(*arguments):
    return subprocess.run(["mount", *map(str, arguments)], capture_output=True, check=False)


def used(folder):
    """Kilobytes that are taken."""
    disk = os.statvfs(folder)
    return (disk.f_blocks - disk.f_bfree) * disk.f_frsize // KILOBYTE
