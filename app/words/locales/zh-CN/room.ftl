### room: the texts of the audience cards that the session writes

room-item = 第 { $n } 项
room-motion = 动议
room-only-discussed = 只议不决
room-raise-hand-first = 发言请先举手
room-roll-call = 正在点名表决
room-result = 表决结果
room-owners-present = 到会业主 { $n }
room-heads = 人数
room-area = 面积
room-heads-n = 人数 { $n }
room-area-n = 面积 { $n }
room-present-n = 到会 { $n }
room-needs = 需 { $n }
room-information = 只作参考
room-area-information = 面积只作参考
room-took-part = { $heads }参加，{ $area }
room-line-half = 赞成过半
room-line-approval = 赞成{ $share }
room-line-turnout = 参加{ $share }
room-cost = 费用方案
room-total = 总额
room-subsidy = 补贴
room-shared-by = { $households }分摊
room-yuan = 元
room-yuan-each = 元/户
room-stairs = { $stairs }单元 { $households }
room-stair-join = 、
room-such-as = 如 { $door }
room-decisions = 宣读今晚结论
room-correct-us = 有不对的请举手

page-yes = 是
page-no = 否
