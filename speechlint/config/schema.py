"""The keys of a configuration file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import force_setattr

from speechlint.config.errors import ConfigError

Preset = Literal["gongwen", "zh-hant", "template", "scraped", "strict", "minimal"]
SeverityName = Literal["hint", "warning", "error"]
Lang = Literal["zh", "en"]
Names = tuple[str, ...]


class Words(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """本来就对的词。"""

    allow: Annotated[Names, Meta(title="放行的词", description="这些词本来就对，不作为问题报告。")] = ()
    names: Annotated[Names, Meta(title="专名", description="人名、地名、单位名，原样保留。")] = ()


class Placeholders(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """占位符。"""

    values: Annotated[
        dict[str, str], Meta(title="占位符该填什么", description='如 "X市" = "江城市"；--fix 会照此填入。')
    ] = {}


class Keys(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """The keys that a file, a `--config key=value` and the library's functions share, with their defaults."""

    preset: Annotated[
        Preset,
        Meta(
            title="文稿的种类",
            description="gongwen：简体公文与讲话（默认）；zh-hant：港台繁体；template：留空的样稿、表格；"
            "scraped：从网站收集的文本；strict：全部规则；minimal：只报错误。",
        ),
    ] = "gongwen"
    select: Annotated[Names | None, Meta(title="只查这些", description="规则、类别或 all；不写则由 preset 决定。")] = (
        None
    )
    ignore: Annotated[
        Names, Meta(title="不查这些", description="规则、类别或 all；不论怎样选择，写在这里的都不查。")
    ] = ()
    extend_select: Annotated[Names, Meta(title="另外再查这些", description="规则、类别或 all。")] = ()
    severity: Annotated[
        dict[str, SeverityName], Meta(title="级别", description="改一条规则或一个类别的级别：hint、warning、error。")
    ] = {}
    options: Annotated[
        dict[str, dict[str, Any]],
        Meta(title="规则的选项", description="按规则写；有哪些选项见 speechlint explain 规则。"),
    ] = {}
    per_file_ignores: Annotated[
        dict[str, Names],
        Meta(title="某些文件不查某些规则", description="文件写法同 .gitignore，从配置所在的文件夹算起。"),
    ] = {}
    per_file_select: Annotated[
        dict[str, Names], Meta(title="某些文件只查某些规则", description="对这些文件代替 select；ignore 仍然有效。")
    ] = {}
    exclude: Annotated[Names, Meta(title="不查的文件和文件夹", description="写法同 .gitignore。")] = ()
    include: Annotated[
        Names, Meta(title="只查的文件和文件夹", description="写法同 .gitignore；不写则查全部文稿。")
    ] = ()
    plugins: Annotated[
        Names, Meta(title="插件", description="已安装的插件的入口名（speechlint 组）；只载入写在这里的。")
    ] = ()
    rule_packs: Annotated[
        Names, Meta(title="规则文件夹", description="布局同 rules/；从配置所在的文件夹算起，不得在仓库之外。")
    ] = ()
    baseline: Annotated[
        str | None, Meta(title="已知问题的清单", description="由 speechlint baseline 写成；其中的不再报告。")
    ] = None
    lang: Annotated[Lang, Meta(title="消息的语言")] = "zh"
    encoding: Annotated[str | None, Meta(title="文稿的编码", description="如 gb18030、big5；不写则自动判断。")] = None
    words: Annotated[Words, Meta(title="词语")] = Words()
    placeholders: Annotated[Placeholders, Meta(title="占位符")] = Placeholders()


class ConfigFile(Keys, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """speechlint 的配置。"""

    extend: Annotated[
        str | None,
        Meta(
            title="沿用另一份配置",
            description="从本文件所在的文件夹算起，不得在仓库之外；本文件的键优先，表按条目合并。",
        ),
    ] = None


class Config(Keys, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """One configuration, settled.

    `select` None means the preset's own choice. `root` is the folder that patterns and paths are relative to (None: the
    working folder); `origin` is the file that the configuration was read from.
    """

    root: Path | None = None
    origin: Path | None = None

    def __post_init__(self) -> None:
        """Raise ConfigError for a value of a wrong kind: a slip in a call must not pass for the default.

        Lists and plain dicts are taken for what they stand for: `words={"allow": ["…"]}`.
        """
        for name, known in (("preset", get_args(Preset)), ("lang", get_args(Lang))):
            value = getattr(self, name)
            if value not in known:
                raise ConfigError(
                    f"{name} = {value!r} 不认识，可用 {'、'.join(known)}。",
                    f"{name} = {value!r} is not known. Allowed: {', '.join(known)}.",
                )
        given = {key: getattr(self, name) for name, key in _KEYS.items()}
        try:
            keys = msgspec.convert(given, Keys)
        except msgspec.ValidationError as error:
            raise ConfigError(f"配置的值不能用：{error}。", f"a value cannot be used: {error}.") from error
        for name in _KEYS:
            force_setattr(self, name, getattr(keys, name))


_KEYS = dict(zip(Keys.__struct_fields__, Keys.__struct_encode_fields__, strict=True))
