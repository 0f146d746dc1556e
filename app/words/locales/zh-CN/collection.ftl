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
