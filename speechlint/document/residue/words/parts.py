"""What several rows have in common."""

# Weight, words, pattern, and words one of which stands near wherever the pattern matches: they are asked first, so that
# a pattern is compiled only where it is likely to match.
Row = tuple[int, str, str] | tuple[int, str, str, str]

HIDE = "省略|隐藏|略去|隐去|删去|删节|屏蔽"
HIDING = r"(?:省略|隐藏|略去|隐去|删去|删节|屏蔽)"
READ_WORDS = "查看|阅读|下载|浏览|复制|观看|显示|获取|继续"
READ = f"(?:{READ_WORDS})"
WHOLE_WORDS = "全文|全部|完整|剩余|余下|更多|本文|文档|文章|正文|内容|原文|隐藏|后续|下文|其余"
WHOLE = f"(?:{WHOLE_WORDS})"
SHOW = r"(?:显示|展示|预览|开放|提供|公开|展现)"
TEXTS = (
    r"(?:范文|发言稿|讲话稿|演讲稿|主持词|文章|资料|材料|文档|内容|总结|心得|稿件|全文|作文"
    r"|模板|句子|文案|例文|样本|致辞|致词|贺词|开幕词|述职|讲话|发言)"
)
GATHERED = "整理|收集|搜集|汇编|编辑|编写|汇总|搜罗|精选|分享|推荐|带来|提供|准备|推送|收录|撰写"
GATHER = f"(?:{GATHERED})"
SITE = r"(?:本站|本网站|本网|网友|用户|会员|小编|网络|互联网|公众号|文库|范文网|文秘网|公文网|[A-Za-z0-9]+网|站长|热心)"
GOODS_WORDS = "资料|材料|范文|素材|文档|模板|公文|讲话稿|文稿|文章|课件|干货|稿件|课程|写作"
GOODS = f"(?:{GOODS_WORDS})"
ACCOUNT = r"(?:微信|QQ|qq|Qq|ＱＱ|V信|v信|薇信|威信|VX|vx|扣扣|企鹅|V：|v：|wx|WX|Wx)"
# An account of a public body or of an association.
PUBLIC_NAME = (
    r"[^\n]{0,14}?(?:工会|发布|政务|政府|委|局|院|校|学|厅|办|中心|日报|融媒|协会|学会|商会|公司|集团|机关|党建|团"
    r"|网信|社区|街道|乡|镇|村)"
)

# What a site says of its files; an office says that a table is to be one: 文档格式为Word，可编辑.
EDITABLE = (
    r"(?:本文|文档)格式为\s?(?i:word|doc)\s?(?:版|文档)?[，,]?\s?(?:下载后?可?以?(?:任意|自由|随意)?|可?以?(?:任意|自由|随意))"
    r"(?:编辑|修改)(?:和?(?:复制|打印|修改))?"
)


def words(bars: str) -> tuple[str, ...]:
    """The words of a text in which bars part them."""
    return tuple(bars.split("|"))
