### rule
# 表决规则说成一句话
rule-more-yes-heads = 赞成的人比反对的多就算通过，一样多不算
rule-more-yes-area = 赞成的面积比反对的大就算通过，一样大不算
rule-more-yes-both = 人数和面积都是赞成的比反对的多就算通过，一样多不算
rule-whole = { $clauses }，才算通过
rule-whole-void-apart = { $clauses }，才算通过，无效票不算参加
rule-clause-join = ，
rule-turnout = 参加的{ $measure }达到{ $base }的{ $share }
rule-approval-more = { $side }的{ $measure }超过{ $base }的{ $share }
rule-approval-least = { $side }的{ $measure }达到{ $base }的{ $share }
rule-approval-most = { $side }的{ $measure }不超过{ $base }的{ $share }
rule-side-yes = 赞成
rule-side-no = 反对
rule-measure-heads = 人数
rule-measure-area = 面积
rule-measure-both = 人数和面积都
rule-base-deciding = 赞成和反对合计
rule-base-participating = 参加表决
rule-base-present = 到会
rule-base-all = 全体
share-half = 一半
share-whole = 全部
share-fraction = { $den }分之{ $num }

# 这次表决算什么
binding-short-deliberation = 协商意见
binding-short-residents = 居民会议决定
binding-short-villagers = 村民（代表）会议决定
binding-short-party = 党内审议意见
binding-short-owners = 业主共同决定
binding-long-deliberation = 协商意见，不具业主大会效力
binding-with-source = { $level }（{ $law }{ $article }）

# 结果的由来
threshold-half = 过半
threshold-half-not = 没过半
threshold-half-not-paper = 未过半
threshold-more = 超过{ $share }
threshold-more-not = 没超过{ $share }
threshold-more-not-paper = 未超过{ $share }
threshold-least = 达到{ $share }
threshold-least-not = 没达到{ $share }
threshold-least-not-paper = 未达到{ $share }
threshold-most = 不超过{ $share }
threshold-most-not = 超过了{ $share }
reason-yes-heads = 赞成{ $threshold }
reason-yes-area = 赞成的面积{ $threshold }
reason-yes-both = 人数、面积都{ $threshold }
reason-no-heads = 反对{ $threshold }
reason-no-area = 反对的面积{ $threshold }
reason-no-both = 反对的人数、面积都{ $threshold }
reason-turnout-heads = 参加的人数{ $threshold }
reason-turnout-area = 参加的面积{ $threshold }
reason-turnout-both = 参加的人数、面积都{ $threshold }
reason-without-abstentions = { $reason }（弃权不计）
reason-area-unknown = 有的面积不详
reason-join = ，

# 还差多少、多出多少
shortfall = 还差 { $amount }
shortfall-turnout = 参加还差 { $amount }
shortfall-yes = 赞成还差 { $amount }
shortfall-no = 反对还差 { $amount }
shortfall-too-many = 反对多了 { $amount }
surplus = 比{ $threshold }多出 { $amount }

rule-problem-unreadable = { $detail }
rule-problem-bad-id = 编号 { $detail } 只能用小写字母、数字和连字符
rule-problem-no-title = 中文和英文的名称都要有
rule-problem-no-approval = 没有写怎样算通过
rule-problem-no-share = { $detail } 不是 0 到 1 之间的比例
rule-problem-never-met = 要求超过 { $detail }，永远达不到
rule-problem-always-met = { $detail } 怎样都会达到，等于没有要求
rule-problem-wrong-way = 赞成只能要求“多于”或“不少于”，反对只能要求“不多于”，参加只能要求“多于”或“不少于”
rule-problem-twice = 同一个数有两道门槛
rule-problem-turnout-of-itself = 参加的比例是拿自己和自己比
rule-problem-present-of-absent = 按到会人数算，可是没到会的也能表决
rule-problem-area-of-body = 成员不在名册上，没有面积可算
rule-problem-secret-area = 无记名票不知道是谁的面积，不能算面积
rule-problem-bad-election = 选举要有席位，只看赞成，不看反对
rule-problem-no-source = 有约束力的决定要写明依据的法律和条款
rule-problem-no-clause = 没收回的票要算参加，须写明条款原文和出处
