"""Commands of `python -m etl` run in this process, where no single test asks for them."""

from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

import pytest

from etl.__main__ import main


def ran(data, warehouse, *arguments, **environment):
    """Run a command on a data folder and a folder of builds: (status, output, message)."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"SAMSPIL_WAREHOUSE": warehouse, **environment}.items():
            patch.setenv(name, str(value))
        with redirect_stdout(StringIO()) as output, redirect_stderr(StringIO()) as message:
            status = main([*arguments, "--data", str(data)])
    return status, output.getvalue(), message.getvalue()
