"""Characters that are not what they look like: what is found, what is mended, and what stays silent."""

from __future__ import annotations

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.formats.registry import format_for
from speechlint.formats.source import Source

RULES = (
    "script/fullwidth-alnum",
    "script/homoglyph",
    "script/invisible-char",
    "script/mojibake",
    "script/private-use-or-replacement",
    "script/radical-or-compat",
    "script/variant-glyph",
)
FAMILY = Linter(Config(select=RULES))
EVERYTHING = Linter(Config())


def source(text: str, filename: str) -> Source:
    return format_for(filename).reparse(Source("", filename), text)


def found(text: str, filename: str = "draft.txt", linter: Linter = FAMILY) -> tuple[Diagnostic, ...]:
    return linter.check(source(text, filename)).kept


def seen(text: str, filename: str = "draft.txt", linter: Linter = FAMILY) -> list[tuple[str, str]]:
    return [(each.rule.partition("/")[2], each.span.of(text)) for each in found(text, filename, linter)]


def mended(text: str, level: Applicability = Applicability.SAFE) -> str:
    return fix_source(FAMILY, source(text, "draft.txt"), level).source.text


# What stands in the draft; the rule and the words that it marks; the text after the safe fixes.
DAMAGED = [
    ("县\u2f24常委会听取\u2f2f作报告。", [("radical-or-compat", "\u2f24"), ("radical-or-compat", "\u2f2f")], "县大常委会听取工作报告。"),
    ("\u2ee2力全开，\u2edb雨兼程。", [("radical-or-compat", "\u2ee2"), ("radical-or-compat", "\u2edb")], "马力全开，风雨兼程。"),
    ("一、\u2f2f会经费\r\n二、女\u2f2f权益", [("radical-or-compat", "\u2f2f")] * 2, "一、工会经费\r\n二、女工权益"),
    ("農村\uf9f4地承包", [("radical-or-compat", "\uf9f4")], "農村林地承包"),
    ("\u2f00、\u2f06、三号泵站", [("radical-or-compat", "\u2f00"), ("radical-or-compat", "\u2f06")], "一、二、三号泵站"),
    ("闸口\ue863值班员", [("private-use-or-replacement", "\ue863")], "闸口\ue863值班员"),
    ("\uf0b7 备足沙袋", [("private-use-or-replacement", "\uf0b7")], "\uf0b7 备足沙袋"),
    ("附件\ufffd.doc", [("private-use-or-replacement", "\ufffd")], "附件\ufffd.doc"),
    ("泵站\ufffd\ufffd\ufffd\ufffd已检修。", [("private-use-or-replacement", "\ufffd" * 4)], "泵站\ufffd\ufffd\ufffd\ufffd已检修。"),
    ("开通АТM机", [("homoglyph", "А"), ("homoglyph", "Т")], "开通ATM机"),
    ("安装Wі-Fi热点", [("homoglyph", "і")], "安装Wi-Fi热点"),
    ("型号ВX-200、РМ2.5", [("homoglyph", "В")], "型号BX-200、РМ2.5"),
    ("二ООО年建成", [("homoglyph", "О")] * 3, "二〇〇〇年建成"),
    ("二〇一О年建成", [("homoglyph", "О")], "二〇一〇年建成"),
    ("20О8年建成", [("homoglyph", "О")], "2008年建成"),
    ("第ニ，抓好巡查。", [("homoglyph", "ニ")], "第ニ，抓好巡查。"),
    ("職エ代表大會", [("homoglyph", "エ")], "職エ代表大會"),
    ("泵站丶涵闸丶堤防", [("homoglyph", "丶"), ("homoglyph", "丶")], "泵站丶涵闸丶堤防"),
    ("巿长、城巿，祝褔", [("homoglyph", "巿"), ("homoglyph", "巿"), ("homoglyph", "褔")], "巿长、城巿，祝褔"),
    ("刋登于笫五期", [("homoglyph", "刋"), ("homoglyph", "笫")], "刋登于笫五期"),
    ("抓好‚泵站‛检修", [("homoglyph", "‚"), ("homoglyph", "‛")], "抓好“泵站”检修"),
    ("自２０１９年起，2020年止。", [("fullwidth-alnum", "２０１９")], "自2019年起，2020年止。"),
    ("ＧＤＰ增速6%", [("fullwidth-alnum", "ＧＤＰ")], "GDP增速6%"),
    ("下降３．２％，合8%", [("fullwidth-alnum", "３．２％")], "下降3.2%，合8%"),
    ("５Ｇ基站", [("fullwidth-alnum", "５Ｇ")], "5G基站"),
    ("泵\u200b站检修", [("invisible-char", "\u200b")], "泵站检修"),
    ("泵站\u200e（东）", [("invisible-char", "\u200e")], "泵站（东）"),
    ("目\x07录", [("invisible-char", "\x07")], "目录"),
    ("第一段\x0b第二段", [("invisible-char", "\x0b")], "第一段\x0b第二段"),
    ("泵站\u2028检修", [("invisible-char", "\u2028")], "泵站\u2028检修"),
    ("泵站\U000e0041检修", [("invisible-char", "\U000e0041")], "泵站检修"),
    ("泵\xad站", [("invisible-char", "\xad")], "泵站"),
    ("鍏ㄥ尯闃叉睕浼氳", [("mojibake", "鍏ㄥ尯闃叉睕浼氳")], "鍏ㄥ尯闃叉睕浼氳"),
    ("会上说：锟斤拷。", [("mojibake", "锟斤拷")], "会上说：锟斤拷。"),
    ("ç®¡ç½‘æ”¹é€ å®Œæˆ", [("mojibake", "ç®¡ç½‘æ”¹é€ å®Œæˆ")], "ç®¡ç½‘æ”¹é€ å®Œæˆ"),
    ("泵站????检修", [("mojibake", "????")], "泵站????检修"),
    ("従来的做法，毎月一次", [("variant-glyph", "従"), ("variant-glyph", "毎")], "从来的做法，每月一次"),
    ("検査設備，這是大會的決議。", [("variant-glyph", "検")], "檢査設備，這是大會的決議。"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "after"), DAMAGED, ids=[row[0] for row in DAMAGED])
