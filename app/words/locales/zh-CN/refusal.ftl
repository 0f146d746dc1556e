### refusal
# 一句话：哪里不行，什么还在，怎么办
refusal-owner-of-several = { $door }（{ $name }，与 { $others } 同一业主）

# 文件和名册
refusal-file-exists = 这个文件里已经有内容，没有改动；要另起一份，请新建文件。
refusal-no-file = 文件还没有建好，这一步没有记；请先填社区名称，新建文件。
refusal-read-only = 文件现在只能看，这一步没有记；请先在另一处关掉它，再重新打开。
refusal-not-sealed = 这段内容还没有存进文件，没有记下；请再试一次。
refusal-empty-text = 这里还没有写字，没有记下；请写好再确认。
refusal-empty-roll = 表里一户也没有，原来的名册没有动；请看看选的是不是这张表。
refusal-duplicate-door = 房号 { $door } 出现了两次，名册没有导入；请在表里改好其中一处再导入。
refusal-bad-unit = { $door } 没有业主，或面积不大于 0，名册没有导入；请在表里改好再导入。
refusal-bad-unit-no-door = 有一户没有房号，名册没有导入；请在表里补上再导入。
refusal-meeting-open = 会议正开着，名册和个人资料没有动；请散会以后再改。
refusal-unknown-door = 名册里没有 { $door }，没有记下；请核对房号，也可以按拼音找。
refusal-unknown-person = 找不到“{ $who }”，没有记下；请从名册或来宾里选一位。
refusal-no-chair = 主持人还没有指定，没有记下；请先开会并指定主持人。
refusal-no-recorder = 记录人还没有指定，没有记下；请先开会并指定记录人。
refusal-no-counter = 计票人还没有指定，没有记下；请先指定两位计票人。
refusal-nothing-to-join = 这几户已经是同一位业主，或只选了一户，名册没有动；请选业主不同的两户以上。
refusal-already-erased = 这位的资料已经删除，没有再动；请看看选的是不是这一位。

# 会议和议程
refusal-no-meeting = 还没有安排会议，没有记下；请先新建一次会议。
refusal-not-open = 会议没有在开，没有记下；请先开会。
refusal-already-opened = 这次会议已经开过，没有改动；还要开，请另安排一次。
refusal-other-meeting-open = 另一次会议正开着，这次没有开；请先结束那一次。
refusal-no-agenda = 议程还是空的，这一步没有做；请先加一项议题。
refusal-unknown-item = 议程里没有{ $item }，没有改动；请从议程里另选一项。
refusal-no-current-item = 现在没有正在议的事项，没有记下；请先从议程里开始一项。
refusal-item-is-current = { $item }正在议，没有重新开始；接着议就行。
refusal-item-has-begun = { $item }已经议过，标题和时间没有改；请另加一项。
refusal-item-announced = { $item }已经写进通知，没有去掉；不议的话，到时候搁置。
refusal-lock-stays = 通知已经发出，“新增的事项只议不决”不能再取消，安排没有改；其他几处可以照改。
refusal-same-counter = 两位计票人选了同一个人，没有记下；请换其中一位。
refusal-already-present = { $door } 已经签到，没有重复记；要改时间，先记离场。
refusal-already-present-guest = 这位已经签到，没有重复记；要改时间，先记离场。
refusal-not-present = { $door } 还没有签到，没有记下；请先签到。
refusal-not-present-guest = 这位还没有签到，没有记下；请先签到。

# 发言
refusal-hand-is-up = 这位已经举手在等，次序没有变；轮到时会叫到。
refusal-no-hand = 这位没有举手，次序没有变；请看看选的是不是这一位。
refusal-turns-used-up = 这位在本项已经说满 { $turns } 次，没有排进来；有疑问可以按“提问”举手。
refusal-nobody-waits = 没有人在等发言，计时没有动；请先登记举手。
refusal-somebody-speaks = 有人正在发言，没有换人；请先结束这一位。
refusal-nobody-speaks = 现在没有人发言，计时没有动；请先请一位发言。
refusal-clock-paused = 计时已经停着，时间都在；要接着计，请按继续。
refusal-clock-runs = 计时已经在走，没有重来；要停，请按暂停。
refusal-no-turn = 没有这一次发言，文字没有记下；请先请人发言再记。

