"""What every check needs, loaded before the first one."""

from __future__ import annotations

from speechlint.engine.linter import Linter

# A draft with a bit of everything: headings, numbers, dates, quotations, slips, a site's lines. What it leaves out is
# loaded when a draft needs it.
SAMPLE = """\
在全县水利工作会议上的讲话
（2023年4月6日）
同志们：
　　今天这次会议，主要任务是安排部署今年的水利建设。刚才,县水利局的负责同志作了汇报，我都同意。下面，我讲三点意见。
一、提高认识，切实增强责任感
　　去年以来，全县完成渠道清淤３６公里，投资1200万元，同比增长12.5%。但是也要看到，个别乡镇的的工作还不够扎实，
群众对此很有意见。
（一）要抓好落实。要再接再励，做到“三个到位'。
1. 明确责任。各单位要按照职责分工，认认真真地抓、一件一件的办；
3、加强督查。对工作不力的，要严肃追究责任
三、强化保障
　　XX局要会同有关部门，於5月底前拿出方案，确保按期完成。以上意见，请认真贯彻落实。谢谢大家！
来源：本县水务网　责任编辑：　发布时间：2023-04-07 09:30　字号：【大 中 小】　阅读次数：18
第1页 共2页
打印本页　关闭窗口　联系电话：
"""


def warm(linter: Linter) -> None:
    """Load what the checks of this linter will need, so that processes forked from this one need not.

    Plugins see drafts alone, and never this one.
    """
    if not linter.config.plugins:
        linter.check_text(SAMPLE)
