"""Make a fresh checkout ready to run or to test, and do nothing when it is ready already.

    python3 scripts/setup.py run | test

Debian 12 with Python 3.11 and npm is enough. Each step leaves a stamp in ``.venv/ready`` that holds what the step was
done with; only a step whose inputs changed is done again. A piece that cannot be had is named in one sentence, with
the way to bring it by hand; where the program can do without it, set-up goes on. Standard library only.
"""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from pieces import FOR_THE_SCREEN, FOR_THE_TESTS, NEEDED, Missing, absent, bring

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
READY = VENV / "ready"
VENDOR = ROOT / "vendor"
LOCKS = {"run": "requirements.lock", "test": "requirements-dev.lock"}


def say(chinese: str, english: str) -> None:
    """Tell the person at the terminal what is going on."""
    print(f"· {chinese} {english}", file=sys.stderr, flush=True)


def digest(paths: Iterable[Path], *more: str) -> str:
    """A key over the content of some files, and over where this checkout stands: a moved ``.venv`` does not work."""
    key = hashlib.sha256("\0".join([str(ROOT), *more]).encode())
    for path in sorted(paths):
        key.update(path.name.encode() + b"\0" + path.read_bytes())
    return key.hexdigest()


def once(step: str, key: Callable[[], str], work: Callable[[], None]) -> None:
    """Do the work of a step unless what it was last done with, or left behind, is unchanged."""
    stamp = READY / step
    if stamp.is_file() and stamp.read_text() == key():
        return
    work()
    READY.mkdir(parents=True, exist_ok=True)
    stamp.write_text(key())


