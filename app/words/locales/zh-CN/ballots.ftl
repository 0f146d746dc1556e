### ballots
ballots-list-join = 、
ballots-clause-join = ；

# 开始表决
ballots-rule-old = 旧法
ballots-rule-own = 自定
ballots-rule-superseded = 已由{ $by }取代，{ $date }
ballots-method = 方式
ballots-method-not = { $methods }不能用：{ $why }
ballots-why-written = 规则要书面表决
ballots-why-secret = 规则要无记名投票
ballots-why-open = 规则要记名
ballots-why-area = 规则要算面积，只数人数的不知道是谁的面积
ballots-why-body = 成员不在名册上，只能数人数
ballots-why-election = 选举要逐名表态
ballots-scope = 范围
ballots-due = 应到人数
ballots-present = 实到人数
ballots-seats = 席位
ballots-seats-fixed = 席位 { $n } 个
ballots-candidate = 加一名候选人
ballots-candidates = 候选人（按选票上的次序）
ballots-candidate-drop = 去掉 { $name }
ballots-recused = 回避：{ $name }，{ $reason }
ballots-recuse = 有人要回避…
ballots-recuse-who = 谁回避
ballots-recuse-reason = 回避的原因
ballots-recuse-hint = 如：是清掏公司的股东
ballots-recuse-do = 记下回避
ballots-recuse-who-missing = 请先选定谁回避
ballots-may-vote = 能表决的 { $heads }，{ $area }
ballots-may-vote-heads = 能表决的 { $heads }
ballots-lacks-turnout = 就算都表决，还差 { $amount }才够参加门槛
ballots-lacks-quorum = 还差 { $amount }才够开会
ballots-turnout-reachable = 都表决就够参加门槛
ballots-to-roll = 去名册补面积
ballots-project-rule = 投影规则
ballots-open-roll-call = 开始点名
ballots-open-hands = 开始举手
ballots-open-paper = 开始收票
ballots-open-secret = 开始投票

# 计票
ballots-state = { $method }，{ $level }，{ $time } 开始
ballots-reopened = 重新打开过：原来{ $verdict }；原因：{ $reason }
ballots-answered = 已计 { $answered } 人，最多 { $allowed } 人
ballots-settled = 已能定：{ $verdict }，剩下的票改变不了
ballots-nothing-counted = 还没有点数
ballots-now = 现在结束：{ $text }
ballots-elected-all = 选出 { $elected } 人
ballots-elected-vacant = 选出 { $elected } 人，空缺 { $vacant } 席
ballots-elected-tied = 选出 { $elected } 人，另有 { $tied } 人票数相同
ballots-close-means = 结束以后不能再登记，也不能撤销；还有 { $count }按没参加算
ballots-close-not = 接着计票
ballots-tab-roll-call = 点名
ballots-tab-hands = 举手
ballots-tab-papers = 录票
ballots-tab-proxies = 代投单
ballots-conflicts = { $n } 张票和先前登记的不一样，没有算
ballots-conflict = { $door } { $name }：先{ $first }（{ $from }），后{ $second }（{ $again }）；算先前的
ballots-conflicts-all = 全部列出
ballots-conflicts-few = 收起
ballots-from-roll-call = 点名
ballots-from-hands = 举手
ballots-from-paper = 纸质票第 { $batch } 批
ballots-from-proxy = 由{ $agent }代投
ballots-by-agent = 由{ $agent }代
ballots-recused-mark = 回避
ballots-outside = 不在范围
ballots-counter = 计票：{ $name }
ballots-counter-nobody = 还没有说是谁在计票，按 { $key } 选人

# 举手点数
ballots-hands-count = 点数
ballots-hands-again = 再点一次会代替前一次的数
ballots-hands-do = 登记点数
ballots-hands-done = 第 { $n } 次点数
ballots-count-line = { $list }，合计 { $sum }
ballots-count-by = { $name }，{ $time }
ballots-side-count = { $side } { $n }
ballots-count-missing = 请至少填一个数
ballots-sum = 合计 { $sum }，最多 { $allowed }

# 逐户举手
ballots-mark-side = 现在登记哪一边
ballots-mark-how = 点房号或输入门牌号选上，再点一次取消
ballots-mark-rest = 其余到会的都选上
ballots-mark-none = 还没有选
ballots-mark-do = 登记{ $side } { $n } 户
ballots-picked = 已选

