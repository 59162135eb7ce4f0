"""What looks like a defect and is none: silent, and untouched by every fix, byte for byte."""

from __future__ import annotations

import re

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Applicability
from speechlint.formats.registry import format_for
from speechlint.formats.source import Source

# Each stands alone as a document. (name, text, file name, preset)
SILENT = [
    ("a plan called ×", "加快实施“数据要素×”行动，让数据在更多场景用起来。", "a.txt", "gongwen"),
    ("a plan called ×, bare", "全市启动数据要素×三年行动，首批落地十二个场景。", "a.txt", "gongwen"),
    ("round the clock", "热线实行7×24小时值守，群众来电随时有人接听。", "a.txt", "gongwen"),
    ("a relay", "女子4×100米接力队刷新了赛会纪录。", "a.txt", "gongwen"),
    ("X-rays", "镇卫生院新购一台X射线机，体检新增X光检查。", "a.txt", "gongwen"),
    ("an axis", "图中X轴表示月份，Y轴表示产量。", "a.txt", "gongwen"),
    ("chromosomes", "该病与X染色体有关，XX染色体携带者症状较轻。", "a.txt", "gongwen"),
    ("5G-A", "园区率先完成5G-A网络覆盖，支持低空巡检。", "a.txt", "gongwen"),
    ("union members", "工会会员已达两万人，会员普惠活动全年开展。", "a.txt", "gongwen"),
    ("members in a statute", "会员享有选举权、被选举权和表决权。会员退会应当书面通知本会。", "a.txt", "gongwen"),
    ("QQ in the news", "公司推出的QQ阅读服务累计用户突破百万。", "a.txt", "gongwen"),
    ("a news report's 某市", "记者从有关部门获悉，南方某市近日遭遇强对流天气，未造成人员伤亡。", "a.txt", "gongwen"),
    ("case style", "被告人张某某因犯盗窃罪被判处有期徒刑。李某与王某系同乡。", "a.txt", "gongwen"),
    ("a space after the article", "第一条　为了规范防汛物资管理，制定本办法。\n第二条　本办法适用于全县。", "a.txt", "gongwen"),
    ("a name of two characters", "主　席　李　强\n副主席　王　敏", "a.txt", "gongwen"),
    ("bold in Markdown", "这里是**重点内容**，设 `x` 与 `X` 为变量，共 n 项。", "a.md", "gongwen"),
    ("unknowns in Markdown", "令 X 表示样本数，`n` 为轮次，*X* 取整数。", "a.md", "gongwen"),
    ("dots at the end of a line", "他望着远处的灯火，久久没有说话……\n风从江面上吹过来……\n谁也没有先开口。", "a.txt", "gongwen"),
    ("note marks", "据县志记载⑴，此渠始建于清末〔１〕，民国时重修〔２〕。", "a.txt", "gongwen"),
    ("ratings", "服务满意度评定为★★★★★，连续三年居全市首位。", "a.txt", "gongwen"),
    ("check boxes", "是否参保：□是　□否\n婚姻状况：□未婚　□已婚", "a.txt", "gongwen"),
    ("models", "引进BX-20型泵车两台，歼-20、C919模型同场展出。", "a.txt", "gongwen"),
    ("brands", "SpaceX与多家企业参展，现场可用iOS和安卓系统预约，O2O服务同步上线。", "a.txt", "gongwen"),
    ("sizes", "工作服备有XL、XXL两种尺码，请各班组按需领取。", "a.txt", "gongwen"),
    ("an unknown", "解方程时，设X为所求人数，方程中的“X”是未知数。", "a.txt", "gongwen"),
    ("a multiplication", "场地长20×30米，按3×5排列共十五个展位。", "a.txt", "gongwen"),
    ("an address of an office", "申请人可登录市政务服务网（www.example.gov.cn）提交材料，也可拨打12345咨询。", "a.txt", "gongwen"),
    ("a legal clause", "未经许可不得转载本网站内容，侵犯著作权的依法承担责任，这是著作权法的要求。", "a.txt", "gongwen"),
    ("an agenda", "时间：2025年3月4日上午9时\n地点：县会议中心三楼\n主持人：县总工会常务副主席陈立新", "a.txt", "gongwen"),
    ("a traditional speech", "各位同仁，大家早安。感謝各位在颱風期間堅守崗位，本府將持續推動「智慧城市」計畫。", "a.txt", "zh-hant"),
    ("a statute in traditional script", "第 1 條\n為保障勞工權益，特制定本辦法。\n第 2 條\n本辦法所稱主管機關：在中央為勞動部。", "a.txt", "zh-hant"),
]  # fmt: skip

# Nothing of severity warning or error; a hint is allowed here.
AT_MOST_A_HINT = [
    ("a masked court that a ruling quotes", "文书抬头应当写明“××中级人民法院”，落款加盖印章。", "a.txt", "gongwen"),
    ("a model title", "公文标题示例：《中共中央　国务院关于××的意见》。", "a.txt", "gongwen"),
]

# A correct official document comes out of every fix as it went in.
OFFICIAL = [
    "国发〔2025〕5号",
    "2025年1月1日",
    "（一）指导思想。坚持统筹兼顾。",
    "1.坚持党的领导。",
    "（1）加强值守。",
    "《中共中央　国务院关于××的意见》",
    "共建“一带一路”倡议",
    "　　今天，我们在这里召开会议。",
    "附件：1.名单\n　　　2.分工表",
    "比尔·某某出席会议！！！",
]


@pytest.mark.parametrize(("name", "text", "file", "preset"), SILENT, ids=[row[0] for row in SILENT])
def test_silent(name: str, text: str, file: str, preset: str) -> None:
    found = [
        (diagnostic.rule, diagnostic.span.of(text))
        for diagnostic in Linter(Config(preset=preset)).check_text(text, file).kept
    ]  # type: ignore[arg-type]
    assert found == []


@pytest.mark.parametrize(("name", "text", "file", "preset"), AT_MOST_A_HINT, ids=[row[0] for row in AT_MOST_A_HINT])
def test_at_most_a_hint(name: str, text: str, file: str, preset: str) -> None:
    found = Linter(Config(preset=preset)).check_text(text, file).kept  # type: ignore[arg-type]
    assert [diagnostic.rule for diagnostic in found if diagnostic.severity > Severity.HINT] == []


DOCUMENTS = [*OFFICIAL, "\n".join(OFFICIAL), *(row[1] for row in SILENT)]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "gb18030"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_untouched_byte_for_byte(encoding: str, newline: str) -> None:
    told, alone = Linter(Config(encoding="gb18030")), Linter(Config())
    for text in DOCUMENTS:
        # A few bytes of GB18030 may be anything; from a dozen characters on, the encoding is found out.
        linter = told if encoding == "gb18030" and len(re.findall("[一-鿿]", text)) < 12 else alone
        data = text.replace("\n", newline).encode(encoding)
        source = linter.decode(data, "draft.txt")
        assert isinstance(source, Source), source
        outcome = fix_source(linter, source, Applicability.UNSAFE)
        assert outcome.applied == (), text
        assert format_for("draft.txt").render(outcome.source, ()) == data