def python(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the environment's own Python and keep what it says."""
    command = [str(part) for part in (PYTHON, *arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)


def interpreter() -> None:
    """The Python that runs this."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever types make has whatever Python the system has
        raise Missing(
            f"需要 Python 3.11 或更新（现在是 {sys.version.split()[0]}）。Debian 12：apt-get install python3。",
            "Python 3.11 or newer is needed. On Debian 12: apt-get install python3.",
        )


def system(purpose: str) -> None:
    """Libraries of the system. Stops only for those without which nothing can be shown."""
    wished = FOR_THE_SCREEN + (FOR_THE_TESTS if purpose == "test" else ())
    missing = absent(NEEDED + wished)
    tried = READY / "system"
    if not missing or (not absent(NEEDED) and tried.is_file() and tried.read_text() == " ".join(missing)):
        return
    say("正在装系统库。", f"Installing system packages: {' '.join(missing)}")
    reason = bring(missing)
    still = absent(NEEDED)
    if still:
        names = " ".join(still)
        raise Missing(
            f"缺系统软件包 {names}（{reason}）。请用管理员身份执行：apt-get install {names}；"
            "没有网络时，在另一台 Debian 12 上用 apt-get download 取来，再用 dpkg -i 安装。",
            f"System packages are missing: {names} ({reason}). As root: apt-get install {names}; without a line, "
            "apt-get download them on another Debian 12 and install the files with dpkg -i.",
        )
    still = absent(wished)
    if still:
        names = " ".join(still)
        say(
            f"还缺 {names}（{reason}），不妨碍继续：屏幕上的窗口、打印或个别测试会用到，以后可用 apt-get install 补上。",
            f"Still missing: {names} ({reason}). Going on without: a window on a screen, printing or some tests "
            "want them; apt-get install them later.",
        )
        READY.mkdir(parents=True, exist_ok=True)
        tried.write_text(" ".join(still))


def environment() -> None:
    """The project's own Python environment in ``.venv``, made again if the checkout was moved."""

    def make() -> None:
        if READY.is_dir():
            shutil.rmtree(VENV)
        if PYTHON.exists():
            return
        say("正在建立 .venv。", "Making .venv")
        done = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            shutil.rmtree(VENV, ignore_errors=True)
            raise Missing(
                f"建不了 .venv：{done.stdout.strip() or done.stderr.strip()}。请检查磁盘空间和本文件夹的写权限。",
                "Could not make .venv: see above; check the free space and that this folder may be written.",
            )

    once("environment", lambda: digest([], sys.version), make)


def packages(purpose: str) -> None:
    """The Python packages, from a lock that carries their SHA-256: from the index, or from ``vendor/`` if it is there."""
    lock = LOCKS[purpose]

    def install() -> None:
        say("正在装 Python 包，第一次要几分钟。", f"Installing Python packages from {lock}; minutes the first time")
        source = ["--no-index", "--find-links", VENDOR] if any(VENDOR.glob("*.whl")) else ["--retries", "2"]
        flags = ["--quiet", "--no-input", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:"]
        done = python("-m", "pip", "install", *flags, *source, "--require-hashes", "-r", lock)
        if done.returncode == 0:
            return
        said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")] or done.stderr.splitlines()
        fetch = f"python3.11 -m pip download --no-deps --only-binary :all: --require-hashes -r {lock} -d vendor"
        raise Missing(
            f"Python 包没有装全（{said[-1] if said else done.returncode}）。请检查网络后重试；没有网络时，在另一台装有"
            f" Python 3.11 的同类机器上执行 {fetch}，把 vendor 文件夹拷到这里（安装前逐个核对 SHA-256）。",
            "Not all Python packages could be installed. Check the line and try again; without one, run the command "
            f"above ({fetch}) on another machine of this kind and copy its vendor folder here: every file is held "
            "against its SHA-256 before it is used.",
        )

    once(f"packages-{purpose}", lambda: digest([ROOT / lock]), install)


def project() -> None:
    """The project itself, editable, built with what is installed."""

    def install() -> None:
        flags = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation", "--no-index"]
        done = python("-m", "pip", "install", *flags, "--editable", ".")
        if done.returncode != 0:
            raise Missing(
                f"本程序装不进 .venv：{done.stderr.strip()}", "The project could not be installed: see above."
            )

    once("project", lambda: digest([ROOT / "pyproject.toml"]), install)


def typefaces() -> None:
    """Typefaces for the papers, by their own script, which names each that is missing."""
    fonts = ROOT / "resources" / "fonts"

    def key() -> str:
        lying = [
            f"{face.name} {face.stat().st_size} {face.stat().st_mtime_ns}" for face in sorted(fonts.glob("*.[ot]tf"))
        ]
        return digest([*(ROOT / "scripts").glob("font*.py"), fonts / "fonts.toml"], *lying)

    def fetch() -> None:
        say("正在备齐字体。", "Bringing the typefaces")
        if subprocess.run([PYTHON, ROOT / "scripts" / "fonts.py"], cwd=ROOT, check=False).returncode != 0:
            raise Missing(
                "字体没有备齐（缺哪个、从哪里取，见上），没有字体就印不了文书。补上之后再执行一次即可。",
                "The typefaces are not complete (which, and where from: see above), and no paper prints without. "
                "Bring them and run this again.",
            )

    once("typefaces", key, fetch)


def sentences() -> None:
    """The Chinese catalogue, compiled."""
    script = ROOT / "scripts" / "messages.py"
    catalogues = ROOT / "resources" / "i18n"

    def compile_them() -> None:
        done = python(script, "compile")
        if done.returncode != 0:
            raise Missing(
                f"译文编译不了：{done.stderr.strip()}", "The message catalogue could not be compiled: see above."
            )

    def key() -> str:
        made = [str(mo.stat().st_mtime_ns) for mo in catalogues.rglob("*.mo")]
        return digest([script, *catalogues.rglob("*.po")], *made)

    once("messages", key, compile_them)


def main(arguments: list[str]) -> int:
    """Set up for ``run`` or ``test``; 0 when ready, 1 with the sentence when a piece is missing."""
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        print(__doc__, file=sys.stderr)
        return 2
    purpose = arguments[0]
    try:
        interpreter()
        # One set-up at a time in one checkout: two pips in one .venv spoil it.
        with (ROOT / "scripts" / "pieces.py").open() as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            system(purpose)
            environment()
            packages(purpose)
            project()
            typefaces()
            sentences()
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
