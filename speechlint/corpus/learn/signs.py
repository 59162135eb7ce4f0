"""What in a line speaks for a site, and what for a document: words and forms, looked at without their surroundings."""

from __future__ import annotations

import re

# The words of a line as `keys.py` writes them: digits are #, and a sign that is no wildcard has a backslash.
_TOP = "com|cn|net|org|cc|top|vip|xyz|info|site|club|edu|gov"
ADDRESS = re.compile(
    rf"(?:https?://|www\s?[.．。])[!-~]{{3,}}|[A-Za-z0-9#-]{{2,30}}\s?[.．]\s?(?:{_TOP})(?![A-Za-z])(?:/[!-~]*)?"
    r"|(?:QQ|qq|扣扣|微信|VX|vx|V信|企鹅)(?:交流)?(?:群|号|账号)?\s?[:：]?\s?(?:[A-Za-z]*#|[A-Za-z][A-Za-z0-9#_-]{4,})",
    re.IGNORECASE,
)
# 电网, 联网, 上网, 一张网 and 网络, 网格 are matters that speeches are about.
NAME = re.compile(
    "网(?<![电管路水渔联上入并法铁张光渠农物组布织铺天地官]网)(?:站(?!建设))?"
    "(?![上络格点民友红约购吧银信管箱兜眼线速开状页易站])"
    "|文库|文秘|范文|公文(?:驿站|社|坊|圈|宝|通|吧|库|资源)|之家(?![庭])|论坛(?=[^上会])|公众号|小程序|贴吧|博客|微博"
    "|题库|课件|笔杆|老秘|稿库|文稿库|资料库|素材库|资源库|知识星球|文档(?=下载|分享|中心|大全|库)"
    "|书童|秘书(?:圈|堂|帮|吧|家园)|写作(?:圈|吧|帮|社|坊)"
)
ACT = re.compile(
    "下载|转载|原创|收集整理|搜集整理|整理(?:发布|提供|编辑|上传)|上传|投稿|点击|扫码|二维码|关注|订阅|会员|VIP|vip|充值"
    "|付费|免费|收藏|浏览|更多|精彩|尽在|欢迎访问|客服|加群|版权|侵权|侵删|必究|仅供"
    "|本文(?:由|来自|来源|转自|选自|摘自|出自|地址|链接)|来源[:：]|转自|摘自|(?:责任)?编辑[:：]|上一篇|下一篇"
    "|相关(?:文章|推荐|阅读)|猜你喜欢|返回(?:顶部|首页|列表)|打印本页|关闭窗口|首页|热门|推荐阅读|阅读(?:全文|原文|量)"
    "|点赞|搜索|本站|小编|网友|发布者|上传者|浏览次数|字号|当前位置"
)
# Whoever has a public address speaks for a public body.
PUBLIC = re.compile(r"\.(?:gov|edu|mil)(?:\.|\b)|政务|政府网|人大网|政协网")

_NUMERAL = "[一二三四五六七八九十百千零〇○#]"
_BODIES = (
    "委员会|人民政府|政府|办公室|办公厅|委|局|厅|部|院|处|科|站|所|中心|公司|集团|总公司|学校|大学|协会|联合会|总工会"
    "|支部|党组|常委会|代表大会|政协|人大|法院|检察院|街道|乡|镇|县|市|省|区|村|社区"
)
_GENRES = (
    "讲话|发言|致辞|致词|贺词|报告|总结|通知|通报|意见|方案|公告|公报|决定|决议|请示|批复|纪要|规定|办法|条例|要点|计划"
    "|规划|主持词|演讲|汇报|倡议书|函|稿|提纲|说明"
)
_OFFICES = (
    "书记|主任|市长|县长|区长|省长|镇长|乡长|局长|厅长|部长|处长|科长|院长|校长|主席|秘书长|总理|董事长|经理|会长"
    "|委员长|司令员?|政委"
)
_FIELDS = (
    "附件|抄送|主送|抄报|签发|承办|联系人|联系电话|联系方式|电话|传真|邮编|地址|时间|地点|主持人?|出席|列席|参加|记录"
    "|发言人|讲话人|主题词|印发|特此|此件|以上"
)
_ADDRESSED = "同志|朋友|女士|先生|代表|委员|来宾|乡亲|同学|老师|领导|嘉宾|战友|家长"
_CLOSING = "谢谢|感谢|致谢|敬礼|完毕|讲完了|到此结束|祝\\S{1,4}|快乐|胜利|成功|健康|如意|辛苦了"
_REMARKS = "掌声|鼓掌|笑声|录音|审阅|审定|记录|摘要|节选|全文|发布|公开|通过|讲话|发言|日|会议|大会|略"
# Greetings, thanks, headings, signatures, dates, what stands at the head and foot of every official document.
FORMULA = re.compile(
    rf"(?:(?:尊敬|敬爱|亲爱)的|各位|{_ADDRESSED}).{{0,40}}[:：！!]?"
    r"|.{0,30}(?:同志们|朋友们|同学们|代表们|委员们|乡亲们|各位\S{2,4})[:：！!，]?"
    rf"|.{{0,24}}(?:{_CLOSING}).{{0,12}}[。！!]?"
    rf"|第\s?{_NUMERAL}{{1,5}}\s?(?:-\s?#\s?)?[章节条款部项点].*|{_NUMERAL}{{1,5}}[、.．，].*"
    rf"|[（(]{_NUMERAL}{{1,4}}[)）].*|{_NUMERAL}{{1,3}}[是要].*|(?:首先|其次|再次|最后|附).*"
    rf"|[（(\[【]?{_NUMERAL}{{1,6}}年(?:{_NUMERAL}{{1,3}}月)?(?:{_NUMERAL}{{1,3}}[日号])?.{{0,6}}[)）\]】]?"
    rf"|(?:{_FIELDS}).*"
    rf"|.{{0,40}}(?:{_BODIES})(?:{_NUMERAL}{{1,6}}年.*)?"
    rf"|.{{0,60}}(?:{_GENRES})(?:稿|提纲)?[)）]?"
    rf"|.{{0,16}}(?:{_OFFICES})(?:\s?\S{{1,4}}){{0,4}}"
    rf"|[（(].{{0,30}}(?:{_REMARKS})[)）]"
    r"|[一-鿿]\s?[一-鿿](?:\s?[一-鿿]){0,2}"
)


def is_formula(words: str) -> bool:
    """Whether the line has the form of something that many documents have in common."""
    return FORMULA.fullmatch(words) is not None
