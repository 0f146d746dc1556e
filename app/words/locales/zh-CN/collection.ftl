# 收缴

deed-payment-refunded = 退 { $door } { $amount }
deed-money-advanced = { $name }垫付 { $amount }
deed-advance-repaid = 归还垫付 { $amount }
deed-bill-recorded = 账单记为 { $amount }
deed-surplus-used = 动用结余 { $amount }
deed-part-written-off = { $door } 的 { $amount } 转由别处出

refusal-receipt-used = 收据号 { $receipt } 已经给了 { $door }，这一笔没有记；换一个号，或者核对收据存根。
refusal-more-than-paid = { $door } 一共交了 { $paid }，退不了更多，没有记；请核对金额。
refusal-more-than-gap = 最多还能垫付 { $left }，其余的已经到账或者有人垫了，没有记；请核对金额。
refusal-unknown-advance = 没有这笔垫付；请在收缴页里选一笔。
refusal-more-than-advanced = 这笔垫付还剩 { $left } 没还，没有记；请核对金额。
refusal-more-than-came-in = 垫付用收上来的钱还，现在可还的是 { $left }，没有记；等钱收上来再还。
refusal-more-than-surplus = 现有结余 { $left }，用不了更多，没有记；请核对金额。
refusal-not-decided-later = 一户的钱改由别处出，要有另一次已经通过的表决，通过这笔费用的那一次不算；先表决，再来记。

# 上门清单
day-sheet-title = { $title }上门清单
day-sheet-file = 上门清单
day-sheet-now = 目前
day-sheet-open = 应分未交
day-sheet-answer = 同意／不同意
day-sheet-boxes = □同意 □不同意
day-sheet-amount = 收到金额
day-sheet-receipt = 收据号
day-sheet-place = { $building }{ $stair }
day-sheet-stair = { $place } { $households }
day-sheet-fact-not-reached = 没联系上
day-sheet-fact-agreed = 同意，待收
day-sheet-note-free = 交不交由各户自己决定；不同意的户，记下意见就行，不算应收。
day-sheet-note-receipt = 收到钱当场开收据，收据号写在本行。
day-sheet-note-names = 户主姓名打印时隐去一部分，电话不上清单。
day-sheet-visitor = 上门人
day-sheet-day = 日期
