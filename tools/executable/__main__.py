"""Build ``dist/ryggkompis``, with PDF and lock, for the system that this runs on and for no other."""

import os
import subprocess
import sys
import venv
from pathlib import Path
from shutil import which
from time import perf_counter
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

ROOT: Final = Path(__file__).resolve().parents[2]
HERE: Final = ROOT / "build" / "executable"
PYTHON: Final = HERE / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PROGRAM: Final = ROOT / "dist" / ("ryggkompis.exe" if os.name == "nt" else "ryggkompis")
PARTS: Final = (
    "--collect-all=ryggkompis",
    "--collect-submodules=textual",
    "--hidden-import=pyrage",
    "--exclude-module=typst",  # start.py unpacks it when it is needed
    # With the metadata of a package goes its licence.
    "--recursive-copy-metadata=ryggkompis",
    "--copy-metadata=typst",
    "--copy-metadata=pyrage",
)


# A Python may come with the marks of a debugger, which weigh more than the program.
STRIPPED: Final = ("--strip",) if sys.platform == "linux" and which("strip") else ()


def main() -> None:
    """Install what people install beside PyInstaller, put it into one file, and list what is in it."""
    venv.create(HERE, with_pip=True, clear=True)
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", "constraints.txt")
    _run(*pip, "--upgrade", "pip")
    _run(*pip, ".[all]", "--group", "executable")
    work = HERE / "pyinstaller"
    packed = _pack_typst(work)
    _run(
        *(
            "-m",
            "PyInstaller",
            "--onefile",
            "--noconfirm",
            "--clean",
            "--log-level=WARN",
            "--name=ryggkompis",
        ),
        *(f"--icon={ROOT / 'desktop' / 'ryggkompis.ico'}", f"--distpath={PROGRAM.parent}"),
        *(f"--workpath={work}", f"--specpath={work}"),
        *(f"--add-data={packed}{os.pathsep}.", *PARTS, *STRIPPED, "tools/executable/start.py"),
    )
    listed = subprocess.run([PYTHON, "tools/sbom.py"], cwd=ROOT, check=True, capture_output=True)
    PROGRAM.with_name("ryggkompis.cdx.json").write_bytes(listed.stdout)
    size = PROGRAM.stat().st_size / 1_000_000
    print(f"{PROGRAM.relative_to(ROOT)}: {size:.0f} MB, starts in {_start():.1f} s")


def _start() -> float:
    """Give the seconds from the call to the answer, when the disk has the file at hand."""
    subprocess.run([PROGRAM, "--version"], check=True, capture_output=True)
    begun = perf_counter()
    subprocess.run([PROGRAM, "--version"], check=True, capture_output=True)
    return perf_counter() - begun


def _pack_typst(work: Path) -> Path:
    """Give the typesetter in a file of its own, as it was installed."""
    asked = subprocess.run(
        [PYTHON, "-c", "import typst; print(typst.__file__)"], check=True, capture_output=True, text=True
    )
    folder = Path(asked.stdout.strip()).parent
    packed = work / "typst.zip"
    packed.parent.mkdir(exist_ok=True)
    with ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                target.write(file, file.relative_to(folder.parent))
    return packed


def _run(*arguments: str) -> None:
    subprocess.run([PYTHON, *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this may have an older one
        sys.exit("Ryggkompis needs Python 3.11 or newer.")
    try:
        main()
    except subprocess.CalledProcessError:
        sys.exit("It could not be built; the lines above say why. Is this machine on the network?")
