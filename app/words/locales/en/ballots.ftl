### ballots
ballots-list-join = {", "}
ballots-clause-join = {"; "}

# Opening
ballots-rule-old = Old law
ballots-rule-own = Our own
ballots-rule-superseded = Replaced by { $by }, { $date }
ballots-method = How
ballots-method-not = Not offered: { $methods } ({ $why })
ballots-why-written = the rule wants it in writing
ballots-why-secret = the rule wants a secret ballot
ballots-why-open = the rule wants names
ballots-why-area = the rule measures area, and totals do not say whose
ballots-why-body = the members are not on the roll and can only be counted
ballots-why-election = an election asks about each candidate
ballots-scope = Among
ballots-due = Members due
ballots-present = Members present
ballots-seats = Seats
ballots-seats-fixed = Seats: { $n }
ballots-candidate = Add a candidate
ballots-candidates = Candidates, in the order of the paper
ballots-candidate-drop = Remove { $name }
ballots-recused = Kept out: { $name }, { $reason }
ballots-recuse = Somebody has an interest…
ballots-recuse-who = Who is kept out
ballots-recuse-reason = Why
ballots-recuse-hint = e.g. holds shares in the cleaning firm
ballots-recuse-do = Keep out
ballots-recuse-who-missing = Choose who is kept out first
ballots-may-vote = { $heads } can vote, { $area }
ballots-may-vote-heads = { $heads } can vote
ballots-lacks-turnout = even if all of them vote, { $amount } are missing for the turnout
ballots-lacks-quorum = { $amount } are missing for the meeting to be held
ballots-turnout-reachable = if all of them vote, the turnout is met
ballots-to-roll = Add areas to the roll
ballots-project-rule = Show the rule
ballots-open-roll-call = Start the roll-call
ballots-open-hands = Start the show of hands
ballots-open-paper = Start taking papers
ballots-open-secret = Start the ballot

# Counting
ballots-state = { $method }, { $level }, since { $time }
ballots-reopened = Opened again: had { $verdict } before; why: { $reason }
ballots-answered = { $answered } of { $allowed } counted
ballots-settled = Settled: { $verdict }; the votes left cannot change it
ballots-nothing-counted = Nothing counted yet
ballots-now = If it ended now: { $text }
ballots-elected-all = { $elected } elected
ballots-elected-vacant = { $elected } elected, { $vacant } seats vacant
ballots-elected-tied = { $elected } elected, { $tied } tied for the last seats
ballots-close-means = Nothing can be entered or undone afterwards; { $count } not heard count as absent
ballots-close-not = Go on counting
ballots-tab-roll-call = Roll-call
ballots-tab-hands = Hands
ballots-tab-papers = Papers
ballots-tab-proxies = Proxy sheets
ballots-conflicts = Second ballots that say something else and do not count: { $n }
ballots-conflict = { $door } { $name }: first { $first } ({ $from }), then { $second } ({ $again }); the first counts
ballots-conflicts-all = Show all
ballots-conflicts-few = Show fewer
ballots-from-roll-call = roll-call
ballots-from-hands = hands
ballots-from-paper = papers, batch { $batch }
ballots-from-proxy = by { $agent } as agent
ballots-by-agent = by { $agent }
ballots-recused-mark = Kept out
ballots-outside = Not in scope
ballots-counter = Counting: { $name }
ballots-counter-nobody = Nobody has said who counts; { $key } chooses

# Hands counted
ballots-hands-count = Count
ballots-hands-again = Counting again replaces the count before
ballots-hands-do = Enter the count
ballots-hands-done = Count { $n }
ballots-count-line = { $list }, { $sum } in all
ballots-count-by = { $name }, { $time }
ballots-side-count = { $side } { $n }
ballots-count-missing = Enter one number at least
ballots-sum = { $sum } in all, at most { $allowed }

# Hands by door
ballots-mark-side = Which side is marked now
ballots-mark-how = Click or type doors to mark them, once more to unmark
ballots-mark-rest = Mark all others here
ballots-mark-none = Nobody marked yet
ballots-mark-do = Enter { $side }, { $n } doors
ballots-picked = marked

