# Collections

deed-payment-refunded = { $amount } back to { $door }
deed-money-advanced = { $amount } advanced by { $name }
deed-advance-repaid = { $amount } of an advance paid back
deed-bill-recorded = bill of { $amount }
deed-surplus-used = { $amount } of the surplus used
deed-part-written-off = { $amount } of { $door } borne elsewhere

refusal-receipt-used = Receipt { $receipt } belongs to { $door } already, so this was not recorded. Take another number, or check the stubs.
refusal-more-than-paid = { $door } paid { $paid } in all; no more can be given back. Nothing was recorded; check the amount.
refusal-more-than-gap = At most { $left } can still be advanced: the rest is in or advanced already. Nothing was recorded; check the amount.
refusal-unknown-advance = There is no such advance. Choose one on the collection page.
refusal-more-than-advanced = { $left } of this advance is left to pay back. Nothing was recorded; check the amount.
refusal-more-than-came-in = Advances are paid back from what came in, and that is { $left } now. Nothing was recorded; wait until more is in.
refusal-more-than-surplus = The surplus is { $left }; no more can be used. Nothing was recorded; check the amount.
refusal-not-decided-later = A household’s part goes elsewhere only by another vote that passed, not by the one that adopted the cost. Vote first, then record it.
