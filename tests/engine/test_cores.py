"""How many processors a process may use."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechlint.engine.cores import cores, quota


@pytest.mark.parametrize(
    ("groups", "files", "wanted"),
    [
        ("0::/", {}, None),
        ("0::/", {"cpu.max": "max 100000"}, None),
        ("0::/", {"cpu.max": "150000 100000"}, 2),
        ("0::/job", {"job/cpu.max": "max 100000", "cpu.max": "400000 100000"}, 4),
        ("0::/job/step", {"job/step/cpu.max": "800000 100000", "job/cpu.max": "50000 100000"}, 1),
        ("0::/../else", {"cpu.max": "300000 100000"}, 3),
        (
            "3:cpu,cpuacct:/job\n1:memory:/job",
            {"cpu/job/cpu.cfs_quota_us": "200000", "cpu/job/cpu.cfs_period_us": "100000"},
            2,
        ),
        ("3:cpu:/", {"cpu/cpu.cfs_quota_us": "-1", "cpu/cpu.cfs_period_us": "100000"}, None),
        ("3:cpu:/", {"cpu/cpu.cfs_quota_us": "200000"}, None),
        ("0::/", {"cpu.max": "nonsense"}, None),
        ("0::/", {"cpu.max": ""}, None),
        ("nonsense", {"cpu.max": "100000 100000"}, 1),
    ],
)
def test_quotas_of_control_groups(groups: str, files: dict[str, str], wanted: int | None, tmp_path: Path) -> None:
    limits = tmp_path / "limits"
    for name, content in files.items():
        (limits / name).parent.mkdir(parents=True, exist_ok=True)
        (limits / name).write_text(content + "\n", encoding="ascii")
    listed = tmp_path / "cgroup"
    listed.write_text(groups + "\n", encoding="utf-8")
    assert quota(listed, limits) == wanted


def test_without_control_groups(tmp_path: Path) -> None:
    assert quota(tmp_path / "none", tmp_path) is None
    assert cores() >= 1
