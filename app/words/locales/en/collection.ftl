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

# Day sheet
day-sheet-title = { $title }: day sheet
day-sheet-file = day-sheet
day-sheet-now = So far
day-sheet-open = Share not paid
day-sheet-answer = Agrees / declines
day-sheet-boxes = □ yes □ no
day-sheet-amount = Received
day-sheet-receipt = Receipt
day-sheet-place = { $building }, { $stair }
day-sheet-stair = { $place }: { $households }
day-sheet-fact-not-reached = Not reached
day-sheet-fact-agreed = Agreed, to come
day-sheet-note-free = Every household decides for itself; from those that decline, note the answer: nothing is due from them.
day-sheet-note-receipt = Give a receipt for money at once and write its number in the row.
day-sheet-note-names = Owners' names are shortened in print; there are no telephone numbers on this sheet.
day-sheet-visitor = Called on by
day-sheet-day = Day
