"""Labels of a web page: fields of its data sheet, buttons, the way through the site. In simplified characters."""

# Fields that only a site has; each is followed by a colon.
SITE_FIELDS = (
    "发布时间 发表时间 更新时间 上传时间 发布人 发布者 上传人 上传者 文档编号 文档ID 文章编号 资源ID 资源编号 下载次数 下载量 "
    "文件大小 文档大小 资源大小 文件格式 文档格式 文件类型 文档类型 浏览次数 浏览量 浏览数 点击数 点击次数 点击率 点击量 阅读次数 阅读量 阅读数 访问次数 访问量 "
    "人气 点击 浏览 录入 录入者 录入时间 所属栏目 文章分类 文档分类 文章作者 文章来源 评论数 点赞数 收藏数 热度 本文字数 全文字数 全文页数 文档页数 总页数 "
    "标签 下载积分 所需积分 资源积分 下载点数 文档热度 信息来源 稿源 发布日期"
).split()
# Fields that agendas, minutes and bulletins have too: two of a page's fields make a data sheet, one does not.
PLAIN_FIELDS = (
    "时间 日期 作者 来源 编辑 责任编辑 责编 字号 字体 字数 栏目 分类 类别 关键词 格式 大小 页数 阅读 评论 回复 收藏 下载 积分 分享 投稿 类型 编号 级别 审核 来源网站"
).split()
NO_AUTHOR = "佚名 未知 不详 网络 本站 网友 admin Admin ADMIN 管理员 匿名 转载 互联网 站长 整理 作者原创 本站原创 网友投稿 本站整理 原创 未命名".split()

# Buttons that no draft names; one of them alone on its line is enough.
SITE_BUTTONS = (
    "正文复制 复制正文 复制全文 复制本文 复制链接 一键复制 返回顶部 返回列表 返回首页 返回上页 返回上一页 收藏本文 收藏本页 加入收藏 收藏本站 打印本页 打印此页 打印本文 打印文章 打印正文 关闭窗口 "
    "关闭本页 关闭此页 关闭页面 我要投稿 我要评论 我要纠错 发表评论 查看评论 网友评论 相关推荐 相关阅读 相关文章 相关范文 相关文档 相关专题 推荐阅读 推荐文章 猜你喜欢 猜您喜欢 热门推荐 热门文章 热门范文 热门标签 "
    "最新文章 最新范文 上一篇 下一篇 上一篇文章 下一篇文章 分享到 分享本文 转发本文 设为首页 网站地图 关于我们 联系我们 我要举报 举报文章 举报文档 立即下载 免费下载 下载文档 下载本文 查看全文 阅读全文 展开全文 "
    "阅读原文 查看更多 加载更多 点击加载更多 换一换 查看原文 点击下载 会员登录 用户登录 免费注册 以稿换稿 在线投稿 全屏阅读 夜间模式 护眼模式 切换繁体 字体大小 字号大小 回到顶部 TOP 版权反馈 文档反馈 意见反馈 本文纠错 还没有账号 忘记密码 顶一下 踩一下 二维码 手机浏览 手机阅读 扫码阅读 语音播报 朗读全文 QQ空间 新浪微博 腾讯微博 微信好友 朋友圈 "
    "你可能还喜欢 您可能感兴趣 您可能感兴趣的文章 你可能感兴趣 大家都在看 看了又看 精彩推荐 编辑推荐 本类推荐 栏目推荐 随机推荐 随机文章 相关搜索 文章评论 最新评论 本周热门 阅读排行 热点排行 资源描述 文档描述 文档简介 文档介绍 资料简介 文件描述 下载说明 下载提示 热门文档 热门资料 热门下载 相关资源 相关资料 相关下载 最新文档 最新资料 为你推荐 为您推荐 暂无评论 取消回复 发表回复 我来说两句 网友点评 快捷登录 登录后评论 下一页 末页 尾页 精品文档 文档预览 在线预览 加入书架 加入书签"
).split()
# Buttons whose words a draft may use: it takes two on a line, or residue beside it.
PLAIN_BUTTONS = (
    "返回 收藏 下载 打印 关闭 分享 点赞 评论 举报 投稿 转发 赞 踩 大 中 小 字体 字号 纠错 微信 微博 QQ 空间 编辑 搜索 登录 注册 首页 尾页 末页 上一页 下一页 顶部 更多 更多>> 展开 收起 复制 相关 纠错 推荐 "
    "关注 顶 A+ A- + - 全文 朗读 手机版 电脑版 繁体 简体 目录 上页 下页 退出 订阅 反馈 正文 字号： 默认 超大"
).split()
# With a colon behind, they open a line that names another page.
OPENERS = (
    "上一篇 下一篇 前一篇 后一篇 上一篇文章 下一篇文章 相关推荐 相关文章 相关阅读 相关范文 相关文档 相关专题 推荐阅读 猜你喜欢 热门推荐 热门文章 延伸阅读 拓展阅读 文章标题 文档标题 本文标题 资料名称 文档名称 分享到 "
    "下载地址 附件下载地址 本文标签 文章标签 上篇 下篇 上一条 下一条 当前搜索"
).split()
# They say where on the site the page stands.
WHEREABOUTS = "当前位置 您的位置 你的位置 您现在的位置 你现在的位置 所在位置 现在位置 当前所在位置 您所在的位置 您当前的位置 您当前位置 当前页面 网站位置".split()
# Links in a site's head.
MENU = "首页 新闻中心 联系我们 关于我们 网站地图 设为首页 加入收藏 会员中心 帮助中心 返回首页 网站首页 范文大全 公文范文 在线投稿 资料下载 下载中心 留言板 客户端 移动版 登录 注册 退出".split()
TRAILS = (
    "首页>",
    "首页 >",
    "首页＞",
    "首页 ＞",
    "首页»",
    "首页 »",
    "首页›",
    "首页 ›",
    "首页>>", "首页→",
    "首页 →",
    "首页-",
    "首页 -",
    "首页/",
    "首页 /",
    "首页|",
    "首页 |",
    "主页>",
    "主页 >",
    "首页 ",
    "首页\t",
)

LABEL_WORDS = tuple(
    dict.fromkeys(
        (
            *(field for field in SITE_FIELDS if len(field) > 2),
            *(f"{field}{colon}" for field in ("人气", "点击", "浏览", "录入", "热度", "稿源") for colon in "：:"),
            *(
                f"{field}{colon}"
                for field in ("作者", "来源", "责任编辑", "责编", "编辑", "栏目", "格式", "字号", "字体", "标签")
                for colon in ("：", ":", " ：", " :")
            ),
            *(button for button in SITE_BUTTONS if len(button) > 2),
            *("打印", "关闭", "收藏", "点赞", "评论", "转发", "返回", "佚名", "繁体", "手机版", "下一页", "A+"),
            *(opener for opener in OPENERS if len(opener) > 2),
            *("上篇：", "下篇：", "上篇:", "下篇:"),
            *WHEREABOUTS,
            *(link for link in MENU if len(link) > 2),
            *TRAILS,
        )
    )
)
