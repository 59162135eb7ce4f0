"""Tables of keys that lie over one another: a file, those it extends, and what the command line adds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from speechlint.config.content import empty_content
from speechlint.config.discover import boundary_of, is_inside
from speechlint.config.errors import ConfigError
from speechlint.config.faults import faults
from speechlint.config.place import row_of
from speechlint.config.read import Table, read_table
from speechlint.config.rebase import rebased
from speechlint.config.schema import ConfigFile


class Layer(Struct, frozen=True):
    """Keys from one place: what its paths are relative to, what messages call it, and its text with the table in it."""

    folder: Path
    name: str
    table: Table
    text: str = ""
    section: tuple[str, ...] = ()

    def place(self, *path: str) -> str:
        """The name, with the row that writes the key."""
        row = row_of(self.text, (*self.section, *path)) if self.text else None
        return f"{self.name}:{row}" if row else self.name

    def error(self, path: Sequence[str], zh: str, en: str) -> ConfigError:
        place = self.place(*path)
        return ConfigError(f"{place}：{zh}", f"{place}: {en}")


def read_layers(file: Path) -> list[Layer]:
    """A file's layer behind those of the files that it extends, the farthest first. Raises ConfigError."""
    boundary = boundary_of(file.parent)
    layers: list[Layer] = []
    chain: list[Path] = []
    wanted: Path | None = file
    while wanted is not None:
        found = read_table(wanted)
        layer = Layer(wanted.parent, str(wanted), found.table, found.text, found.section)
        check_layer(layer)
        chain.append(wanted.resolve())
        wanted = _extended(layer, chain, boundary)
        layers.insert(0, replace(layer, table={key: value for key, value in layer.table.items() if key != "extend"}))
    check_packs(layers, boundary)
    check_baselines(layers, boundary)
    return layers


def check_layer(layer: Layer) -> None:
    """Raise ConfigError for the first key that is unknown or has a wrong value."""
    try:
        msgspec.convert(layer.table, ConfigFile)
    except msgspec.ValidationError as error:
        for path, said in faults(layer.table):
            raise layer.error(path, said.zh, said.en) from error
        raise layer.error((), f"{error}。", f"{error}.") from error
    for path, said in empty_content(layer.table):
        raise layer.error(path, said.zh, said.en)


def check_packs(layers: Sequence[Layer], boundary: Path) -> None:
    """Raise ConfigError for a folder of rules that lies outside the boundary, or a file in it that leads there."""
    for layer in layers:
        for name in layer.table.get("rule-packs", ()):
            pack = layer.folder / name
            if not is_inside(pack, boundary):
                raise layer.error(
                    ("rule-packs",),
                    f"rule-packs 里的“{name}”在 {boundary} 之外。规则文件夹须放在里面。",
                    f"{name!r} in rule-packs lies outside {boundary}. Put the folder inside.",
                )
            for entry in (*pack.glob("*"), *pack.glob("*/*.toml")):
                if entry.is_symlink() and not is_inside(entry, boundary):
                    raise layer.error(
                        ("rule-packs",),
                        f"rule-packs 里的“{name}”有链接指向 {boundary} 之外：{entry}。请换成文件本身。",
                        f"a link in rule-packs leads outside {boundary}: {entry}. Put the file itself there.",
                    )


def check_baselines(layers: Sequence[Layer], boundary: Path) -> None:
    """Raise ConfigError for a baseline outside the boundary: `speechlint baseline` would write there."""
    for layer in layers:
        name = layer.table.get("baseline")
        if name is not None and not is_inside(layer.folder / name, boundary):
            raise layer.error(
                ("baseline",),
                f'baseline = "{name}" 在 {boundary} 之外。请放在里面。',
                f'baseline = "{name}" lies outside {boundary}. Put it inside.',
            )


def _extended(layer: Layer, chain: list[Path], boundary: Path) -> Path | None:
    """The file that a layer extends. Raises ConfigError where it is missing, outside the boundary or in the chain."""
    name: str | None = layer.table.get("extend")
    if name is None:
        return None
    said = f'extend = "{name}"'
    if not is_inside(layer.folder / name, boundary):
        raise layer.error(
            ("extend",),
            f"{said} 指向 {boundary} 之外。沿用的配置须放在里面。",
            f"{said} leads outside {boundary}. Put the extended file inside.",
        )
    real = (layer.folder / name).resolve()
    if not real.is_file():
        raise layer.error(
            ("extend",),
            f"{said}：没有文件 {real}。路径从本文件所在的文件夹算起。",
            f"{said}: there is no file {real}. The path starts at this file's folder.",
        )
    if real in chain:
        circle = " → ".join(str(each) for each in (*chain[chain.index(real) :], real))
        raise layer.error(
            ("extend",), f"{said} 绕回了自己：{circle}。删去其中一个 extend。", f"{said} runs in a circle: {circle}."
        )
    return real


def merged(layers: Sequence[Layer], folder: Path) -> Table:
    """The layers as one table, with paths and patterns written for `folder`. A later layer wins key by key; tables are
    merged entry by entry, arrays replaced.
    """
    table: Table = {}
    for layer in layers:
        table = _over(_moved(layer, folder), table)
    return table


def _over(upper: Table, lower: Table) -> Table:
    both = {
        key: _over(value, lower[key])
        for key, value in upper.items()
        if isinstance(value, dict) and isinstance(lower.get(key), dict)
    }
    return {**lower, **upper, **both}


def _moved(layer: Layer, folder: Path) -> Table:
    if layer.folder == folder:
        return layer.table
    table = dict(layer.table)
    for key in ("exclude", "include"):
        if key in table:
            table[key] = [new for old in table[key] if (new := rebased(old, layer.folder, folder)) is not None]
    for key in ("per-file-ignores", "per-file-select"):
        if key in table:
            moved = [(rebased(old, layer.folder, folder), ids) for old, ids in table[key].items()]
            table[key] = {new: ids for new, ids in moved if new is not None}
    if "rule-packs" in table:
        table["rule-packs"] = [str(layer.folder / name) for name in table["rule-packs"]]
    if "baseline" in table:
        table["baseline"] = str(layer.folder / table["baseline"])
    return table