# 纪要
refusal-unknown-sentence = 纪要里没有这一句，别的没有动；请重新选一句。
refusal-minutes-final = 纪要已经定稿，没有改动；要补充，请记到下一次会议。
refusal-meeting-not-closed = 会议还没有结束，纪要没有定稿；请先散会。

# 报价、动议和程序
refusal-bad-amount = 金额要大于 0，没有记下；请核对后重新填。
refusal-unknown-quote = 本项没有这一家报价，没有选定；请从已记的报价里选。
refusal-unknown-motion = 这次会议没有这条动议，没有改动；请重新选一条。
refusal-unknown-sheet = 没有这份分摊表，没有附上；请先办完费用分摊。
refusal-motion-voted = 这条动议已经付表决，原文没有改；要改，请另提一条动议。
refusal-unknown-procedure = 没有这个程序记录，没有改动；请在程序页重新打开。
refusal-procedure-concluded = 这个程序已经有了结论，结论没有改；要重算，请再开始一次。
refusal-step-outdated = 这一页刚才已经变了，这一步没有算；请看过新的一页再做。
refusal-procedure-runs = 本项已有一个程序没办完，没有另开；请先把它办完。
refusal-procedure-adopted = 这个程序已经采用过了，就是这一份；没有改动。
refusal-procedure-not-adopted = 这个程序不在清单上（没有采用，或已经停用），没有改动；请在程序页看清单。
refusal-bad-sheet = 分摊表前后对不上，没有采用；请回到程序里核对，再算一次。
refusal-bad-materials = 这个结论里的表格前后对不上，或者提到了花名册里没有的人或门牌，没有采用；请回到程序里核对。
refusal-procedure-not-concluded = 这个程序还没有结论；请先把它办完，再用它的结果。
refusal-procedure-is-here = 这个程序已经在本项下进行；不用再接，直接办就行。
refusal-day-told = 这一天已经记入这个程序；没有再记，可以接着办。
refusal-not-a-candidate = “{ $option }”不在这个程序的候选里，没有列入；请从它的候选里选。
refusal-candidate-excluded = “{ $option }”已被排除（{ $reason }），不能列入表决；请去掉它再开始。
refusal-unknown-offer = 这个程序没有提出这件事，没有记入台账；要记请用“交办…”。
refusal-offer-taken = 这件事已经在台账里；没有重复记，请在台账里看。

# 表决
refusal-vote-open = 表决还没有结束，这一步没有做，已登记的票都在；请先结束表决。
refusal-only-discussed = { $item }是通知以后加的，只议不决，表决没有开始；请议完留到下次会议表决。
refusal-unknown-rule = 没有“{ $rule }”这条表决规则，表决没有开始；请从列出的规则里选。
refusal-area-missing = 这条规则要算面积，而 { $door } 的面积不详，表决没有开始；请先在名册里补上。
refusal-no-notice = 这条规则要事先通知，现在没有通知记录，表决没有开始；请先通知，下次再表决。
refusal-nobody-may-vote = 还没有能表决的人到会，表决没有开始；请先签到。
refusal-unknown-vote = 没有这次表决，没有记票；请看看表决开始了没有。
refusal-vote-closed = 表决已经结束，票数没有变；要再表决，请另提一条动议。
refusal-no-elector = { $door } 不在这次表决的名单里，没有记票；请核对房号。
refusal-elector-absent = 表决开始时 { $door } 没有到会，没有记票；请核对房号。
refusal-already-voted = { $door } 已经登记为{ $choice }，没有再记一次；点名、举手记错的可以更正。
refusal-not-answered = { $door } 还没有表态，没有可更正的；直接登记就行。

# 台账和收缴
refusal-unknown-matter = 台账里没有这一件，没有改动；请重新选一件。
refusal-matter-unchanged = 这一件已经是这个状态，没有改动；请看看选的是不是这一件。
refusal-unknown-collection = 没有这项收缴，没有记下；请重新选一项。
refusal-not-in-collection = { $door } 不在这项收缴里，没有记下；请核对房号。
refusal-more-than-open = { $door } 只有 { $open } 待收，这一笔超出了，没有记下；请核对金额。
refusal-has-paid = { $door } 已经交过款，意见仍是同意；要改，先撤销那一笔收款。

