"""Run by a test in a process of its own: bind a volume of 300 sheets with 120 scans, and print the memory it took."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import msgspec
from PIL import Image
from tests.desk_fixtures import ACCOUNT, CENTRE, PASSWORD, HandClock, make_desk

from mediation_desk.actions.case_document import record
from mediation_desk.actions.case_file import load
from mediation_desk.actions.dossier_binding import bind_dossier
from mediation_desk.actions.sign_in import sign_in

SCANS, MEETINGS = 120, 29
LINE = "问：请把当时的情况再说一遍。\n答：当天上午天花板开始滴水，我上楼敲门没有人应，下午才联系上对方。\n"


def most_memory() -> int:
    """The most memory this program has held, in KiB. Not ``ru_maxrss``: that begins with what its parent held."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def main(folder: Path) -> None:
    """Sheets of a colour scanner at 300 dpi, as large as such files are, and minutes of three pages each."""
    desk, _ = make_desk(folder / "desk", HandClock())
    seat = sign_in(desk, ACCOUNT, PASSWORD)
    paper = Image.effect_noise((2480, 3508), 18).convert("RGB")
    blobs = []
    for place in range(SCANS):
        paper.putpixel((0, 0), (place, 0, 0))
        out = io.BytesIO()
        paper.save(out, "JPEG", quality=90)
        blobs.append(desk.blobs.put(out.getvalue()).digest)
    document = {
        "centre": CENTRE.name,
        "parties": [{"side": "applicant", "name": "王𠮷"}, {"side": "respondent", "name": "李㛃"}],
        "claims": [{"text": "修复卫生间渗漏"}],
        "facts": "楼上漏水。",
        "accepted_on": "2026-09-02",
        "evidence": [{"name": "材料", "blobs": blobs}],
        "meetings": [
            {"at": "2026-09-05T09:30:00+08:00", "present": ["王𠮷"], "minutes": LINE * 40, "result": "not_agreed"}
            for _ in range(MEETINGS)
        ],
    }
    (done,) = record(seat, msgspec.json.encode(document))
    before = most_memory()
    bound = bind_dossier(seat, load(seat, done.case_id), folder / "dossier.pdf")
    peak = most_memory()
    print(  # noqa: T201
        bound.sheets,
        sum(1 for one in bound.placed for leaf in one.part.leaves if leaf.pages),
        before // 1024,
        peak // 1024,
    )
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
