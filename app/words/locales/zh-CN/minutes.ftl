### minutes

# 分摊清册
share-roll-door = 房号
share-roll-owner = 户主
share-roll-basis = 计算基数
share-roll-weight = 系数
share-roll-due = 应分
share-roll-relief = 减免
share-roll-paid = 实缴
share-roll-agreed = 是否同意
share-roll-paid-on = 缴款日期
share-roll-signature = 签名
share-roll-total = 合计
share-roll-unit = 单位：元
share-roll-pages = 第 { $page } 页，共 { $pages } 页
share-roll-sheet = 分摊清册

# 写不出文件
paper-error-amount = 有一笔金额太大，表格里存不准，文件没有写出。请核对金额。
paper-error-code = 二维码放不下这么长的内容，文件没有写出。请把程序日志发给维护的人。
paper-error-format = 文件没有写出来，会议的内容都还在。请再试一次；仍不行，换一种格式。

# 会议纪要：题目和开头
minutes-title = { $title }纪要
minutes-title-numbered = { $title }（第{ $n }次）纪要
minutes-title-numbered-kind = { $community }第{ $n }次{ $kind }纪要
minutes-heading = { $number }、{ $title }
minutes-other = 其他事项
minutes-meta-time = 时间
minutes-meta-place = 地点
minutes-meta-chair = 主持
minutes-meta-recorder = 记录
minutes-meta-counters = 计票
minutes-meta-present = 出席
minutes-meta-absent = 请假或缺席
minutes-meta-observers = 列席
minutes-time-span = { $from }至{ $to }
minutes-present = 业主应到{ $due }，实到{ $present }
minutes-present-area = 业主应到{ $due }，实到{ $present }（{ $area }）
minutes-absent-many = { $count }，房号见签到表
minutes-unreached = 未议事项：{ $list }。

# 每一句
minutes-quote = { $supplier }{ $amount }
minutes-quotes = { $count }家报价：{ $list }
minutes-quotes-one = 报价：{ $list }
minutes-quote-lowest = 会议选用报价最低的{ $supplier }，{ $amount }
minutes-quote-chosen = 会议选用{ $supplier }，{ $amount }
minutes-moved = { $mover }提出动议
minutes-moved-seconded = { $mover }提出动议，{ $seconder }附议
minutes-with-text = { $opening }：{ $text }
minutes-amended = 动议改为：{ $text }
minutes-procedure = 程序“{ $title }”结论：{ $text }
minutes-procedure-sum = 程序“{ $title }”计算：{ $text }
minutes-speech-yes = { $name }赞成：{ $text }
minutes-speech-no = { $name }反对：{ $text }
minutes-speech-question = { $name }询问：{ $text }
minutes-speech = { $name }发言：{ $text }
minutes-spoke-yes = { $name }发言，表示赞成
minutes-spoke-no = { $name }发言，表示反对
minutes-spoke-question = { $name }提出询问
minutes-spoke = { $name }发言
minutes-vote = { $method }：{ $parts }
minutes-vote-on = 就“{ $question }”{ $text }
minutes-vote-side = { $side }{ $heads }（{ $area }）
minutes-vote-side-heads = { $side }{ $heads }
minutes-vote-void-in = { $text }，计入参加表决
minutes-vote-void-apart = { $text }，不计入参加表决
minutes-vote-unanswered = { $list }；到会未表态{ $unanswered }
minutes-duty = { $text }，责任人{ $name }
minutes-duty-due = { $text }，责任人{ $name }，{ $due }前完成
minutes-concluded = 议定：{ $text }
minutes-read-back = 宣读了本次会议议定事项。
minutes-nothing-noted = 本项没有记录。
minutes-shelved = 本项搁置
minutes-arrived = { $time }，{ $name }到会，参加以后各项
minutes-arrived-guest = { $time }，{ $name }到会列席
minutes-left = { $time }，{ $name }离会

# 结尾和表
minutes-attached = 附件
minutes-attached-attendance = 签到表
minutes-attached-votes = 点名表决登记表
minutes-attached-shares = 分摊清册
minutes-sign-chair = 主持人签字
minutes-sign-recorder = 记录人签字
minutes-sign-counters = 计票人签字
minutes-sign-representatives = 居民代表签字
minutes-not-final = 本稿尚未定稿，以定稿为准。
minutes-head = 文件核对码 { $digits }
minutes-code = 扫码可以核对这份文件
minutes-table-votes = 表决情况
minutes-table-question = 表决事项
minutes-table-due = 应到
minutes-table-present = 实到
minutes-table-yes = 赞成
minutes-table-no = 反对
minutes-table-abstain = 弃权
minutes-table-void = 无效
minutes-table-result = 结果
minutes-table-duties = 议定事项
minutes-table-duty = 事项
minutes-table-responsible = 责任人
minutes-table-by = 期限
minutes-table-no-due = 未定

