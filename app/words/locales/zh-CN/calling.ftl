### calling
# 召集会议：模板、通知期限、会议通知

# 会前提醒
calling-period = 会前 { $days } 天通知，见{ $source }
calling-period-own = 会前 { $days } 天通知，是惯例，没有引用条文
calling-short = 通知晚了 { $short } 天，本该{ $period }。会照样可以开，先问清能不能这样开
calling-missing = 桌边还缺：{ $names }

# 会议通知
calling-title = 关于召开{ $title }的通知
calling-opening = { $community }各位：定于上列时间、地点开会，议程如下，请按时到会；不能到会的，可书面委托他人。
calling-speaking = 发言
calling-votes = 表决
calling-lock = 本通知列出的事项可以表决；通知以后新增的事项只议不决。
calling-invited = 请到会的各方
calling-in-time = 通知期限
calling-day = 发布日期：{ $day }
calling-column-number = 项
calling-column-item = 议什么
calling-column-kind = 怎么办
calling-column-time = 时间

# 模板用不了
template-problem-unreadable = 读不懂这个模板（{ $detail }）
template-problem-bad-id = 编号“{ $detail }”不行，只能用小写字母、数字和连字符
template-problem-no-title = 有一处名称是空的，中文、英文都要写
template-problem-no-item = 里面一项议程也没有
template-problem-bad-number = 分钟数或次数 { $detail } 不对，要在 1 到 600 之间
template-file-problem = { $file }：{ $problem }；没有列出来，改好文件后再看
template-not-saved = 模板没有存下：{ $problem }
