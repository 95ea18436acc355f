"""Two processes write to one desk at the same time: no write is lost, no number given twice, the chain holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.cli.called import PASSPHRASE, Caller

WRITER = Path(__file__).with_name("writer.py")
EACH = 15


def test_two_processes_write_at_once(call: Caller) -> None:
    """Each waits for the other's transaction; the journal is one chain of both."""
    call.init()
    command = [sys.executable, str(WRITER), str(call.profile), PASSPHRASE, str(EACH)]
    writers = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    said = [writer.communicate(timeout=120) for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0], said
    numbers = [line for out, _ in said for line in out.decode("utf-8").splitlines()]
    assert sorted(numbers) == [f"（2026）木城人调字第03{serial:03d}号" for serial in range(1, 2 * EACH + 1)]
    report = call("check")
    assert report.lines[-1] == "Everything is whole."
    assert any(f"{2 * EACH} cases" in line for line in report.lines)
