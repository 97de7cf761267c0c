"""A round of a hearing that was sent, once for all tests that answer it."""

import shutil
from functools import partial

import pytest
from commands import ran
from frozen import BROENDBY, DATA, LEJRE
from workbooks import sent


@pytest.fixture(scope="session")
def sent_round(frozen_folder, tmp_path_factory):
    """A data folder in which Lejre and Brøndby were asked, and the workbook of each."""
    folder = tmp_path_factory.mktemp("asked")
    data = shutil.copytree(DATA, folder / "data")
    run = partial(ran, data, frozen_folder, PATH=folder)  # without a Chromium it is faster
    return data, sent(run, data, folder / "out", LEJRE, BROENDBY)