# 录票
ballots-batch = 第 { $n } 批
ballots-batch-entering = 第 { $n } 批，{ $name }录入
ballots-batch-second = 第 { $n } 批，{ $name }复录
ballots-batch-correcting = 第 { $n } 批，{ $name }改正
ballots-batch-state-new = 还没有录
ballots-batch-state-waits = { $name }录过，等另一人复录
ballots-batch-state-differs = { $n } 户不一致
ballots-batch-state-agreed = 两人一致，{ $n } 张
ballots-batches = 各批选票
ballots-papers-read = 录了 { $n } 张
ballots-paper-line = 房号和票
ballots-paper-hint = 如 1-1-301 1，回车；1 赞成 2 反对 3 弃权 0 无效
ballots-paper-hint-election = 如 1-1-301 12，回车；按候选人次序每人一个数字，1 赞成 2 反对 3 弃权；整张无效写 0
ballots-paper-fix = 点一行可以改
ballots-paper-done = 这一批录完
ballots-paper-none = 还没有录，看一张录一张
ballots-paper-blind = 第一人录了什么，两人都录完才显示
ballots-paper-waits = 这一批你录完了，{ $n } 张；换另一位计票人再录一遍
ballots-paper-same-person = 现在还是{ $name }，复录要换一个人（{ $key }）
ballots-paper-differs = 两人录的有 { $n } 户不一样，请对着票改正
ballots-paper-correct = 改我录的
ballots-paper-only-two = 这一批由{ $names }录入，改正请换成其中一位（{ $key }）
ballots-paper-agreed = 这一批两人录的一致，已经计票
ballots-paper-missing = 没有这张票
ballots-paper-next = 录下一批
ballots-line-door = 开头要写房号，如 1-1-301 1
ballots-line-unknown = 名册里没有 { $door }，没有录；请核对房号
ballots-line-several = { $door } 对得上好几户，没有录；请把房号写全
ballots-line-choice = 房号后面空一格，写 1、2、3 或 0
ballots-line-slate = 有 { $wanted } 名候选人，写了 { $got } 个数字，没有录；每人一个
ballots-line-twice = { $door } 这一批已经录过{ $choice }，没有再录；要改，点那一行

# 代投单
ballots-proxies-agent = 谁的代投单
ballots-proxies-count = 代 { $n } 户，已投 { $done } 户
ballots-proxies-keys = 1 赞成 2 反对 3 弃权，录完自动到下一户
ballots-proxies-slate = { $door } 的票
ballots-proxies-slate-hint = 每名候选人一个数字，无效写 0
ballots-proxies-do = 登记代投单，{ $n } 户
ballots-proxies-none = 还没有录
ballots-proxies-said = 已登记{ $choice }

# 无记名票
ballots-secret-mine = { $name }点的数
ballots-secret-do = 登记我的点数
ballots-secret-blind = { $name }点过了；你也点完才显示
ballots-secret-waits = 你点完了；换另一位计票人再点一遍
ballots-secret-same-person = 现在还是{ $name }，复点要换一个人（{ $key }）
ballots-secret-agree = 两人点的一致，已经计票
ballots-secret-differ = 两人点的不一样，请重新点数
ballots-secret-again = 重新点…

# 结果
ballots-result-method = 方式
ballots-result-counters = 计票
ballots-result-agents = 代投
ballots-result-agent = { $agent }代{ $principals }
ballots-result-conflicts = 冲突
ballots-result-slips = 更正登记
ballots-result-reopened = 重新打开
ballots-result-line = { $caption }：{ $text }
ballots-result-reopened-why = 原来{ $verdict }；原因：{ $reason }
ballots-result-fraction = { $side } { $counted } / { $base } { $whole }
ballots-result-need = 要{ $compare } { $ratio }，即 { $needed }
ballots-compare-more = 超过
ballots-compare-least = 达到
ballots-compare-most = 不超过
ballots-result-unknown = 不详
ballots-result-met = 达到
ballots-result-not-met = 没达到
ballots-base-deciding = 赞成和反对
ballots-base-participating = 参加
ballots-base-present = 到会
ballots-base-all = 全部
ballots-side-turnout = 参加
ballots-side-turnout-present = 到会
ballots-elected = 当选
ballots-tied = 票数相同
ballots-not-elected = 没有当选
ballots-tied-run-off = 最后的席位票数相同，只在他们之间再选一次
ballots-tied-lot = 最后的席位票数相同，当场抽签，结果记进纪要
ballots-vacant = 空缺 { $n } 席

# 重新打开
ballots-reopen = 重开表决…
ballots-reopen-title = 重开表决
ballots-reopen-means = 已登记的票都保留，可以接着计票；原来的结果、重开的原因和谁重开的都会写进纪要，也会投影
ballots-reopen-collection = 这次表决通过的收缴先收回，结束表决时再定
ballots-reopen-reason = 重开的原因
ballots-reopen-hint = 如：漏收了第二批纸质票
ballots-reopen-do = 重开
