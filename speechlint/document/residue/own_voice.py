"""What tells a writer's sentence from a site's notice where both use the same words: 企业登录后可查看政策全文."""

from __future__ import annotations

from collections.abc import Sequence

from speechlint.document.residue.clues import Hit
from speechlint.document.residue.units import Unit
from speechlint.document.residue.words.parts import GATHERED
from speechlint.document.residue.words.parts import words as listed
from speechlint.text.pattern import Pattern
from speechlint.text.words import holds_any, last_of

# Kinds of residue whose words a regulation, a plan or a report may need.
_SPOKEN = frozenset(
    (
        "ad-block",
        "disclaimer",
        "editor-boilerplate",
        "forum-noise",
        "paywall",
        "unfinished-notice",
        "use-prohibition",
    )
)
_DOORS = frozenset(("paywall", "unfinished-notice"))
# Who does it, and how, up to the words of the clue: a site speaks to 您 and of its 会员 and 用户, and never of these.
_SUBJECT = Pattern(
    r"(?<!本)(?P<who>企业|供应商|投标人|竞买人|采购人|代理机构|读者|公众|市民|居民|村民|群众|职工|师生|学员|考生|学生|家长|申请人|申报人|当事人|纳税人|参保人|办事人|客户"
    r"|商户|经营者|运营者|开发者|单位|部门|机构|机关|学校|医院|图书馆|档案馆|平台|网站|律师|教师|记者|代表|委员|干部|党员|人员|队员|志愿者)"
    r"(?:可以?|均|都|也|能够?|应|须|需|要|凭[^，。]{1,6}|持[^，。]{1,6}|登[录陆入]|注册|实名|认证|通过|在线?|使用|后|即|自行|直接|免费|随时|扫码|点击|平台|系统|网站|提供|不设置|不得|未经[^，。]{2,4})*"
)
# One who is on the site need not be told to go there.
_ELSEWHERE = Pattern(
    r"(?<![请先需])(?:登录|登陆|登入|访问|进入|打开)(?!本|我们|此)[^，,。；;本]{0,12}?(?:网站|官网|平台|系统|门户|客户端|小程序|服务网|[Aa][Pp]{2})"
)
# The sentence speaks of such notices, of their numbers, or warns of them.
_DISCUSSED = listed(
    "的说法|字样|等方式|等形式|等手段|法律依据|谨慎|诈骗|防骗|反诈|陌生|未经核实|不实|谣言|投诉量|投诉件|投诉举报|同比|环比|却是|意见很大|的设计|诱导|警惕|推销|误导|陷阱|套路|乱象"
    "|”一职|」一职|』一职|小编一职|岗位要求|等表述|等版权|等声明|等提示"
)
# What a norm says, and no notice.
_NORM = Pattern(r"应当|不得以|不得(?:未经|设置|诱导|强制|收取|将|要求)|的[，,](?:应|不得|由|可|须)")
_ARTICLE = Pattern(r"\s*第[一二三四五六七八九十百零0-9]+条[ \u3000]")
# What a notice calls people to do.
_CALLED_TO = listed(
    "投票|报名|填报|申报|预约|竞赛|问卷|调查|答题|招标|采购文件|磋商|竞价|比选|投标|开标|国家反诈|准考证|请各|各单位|各科室|各部门|各地|各村|下期|续刊|连载|各级|结合实际|办事指南|电子证照"
)
# The account of a public body, named in quotation marks.
_PUBLIC_ACCOUNT = Pattern(
    r"[“「『\"‘][^”」』\"’]{0,12}(?:发布|工会|政务|政府|日报|晚报|早报|融媒|融媒体|党建|机关|人社|税务|公安|教育|卫健|应急|团委|共青团|妇联|检察|法院|网信|文旅|消防|交警|职工之家|气象"
    r"|疾控|医保|人大|政协|纪检监察|科协|社区|街道)[”」』\"’]"
)
# The words of the notice are the subject of the sentence: 点击加载更多，是…….
_TOPIC = Pattern(
    r"(?:出处|来源|作者)?(?:的(?:要求|规定|做法|提示|习惯|意识))?[”」』]?[，,]?(?:这|那)?(?:就|也|都|只|便|不)?是(?!否)"
)
# A government's release names the official and the day, or an office that sites of the mainland do not write of.
_RELEASED = Pattern(
    r"以下[是为][^。！？!?\n]{0,20}?(?:(?:行政长官|特首|[司署]长|总统|立法会|立法院|立委)"
    r"|(?:[局部院厅处县市省]长|主席|议员|专员|发言人)[^。！？!?\n]{0,8}?(?:[今昨][日天早晚午]|[（(][^）)。]{1,3}月[^）)。]{1,3}日))"
    r"[^。！？!?\n]{0,40}(?:致[辞词]|演[辞词]|发言|讲话|谈话|声明|答[复覆问])"
)
_GATHERED = (*listed(GATHERED), "大家", "欢迎", "小编")
_MEMBERS = ("会员", "用户", "VIP", "vip")
_FRONT = 24
# Enough against any one clue, and against two that are not decisive.
MUCH = 8


def speaks_for_writer(text: str, unit: Unit, hits: Sequence[Hit], kind: str) -> int:
    """Points for the unit being the writer's own. `text` is in simplified characters."""
    if kind not in _SPOKEN or not hits:
        return 0
    first, last = min(hit.start for hit in hits), max(hit.end for hit in hits)
    start, end = unit.inner
    # Words of an earlier clause may be the draft's, with the notice glued to them.
    front = max(start, last_of("，,、；;：:。", text, start, first) + 1, first - _FRONT)
    words = text[front:end]
    if holds_any(words, _DISCUSSED) or _NORM.search(words) or _TOPIC.match(text, last, end):
        return MUCH
    if (kind in _DOORS and _names_subject(text, start, hits)) or _ARTICLE.match(text, start, first):
        return MUCH
    if kind == "editor-boilerplate" and _RELEASED.match(words) and not holds_any(words, _GATHERED):
        return MUCH
    if kind in _DOORS and (holds_any(words, _CALLED_TO) or _ELSEWHERE.search(words)):
        return MUCH
    if kind == "use-prohibition" and "结合实际" in words:
        return MUCH
    return MUCH if kind == "ad-block" and _PUBLIC_ACCOUNT.search(words) else 0


def _names_subject(text: str, start: int, hits: Sequence[Hit]) -> bool:
    """Whether a clause names who does what one of the clues says, right before it."""
    for hit in hits:
        front = max(start, hit.start - _FRONT)
        for match in _SUBJECT.finditer(text, front, hit.start):
            # 企业会员 is one word, and who is meant is a member.
            member = match.end("who") == hit.start and text.startswith(_MEMBERS, hit.start)
            if match.end() >= hit.start and not member:
                return True
    return False
