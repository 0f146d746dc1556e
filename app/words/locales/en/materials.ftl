# What procedures conclude, in the meeting: tables, candidates, duties, figures for the next procedure
material-heading-money = { $label } (yuan)
material-candidate = Candidate
material-candidate-amount = Amount (yuan)
material-candidate-note = Remark
material-candidate-state = May be voted on
material-candidates = { $title }: candidates
material-excluded = excluded: { $reason }
material-attached = "{ $title }" (workbook)
material-sheet-file = Tables
# Work pane
material-of = Result of { $title }
material-ask = Approval poll…
material-ask-question = { $title }: which one?
material-ask-few = Fewer than two may be voted on; there is nothing to choose among
material-move = Make it a motion…
material-move-text = Take "{ $candidate }"
material-move-text-amount = Take "{ $candidate }" for { $amount }
material-duties = Suggested for the ledger
material-duty-suggested = suggested: { $who }
material-duty-take = Put on the ledger
material-duty-taken = On the ledger
material-table-rows = { $n } rows
material-table-open = Show table
material-table-close = Hide table
material-table-private = Has private columns, for the office alone: not on the screen, not in the minutes
material-table-more = The first { $n } rows; the others are in the exported workbook
# Start of a procedure
material-start-from = from: { $title }
material-start-quote = from: the quote taken
material-continue = Go on with { $title } ({ $meeting })
material-day-refused = The new day ({ $day }) was not taken in by this procedure: { $reason }; everything else goes on