# 撤销
refusal-nothing-to-undo = 还没有可撤销的，没有改动；请接着做。
refusal-barrier = 再往前是结束的表决、有结论的程序、定稿的纪要或删除的资料，不能撤销，记录没有变；要更正，请另记一句说明。
refusal-nothing-to-redo = 没有可重做的，没有改动；撤销以后又做了别的，就不能再重做。

refusal-bad-rule = 这条规则不能用：{ $problem }；没有收下，请改好再试。
refusal-rule-id-taken = 规则编号 { $rule } 是程序自带的，没有收下；请另起一个编号。
refusal-already-recused = 这个人已经回避这项动议；不用再记。
refusal-must-be-written = 这条规则要书面表达意见，表决没有开始；请用纸质表决票。
refusal-must-be-secret = 这条规则要无记名投票，表决没有开始；请改用无记名票。
refusal-must-be-open = 这条规则要记名表决，表决没有开始；请换一种表决方式。
refusal-sides-have-no-area = 这条规则要算面积，只数人数的方式（举手点数、无记名票）不知道是谁的面积，表决没有开始；请用点名、逐户举手或记名票。
refusal-body-unknown = 这条规则按应到、实到人数算，现在不知道应到多少人，表决没有开始；请填应到和实到人数。
refusal-body-too-many = 实到 { $present } 人比应到 { $due } 人还多，表决没有开始；请核对人数。
refusal-body-by-door = 这条规则的成员不在名册上，不能逐户登记，表决没有开始；请用举手点数或无记名票。
refusal-no-candidates = 选举要有候选人和席位数，表决没有开始；请填好再开始。
refusal-candidate-twice = 有一名候选人列了两次，表决没有开始；请去掉一次。
refusal-no-election = 这条规则不是选举，不能列候选人，表决没有开始；请换一条规则或去掉候选人。
refusal-election-on-paper = 选举要逐人计票，只数总数不行，表决没有开始；请用纸质票。
refusal-bad-slate = { $door } 的票没有对每名候选人表态，没有记票；请逐名填写，或记为无效。
refusal-proxy-over-cap = { $agent } 受托 { $holds } 户，规则最多 { $cap } 户，表决没有开始；请先撤回多出的委托。
refusal-proxy-for-self = 不能委托自己，没有登记；请核对受托人。
refusal-proxy-given = { $door } 已经登记过委托；要换人，先撤回原来的。
refusal-no-proxy = { $door } 没有登记过委托，没有改动；请核对房号。
refusal-not-the-agent = { $door } 不是由这位代理人代投，整张代投单都没有记；请核对房号，或先登记委托。
refusal-other-method = 这次表决不是这样计票的，没有记票；请按开始时选的方式登记。
refusal-too-many-votes = 合计 { $counted } 票，多于能表决的 { $allowed } 人，没有记票；请重新点数。
refusal-unknown-batch = 没有这一批票，没有记票；下一批是第 { $next } 批。
refusal-batch-accepted = 第 { $batch } 批两人已经核对一致，不能再改；新收的票请录入下一批。
refusal-batch-open = 第 { $batch } 批还没有两人核对一致（不一致 { $differing } 户），表决没有结束；请另一人复录或改正。
refusal-batch-has-two = 第 { $batch } 批已有两人录入，第三人的没有收下；请由其中一人改正。
refusal-not-counted = 还没有点数，表决没有结束；请先登记举手人数。
refusal-counters-differ = 两名计票人的数还不一致，或只有一人点过，表决没有结束；请两人各点一次，直到一致。
refusal-nobody-counts = 不知道是谁在计票，没有记票；请先在上方选自己。
refusal-vote-not-closed = 表决还没有结束，不用重开；请继续计票。
refusal-collection-begun = 这次表决通过的分摊已经开始收缴，不能重开；请另提一个动议表决。
refusal-not-an-owner = 这个人不是 { $door } 的产权人，没有改动；请从共有人里选。
refusal-nothing-changes = 和现在一样，没有改动；不用再记。
