## 表决之前的意向了解：不作为决定
poll-kind-sense = 意向测评
poll-kind-consent = 同意性表决
poll-kind-dots = 贴点
poll-kind-approval = 多选赞成
poll-kind-any = 意向了解
poll-not-binding = 不作为决定，只供参考
poll-grade-support = 支持
poll-grade-fine = 可以
poll-grade-worried = 担心
poll-settled-withdrawn = 撤回
poll-settled-integrated = 采纳
poll-how-sense = 每人选一种：支持、可以、担心
poll-how-consent = 有异议的请举手说明；没有异议就算可以
poll-how-dots = 每人 { $dots }，同一项最多贴 { $cap }，选出 { $winners } 项
poll-how-approval = 赞成几项就举几次手，选出 { $winners } 项
poll-dots = { $n } 点
poll-dots-one = { $n } 点
poll-present = 到会 { $n }
poll-present-all = 到会 { $n }（含列席）
poll-result-consent = 没有保留的异议
poll-result-objections = 还有 { $n } 条异议
poll-result-objections-one = 还有 1 条异议
poll-result-none = 没有选出
poll-result-chosen = 选出：{ $winners }
poll-result-tied = { $tied }一样多，从中再选 { $open } 项
poll-result-chosen-tied = 选出：{ $winners }；{ $tied }一样多，从中再选 { $open } 项

## 操作名称
deed-poll-opened = 开始{ $kind }
deed-runoff-opened = 开始{ $kind }决选
deed-poll-counted = 登记{ $kind }的点数
deed-objection-raised = 记{ $name }的异议
deed-objection-settled = { $name }的异议：{ $how }
deed-objection-settled-unknown = 处理一条异议
deed-poll-closed = 结束{ $kind }

## 为什么没有做
refusal-poll-open = 意向了解还没有结束，这一步没有做，已登记的都在；请先结束它。
refusal-unknown-poll = 没有这次意向了解，没有登记；请看看是不是已经开始。
refusal-poll-closed = 这次意向了解已经结束，登记没有变；要再问，请另开一次。
refusal-poll-not-closed = 这次意向了解还没有结束，决选没有开始；请先结束它。
refusal-nobody-takes-part = 还没有人签到，意向了解没有开始；请先签到。
refusal-poll-has-no-count = 同意性表决不点数，没有登记；有人反对，请记下异议。
refusal-bad-poll-count = 填了 { $got } 个数，应当是 { $expected } 个，没有登记；请每一项填一个数。
refusal-poll-over = 合计 { $counted }，多于到会的人能给的 { $allowed }，没有登记；请重新点数。
refusal-option-over = 第 { $n } 项是 { $counted }，多于到会的人能给一项的 { $allowed }，没有登记；请重新点数。
refusal-poll-not-counted = 还没有登记点数，意向了解没有结束；请先填各项的数。
refusal-takes-no-objection = 只有同意性表决记异议，没有登记；请记成发言。
refusal-unknown-objection = 没有这条异议，没有登记；请核对是第几条。
refusal-objection-settled = 这条异议已经处理过，记录没有变；有新的异议，请另记一条。
refusal-no-tie = 没有同票的，不用决选，没有开始；结果已经在上面。
refusal-runoff-opened = 这次同票已经开过决选，没有再开；决选又同票，请在那次决选上再开。
refusal-poll-few-options = 选项少于两个，没有开始；请一行写一个选项。
refusal-poll-many-options = 选项多于 { $most } 个，没有开始；请先合并相近的。
refusal-poll-option-twice = “{ $option }”写了两次，没有开始；请留一个。
refusal-poll-no-options = 意向测评和同意性表决只问一件事，没有开始；请去掉选项，或者改用贴点、多选赞成。
refusal-poll-winners = 选出的项数不对，没有开始；请至少选出 1 项，并且少于选项的个数。
refusal-poll-no-dots = 每人的点数和同一项的上限都至少是 1，没有开始；请改过再开始。
refusal-poll-cap = 同一项的上限多于每人的点数，没有开始；请改小上限，或者多给几点。

## 会议纪要
minutes-poll-runoff = { $kind }决选
minutes-poll-count = { $option }{ $count }
minutes-poll-silent = 没表态{ $count }
minutes-poll-sense = { $kind }：就“{ $question }”，到会{ $present }；{ $list }。本次测评不作为决定，只供参考
minutes-poll-consent = { $kind }：就“{ $question }”，到会{ $present }，提出异议{ $list }条。{ $result }。本次表决不作为决定，只供参考
minutes-poll-dots = { $kind }：就“{ $question }”，到会{ $present }，{ $how }；{ $list }。{ $result }。本次贴点不作为决定，只供参考
minutes-poll-approval = { $kind }：就“{ $question }”，到会{ $present }，{ $how }；{ $list }。{ $result }。本次多选不作为决定，只供参考
minutes-objection = { $name }提出异议：{ $reason }
minutes-objection-withdrawn = { $name }提出异议：{ $reason }；后撤回：{ $words }
minutes-objection-integrated = { $name }提出异议：{ $reason }；已采纳：{ $words }

## 投影
room-poll = { $kind }
room-poll-result = { $kind }结果
room-runoff = { $kind }决选
room-runoff-result = { $kind }决选结果
room-poll-out = 选出
room-poll-tied = 同票
room-poll-silent = { $present }，没表态 { $n }
room-poll-objections = { $present }，提出异议 { $n } 条
room-poll-dots = { $present }，共贴 { $n } 点，最多可贴 { $all } 点
card-poll = 意向了解