# Papers
ballots-batch = Batch { $n }
ballots-batch-entering = Batch { $n }, read by { $name }
ballots-batch-second = Batch { $n }, second reading by { $name }
ballots-batch-correcting = Batch { $n }, corrected by { $name }
ballots-batch-state-new = Not read yet
ballots-batch-state-waits = Read by { $name }, waits for another person
ballots-batch-state-differs = { $n } doors differ
ballots-batch-state-agreed = Both agree, { $n } papers
ballots-batches = Batches
ballots-papers-read = { $n } read
ballots-paper-line = Door and paper
ballots-paper-hint = e.g. 1-1-301 1, Enter; 1 for, 2 against, 3 abstain, 0 void
ballots-paper-hint-election = e.g. 1-1-301 12, Enter; one digit a candidate: 1 for, 2 against, 3 abstain; 0 = void paper
ballots-paper-fix = Click a line to correct it
ballots-paper-done = Batch done
ballots-paper-none = Nothing read yet: enter each paper as you look at it
ballots-paper-blind = What the first read is shown once both are done
ballots-paper-waits = You have read this batch, { $n } papers; now another person reads it
ballots-paper-same-person = This is still { $name }; the second reading needs another person ({ $key })
ballots-paper-differs = { $n } doors were read differently; look at the papers and correct
ballots-paper-correct = Correct my reading
ballots-paper-only-two = { $names } read this batch; change to one of them to correct it ({ $key })
ballots-paper-agreed = Both read the same; the batch is counted
ballots-paper-missing = no such paper
ballots-paper-next = Next batch
ballots-line-door = Begin with the door, e.g. 1-1-301 1
ballots-line-unknown = The roll has no { $door }; nothing was entered, check the door
ballots-line-several = { $door } fits several doors; nothing was entered, write it in full
ballots-line-choice = After the door and a space write 1, 2, 3 or 0
ballots-line-slate = There are { $wanted } candidates and { $got } digits; nothing was entered, one digit each
ballots-line-twice = { $door } has been read in this batch ({ $choice }); nothing was entered, click its line to correct it

# Proxy sheets
ballots-proxies-agent = Whose sheet
ballots-proxies-count = for { $n }, { $done } voted
ballots-proxies-keys = 1 for, 2 against, 3 abstain; goes on to the next
ballots-proxies-slate = Paper of { $door }
ballots-proxies-slate-hint = One digit a candidate, 0 = void
ballots-proxies-do = Enter the sheet, { $n } doors
ballots-proxies-none = Nothing yet
ballots-proxies-said = Recorded: { $choice }

# Secret ballot
ballots-secret-mine = Count by { $name }
ballots-secret-do = Enter my count
ballots-secret-blind = { $name } has counted; shown once you have
ballots-secret-waits = You have counted; now another person counts
ballots-secret-same-person = This is still { $name }; the second count needs another person ({ $key })
ballots-secret-agree = Both counts agree and are the result
ballots-secret-differ = The counts differ; please count again
ballots-secret-again = Count again…

# Result
ballots-result-method = How
ballots-result-counters = Counted by
ballots-result-agents = Agents
ballots-result-agent = { $agent } for { $principals }
ballots-result-conflicts = Conflicts
ballots-result-slips = Put right
ballots-result-reopened = Opened again
ballots-result-line = { $caption }: { $text }
ballots-result-reopened-why = had { $verdict } before; why: { $reason }
ballots-result-fraction = { $side } { $counted } / { $base } { $whole }
ballots-result-need = needs { $compare } { $ratio }, that is { $needed }
ballots-compare-more = more than
ballots-compare-least = at least
ballots-compare-most = at most
ballots-result-unknown = not known
ballots-result-met = Met
ballots-result-not-met = Not met
ballots-base-deciding = for and against
ballots-base-participating = taking part
ballots-base-present = in the hall
ballots-base-all = all
ballots-side-turnout = Taking part
ballots-side-turnout-present = In the hall
ballots-elected = Elected
ballots-tied = Tied
ballots-not-elected = Not elected
ballots-tied-run-off = A tie for the last seats: a run-off among the tied alone
ballots-tied-lot = A tie for the last seats: a lot is drawn before everybody and minuted
ballots-vacant = { $n } seats vacant

# Opening again
ballots-reopen = Open again…
ballots-reopen-title = Open the vote again
ballots-reopen-means = Every ballot stays and counting goes on; the old result, the reason and who did it are minuted and shown to the room
ballots-reopen-collection = The collection this vote began is taken back until the vote is closed
ballots-reopen-reason = Why it is opened again
ballots-reopen-hint = e.g. a second batch of papers was forgotten
ballots-reopen-do = Open again