def test_damaged_text(text: str, wanted: list[tuple[str, str]], after: str) -> None:
    assert seen(text) == wanted
    assert mended(text) == after
    assert mended(after) == after


RIGHT = [
    "工会、人大、长江、民生、风雨、马力", "山﨑先生（東京）", "“⺮”字头、“⼯”字旁各写三遍", "部首⺡表示水", "〇、𠮷、㙍、䶮都是字",
    "𫖯首甘为孺子牛", "●查堤■查闸◆查泵★查井", "➢ 一是查堤", "√已办　×未办", "□同意　□不同意", "α值与β值、γ射线、Ω与kΩ", "μm、μg/L、Δt、Σ",
    "TGF-β与IFN-γ", "χ²检验，P<0.05", "ρV与hν", "俄文МЧС、Союз-МС、СССР", "Μ型与Π型", "二〇二五年一月", "二○二五年一月", "O2O、H2O、CO2、AO史密斯",
    "ISO9001与GB/T 9704", "カラオケ与サービス", "ニュース、エネルギー、ロボット", "の字形", "注音ㄅㄆㄇ、ㄧㄨㄩ", "一丨丿丶乛五种笔形", "丶是点",
    "2025年5月1日", "A组、B组、5G、PM2.5", "①②③ⅠⅡⅢ⑴⒈", "ＸＸ市ＸＸ局", "ｘｘ同志", "1．加强领导",
    "👨‍👩‍👧家庭、❤️、1️⃣、🏳️‍🌈", "🏴󠁧󠁢󠁥󠁮󠁧󠁿旗", "نۇرلۇق‌كەلگۈسى", "ᠮᠣᠩᠭᠣᠯ᠎ᠠ", "क्‍षेत्र", "渡\U000e0100边", "表头\t数量", "前页\n\f后页",
    "烫伤、滚烫、熨烫", "屯田、屯兵、皇姑屯", "修葺、葺屋", "锟铻剑", "斤拷", "涓滴、涓涓", "陈宸、王骞、鍾馗", "真的吗???大家说", "为什么???因为没查",
    "café、naïve、München", "São Paulo、Málaga", "25°C、±3、3×4、½", "£5、¥8、€9、§3", "对策、步行、户籍、图书", "田沢先生、広瀬女士", "「対策」と「歩行」を",
    "国家、学校、会议、来宾、条例、党章", "沙家浜、横浜路", "群眾、裡面、為了、峰會、線上", "羣衆、裏面、爲了、峯會", "閱讀、說明、稅收、衛生", "台灣、臺灣",
    "臥室、床位、秘書、痴迷", "乾坤、乾隆、著作、瞭望", "“戸”是日文字形", "《図書》杂志", "徐巿渡海、床笫之间", "‚Wasser‘、低位的‚号",
]  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_right_text_is_left_alone(text: str) -> None:
    assert seen(text) == []
    assert mended(text) == text


