### common
product-name = 小方桌
product-motto = 大家的事，坐下来商量

# 标点
list-comma = 、
clause-comma = ，
sentence-end = 。

# 人
name-with-place = { $name }（{ $place }）
name-erased = （已删除）
text-erased = （已删除）

# 选择和立场
choice-yes = 赞成
choice-no = 反对
choice-abstain = 弃权
choice-void = 无效
side-yes = 赞成
side-no = 反对
side-question = 提问
side-neutral = 发言
answer-agreed = 同意
answer-declined = 不同意
answer-not-reached = 还没答复
paid-cash = 现金
paid-transfer = 转账
item-kind-review = 上次议定
item-kind-discussion = 讨论
item-kind-proposal = 讨论、表决
item-kind-procedure = 程序
item-kind-read-back = 宣读
item-number = 第 { $n } 项

# 发言次序和规矩
place-not-spoken = 本项还没发过言
place-spoken-less = 本项说过 { $n } 次，次数少的先说
place-side-yes = 轮到赞成一方
place-side-no = 轮到反对一方
place-hand = { $time } 举手
place-spoken = { $reason }；说过 { $n } 次
talk-rule = 每人 { $span }，每项 { $turns } 次
talk-rule-once = 每人 { $span }，每项 { $turns } 次

# 时间
weekday-monday = 星期一
weekday-tuesday = 星期二
weekday-wednesday = 星期三
weekday-thursday = 星期四
weekday-friday = 星期五
weekday-saturday = 星期六
weekday-sunday = 星期日
month-january = 1
month-february = 2
month-march = 3
month-april = 4
month-may = 5
month-june = 6
month-july = 7
month-august = 8
month-september = 9
month-october = 10
month-november = 11
month-december = 12
moment-date = { $month } 月 { $day } 日
moment-date-year = { $year } 年 { $date }
moment-weekday-date = { $date } { $weekday }
moment-day-time = { $day } { $time }
moment-minute = { $n } 分钟
moment-minutes = { $n } 分钟
moment-seconds = { $n } 秒
moment-minutes-seconds = { $minutes } 分 { $seconds } 秒
moment-late = 晚 { $n } 分钟
moment-early = 早 { $n } 分钟
moment-late-hours = 晚 { $hours } 小时 { $n } 分
moment-early-hours = 早 { $hours } 小时 { $n } 分
moment-on-time = 准时
