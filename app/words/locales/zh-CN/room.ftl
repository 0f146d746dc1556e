### room: the texts of the audience cards that the session writes

room-item = 第 { $n } 项
room-motion = 动议
room-only-discussed = 只议不决
room-raise-hand-first = 发言请先举手
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
room-review = 上次议定的事
room-settled = 会上定下的事
room-nothing-settled = 没有定下什么事
room-goodbye = 散会，谢谢大家
settled-vote = { $verdict }：{ $question }
settled-election = 选出：{ $names }
settled-election-nobody = 没有选出人

page-yes = 是
page-no = 否

# 表决
room-binding-cited = { $level }{ $cited }
room-vote-ahead = 准备{ $method }
room-vote-open = 正在{ $method }
room-vote-again = 重新计票：{ $method }
room-body = 应到 { $all }，实到 { $present }
room-scope-all = { $scope } { $all }
room-scope-present = { $scope } { $all }，到会 { $present }
room-recused = 回避 { $n }
room-proxies = 委托 { $n }
room-came-out-before = 原先公布：{ $before }
room-same-as-before = 重新计票，结果没变
room-turnout-out-of-reach = 就算都表决，参加也还差 { $amount }
room-turnout-lacks = 参加还差 { $n }
room-turnout-enough = 参加已够
room-present-lacks = 到会还差 { $n }
room-present-enough = 到会已够
room-result-again = 重新计票结果
room-took-part-heads = { $heads }参加
room-void = 无效 { $n }，算参加，不算赞成
room-void-apart = 无效 { $n }，不算参加
room-conflicts = 先后不一致 { $n } 起，按第一次算
room-silence = 没交回的 { $n }按{ $article }计入
room-stood-aside = { $n }回避，不计入
room-election-elected = 当选 { $n }
room-election-seats = 应选 { $seats }
room-election-vacant = 应选 { $seats }，空缺 { $vacant } 席
room-election-run-off = 有人同票，要再投一次
room-election-lot = 有人同票，要当众抽签
room-candidate = 候选人
room-candidate-result = 结果

# 休息
room-break = 休息
room-break-until = { $time } 继续
room-break-over =
    休息结束
    请回座位，我们接着开