def test_the_mark_at_the_beginning_is_no_mistake() -> None:
    report = FAMILY.check(format_for("a.txt").read("渔港\n".encode("utf-8-sig"), "a.txt", None))
    assert report.kept == ()
    assert seen("\ufeff渔港") == []


FULL_WIDTH = "１９９１年完成１２３项，增长６．５％，投入４５０万元。\n"


def test_a_text_in_full_width_digits_keeps_them() -> None:
    assert {each.severity for each in found(FULL_WIDTH)} == {Severity.HINT}
    assert mended(FULL_WIDTH, Applicability.UNSAFE) == FULL_WIDTH


def test_full_width_digits_are_a_house_style_in_traditional_text() -> None:
    text = "本條例自２００８年公佈後施行，縣長應將辦理情形報議會備查，鄉鎮亦同，共12項。"
    assert [(each.severity, each.fix) for each in found(text)] == [(Severity.HINT, None)]


def test_masks_are_left_to_their_own_rules() -> None:
    assert [rule for rule, _ in seen("ＸＸ市召开会议。", linter=EVERYTHING)] == ["latin-mask"]


def test_a_form_that_is_mixed_with_the_other_one() -> None:
    text = "羣眾說：為鄉親辦事，為漁民修港，爲學校鋪路。"
    assert seen(text) == [("variant-glyph", "爲")]
    assert mended(text) == "羣眾說：為鄉親辦事，為漁民修港，為學校鋪路。"


@pytest.mark.parametrize(
    ("was", "read", "whole"),
    [
        ("utf-8", "gb18030", "防汛安全生产"),
        ("utf-8", "cp1252", "管网改造"),
        ("utf-8", "latin-1", "管网改造完成，道路恢复。"),
        ("gb18030", "latin-1", "管网改造完成，道路恢复。"),
        ("gb18030", "cp1252", "防汛安全生产"),
        ("utf-8", "latin-1", "管網改造完成，道路恢復。"),
    ],
)
def test_mojibake_is_read_anew(was: str, read: str, whole: str) -> None:
    text = f"会议照开。\n{whole.encode(was).decode(read)}\n散会。\n"
    assert mended(text) == text
    assert mended(text, Applicability.UNSAFE) == f"会议照开。\n{whole}\n散会。\n"


# Nothing is said twice: what another rule has to say of the spot, it says alone.
TOGETHER = [
    ("水\u200b库\u200c工地", ["watermark/invisible-fingerprint"] * 2),
    ("水\u200b\u202d库\u200c工地", ["script/invisible-char"] * 3),
    ("水\u200b库工地", ["script/invisible-char"]),
    ("严肃查处贪\ufffd受贿行为。", ["redaction/scrubbed-word"]),
    ("严肃查处贪\ufffd\ufffd\ufffd\ufffd受贿行为。", ["script/private-use-or-replacement"]),
    ("会上说锟斤拷\ufffd锟斤拷。", ["script/mojibake"]),
    ("防汛会▒议照开。", ["watermark/anti-copy-noise"]),
    ("请□□市□□局办理。", ["placeholder/symbol-mask"] * 2),
    ("由口口口同志主持。", ["redaction/tofu-box"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rules"), TOGETHER)
def test_two_rules_never_report_one_spot(text: str, rules: list[str]) -> None:
    report = EVERYTHING.check(source(text, "draft.txt"))
    assert [each.rule for each in report.kept if not each.rule.startswith(("truncation", "punctuation"))] == rules


def test_code_in_markdown_is_left_alone() -> None:
    text = "正文⼯会。\n\n```\n⼯ ２０２５ Аpp \u200b\n```\n`Ａ１` 完。\n"
    assert seen(text, "draft.md") == [("radical-or-compat", "⼯")]


def test_messages_say_what_it_is_and_what_should_stand_there() -> None:
    (finding,) = found("各级⼯会")
    assert finding.message == "“⼯”（U+2F2F）是部首，不是汉字，应为“工”"
    (finding,) = found("推广Аpp")
    assert finding.message == "“А”是西里尔字母（U+0410 CYRILLIC CAPITAL LETTER A），这里应为“A”（U+0041）"
    (finding,) = found("泵\u200b站")
    assert finding.message == "U+200B 是看不见的零宽字符，应删去"