# 分摊清册：题目和说明
share-roll-title-tail = 分摊
share-roll-title = { $title }分摊清册
share-roll-fact-project = 项目
share-roll-fact-gross = 总额
share-roll-fact-funding = 补贴
share-roll-fact-net = 实分
share-roll-fact-rule = 办法
share-roll-fact-source = 依据
share-roll-funding = { $label } { $amount }
share-roll-net = { $amount }，{ $households }
share-roll-adopted = { $meeting }表决通过，{ $date }
share-roll-note-deliberation = 本办法是协商意见：同意的户按此交款，没有同意的户不算应收。
share-roll-note-surplus = 各户向上取整，多收 { $amount }，作为结余。
share-roll-note-names = 户主姓名打印时隐去一部分。

minutes-reopened = 表决结果公布后重新计票，原结论为{ $before }，原因：{ $reason }
minutes-recused = { $name }回避这项表决，原因：{ $reason }
minutes-proxy = { $principal }书面委托{ $agent }表决

# 表决
minutes-semicolon = ；
minutes-and-others = { $list }等
minutes-vote-scope = 范围为{ $scope }
minutes-vote-due = 应到{ $due }，实到{ $present }
minutes-vote-entitled = 有表决权的{ $due }，{ $area }
minutes-vote-recused = { $names }回避，不计入
minutes-vote-agent = { $agent }受书面委托代{ $principals }表决
minutes-vote-recounted = 重新计票。{ $text }
minutes-vote-hands-by = 由{ $name }清点人数
minutes-vote-hands-again = 先后清点{ $n }次，以最后一次为准
minutes-vote-secret-by = { $names }分别清点，各项数目一致
minutes-vote-batches = 书面票第{ $batches }批共{ $papers }张，由{ $names }先后读票，逐户一致
minutes-vote-rule = 规则：{ $rule }
minutes-vote-verdict = { $reason }，{ $verdict }
minutes-vote-binding = 本项为{ $binding }
minutes-vote-unreturned = { $list }；未收回{ $unanswered }，不算参加
minutes-vote-silence-abstains = 未收回的{ $heads }按{ $article }“{ $clause }”计为弃权
minutes-vote-silence-follows = 未收回的{ $heads }按{ $article }“{ $clause }”计入多数一方
minutes-vote-conflict = { $door }先{ $first }、后{ $second }
minutes-vote-conflicts = { $n }起先后表态不一致，以第一次为准，后一次不计：{ $list }
minutes-election = 应选{ $seats }，候选人{ $candidates }名，收到选票{ $papers }张
minutes-election-void = 应选{ $seats }，候选人{ $candidates }名，收到选票{ $papers }张，其中无效{ $void }张
minutes-election-nobody = 没有候选人当选
minutes-election-elected = 当选：{ $names }
minutes-election-run-off = { $names }得票相同，名额不够，在他们之中再投一次
minutes-election-lot = { $names }得票相同，名额不够，当众抽签决定
minutes-election-vacant = 还空缺{ $n }席
minutes-candidate-yes = { $side }{ $heads }（{ $fractions }）
minutes-candidate = { $name }{ $sides }，{ $result }
minutes-attached-hands = 举手表决登记表
minutes-attached-ballots = 表决票
minutes-table-candidate = 候选人
minutes-table-candidates = 选举情况：{ $question }

# 表决结果公示
notice-title = 表决结果公示
notice-about = { $community }{ $scope }关于“{ $question }”的表决结果
notice-scope = 一、表决范围
notice-among = { $scope }；总人数（专有部分人数之和）{ $heads }，总面积{ $area }
notice-recused = 另有{ $heads }因有利害关系回避，不计入
notice-time = 二、表决时间和方式
notice-held = { $span }，{ $method }
notice-recounted = 结果公布后曾重新计票，原结论为{ $before }
notice-turnout = 三、参加表决
notice-took-part = 参加表决{ $heads }，{ $area }
notice-met = { $check }，已达到
notice-not-met = { $check }，没有达到
notice-unknown = { $check }，信息不足
notice-sides = 四、表决情况
notice-candidates = 各候选人得票见下表；{ $void }
notice-basis = 五、依据
notice-result = 六、结论
notice-elected = 应选{ $seats }，当选{ $elected }：{ $names }
notice-nobody = 应选{ $seats }，没有候选人当选
notice-tied = { $names }得票相同，名额未定
notice-objections = 七、公示和异议
notice-period = 公示期：＿＿＿＿年＿＿月＿＿日至＿＿＿＿年＿＿月＿＿日
notice-objection = 有异议请书面向＿＿＿＿＿＿＿＿提出，电话＿＿＿＿＿＿＿＿
notice-publisher = 发布单位（盖章）
notice-day = 发布日期
