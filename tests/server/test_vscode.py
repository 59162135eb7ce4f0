"""The extension for VS Code: built as docs/editors.md says, and its client tried with node."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from hashlib import blake2b
from pathlib import Path

import pytest

from tests.server.setups import ROOT, TIMEOUT, program, setup_of

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("node")]
EXTENSION = ROOT / "editors" / "vscode"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the extension with the packages that its lock file names; these are downloaded once."""
    npm = program("npm")
    folder = tmp_path_factory.mktemp("vscode") / "editors" / "vscode"
    shutil.copytree(EXTENSION, folder, ignore=shutil.ignore_patterns("node_modules", "*.vsix"))
    kept = _kept(folder)
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as place:
            ready = Path(place) / "ready"
            ready.mkdir()
            for name in ("package.json", "package-lock.json"):
                shutil.copy(folder / name, ready)
            _run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", folder=ready)
            ready.rename(kept)
    (folder / "node_modules").symlink_to(kept / "node_modules", target_is_directory=True)
    return folder


def test_its_client_speaks_with_the_server(built: Path) -> None:
    program("node")
    told = _run("node", "--test", "--test-reporter=tap", folder=built)
    names = [
        name
        for file in sorted((EXTENSION / "test").glob("*.test.js"))
        for name in re.findall(r'^test\("(.+)", ', file.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert len(names) == 9
    passed = re.findall(r"^ *ok [0-9]+ - (.+)$", told, re.MULTILINE)
    assert set(names) <= set(passed), told
    assert "not ok" not in told and "# SKIP" not in told


def test_it_is_built_as_the_page_says(built: Path) -> None:
    into, install, package, _ = setup_of("vscode").strip().split("\n")
    assert (into, install) == ("cd editors/vscode", "npm ci")
    # The packer goes through links; the packages were installed above, as `npm ci` installs them.
    (built / "node_modules").unlink()
    shutil.copytree(_kept(built) / "node_modules", built / "node_modules", symlinks=True)
    _run(*package.split(), folder=built)
    with zipfile.ZipFile(built / "speechlint.vsix") as archive:
        names = set(archive.namelist())
    assert {"extension/extension.js", "extension/client.js", "extension/package.json"} <= names
    assert any(name.startswith("extension/node_modules/vscode-languageclient/lib/node/") for name in names)
    assert not any(name.startswith(("extension/test/", "extension/node_modules/@vscode/vsce/")) for name in names)


def test_its_manifest_says_what_its_code_reads() -> None:
    manifest = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    code = (EXTENSION / "extension.js").read_text(encoding="utf-8")
    properties = manifest["contributes"]["configuration"]["properties"]
    assert {name.removeprefix("speechlint.") for name in properties} == {"path", "preset", "lang"}
    for name in properties:
        assert f'settings.get("{name.removeprefix("speechlint.")}")' in code
    for command in manifest["contributes"]["commands"]:
        assert f'registerCommand("{command["command"]}"' in code
    from speechlint.config.schema import Preset

    assert set(properties["speechlint.preset"]["enum"]) == {"", *Preset.__args__}
    (settings,) = json.loads(setup_of("vscode-settings")).values()
    assert settings == {"source.fixAll.speechlint": "explicit"}


def _kept(extension: Path) -> Path:
    """Where the packages that an extension's lock file names are kept between runs."""
    root = os.environ.get("XDG_CACHE_HOME")
    cache = (Path(root) if root else Path.home() / ".cache") / "speechlint-tests" / "node"
    named = (extension / "package-lock.json").read_bytes() + (extension / "package.json").read_bytes()
    return cache / blake2b(named, digest_size=16).hexdigest()


def _run(*command: str, folder: Path) -> str:
    variables = {**os.environ, "SPEECHLINT": str(Path(sys.executable).with_name("speechlint"))}
    done = subprocess.run(
        command,
        cwd=folder,
        env=variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=3 * TIMEOUT,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout
