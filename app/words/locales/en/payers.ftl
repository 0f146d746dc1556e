# Who pays

deed-terms-set = who pays and the maintenance fund set
deed-limit-stated = { $door } can pay { $limit } at most
deed-limit-lifted = limit of { $door } taken off
deed-pledges-settled = { $households } settled as those who pay
deed-pledges-reopened = pledges gathered again

refusal-pledges-open = Pledges are still being gathered and no share is settled, so nothing was recorded; press "Settle" on the collections page first, then take the money.
refusal-no-pledges = This is no "those who agree pay" project, or it is settled who pays, so nothing was changed; check which collection is chosen.
refusal-nobody-pledged = Nobody has agreed yet, so there is nobody to share the cost and nothing was settled; record those who agree first.
refusal-above-limit = { $door } would pay { $share }, which is more than the { $limit } it can pay, so nothing was settled; wait for more households to agree or talk with this one again.
refusal-pledges-settled = Money has come in by the settled shares and { $door } is not among them, so nothing was recorded; to add it, refund first and settle again.

# Money in votes
minutes-vote-fund = this item concerns { $matter } ({ $source })
minutes-vote-fund-misfit = this item concerns { $matter } ({ $source }); the rule used is not the one the law has for it
minutes-vote-cost = by what they would pay: { $sides }, together { $all }
minutes-vote-cost-side = { $side } { $amount }
minutes-vote-cost-silent = not answered { $amount }
minutes-vote-pledged = those who agree pay: shared by the { $households } in favour, the highest share is { $highest }

# Maintenance fund
fund-use = use of the maintenance fund
fund-raise = raising of the maintenance fund
fund-misfit-owners = The owners alone decide on the { $matter }, so passing it by this rule moves no money; use "{ $title }" ({ $source }).
fund-misfit-matter = This rule is for another matter; for the { $matter } use "{ $title }" ({ $source }).
fund-misfit-thresholds = This rule has other thresholds than { $source }; use it only if a local rule says so, else "{ $title }".

# The screen: who pays
card-due = One due
card-compare = Comparison
payers-cost-of-sides = What each side would pay
payers-column-heads = People
payers-column-area = Area (㎡)
payers-column-cost = Pays (yuan)
payers-column-all = Together
payers-silent = Not answered
payers-vote-pledged = Those who agree pay: shared by the { $households } in favour, { $highest } at most
payers-my-due = What do we pay
payers-pays = Pays
payers-receives = Receives
payers-shared = { $total } altogether, shared by { $households }
payers-now = Those who agree pay: { $households } have agreed, this one pays { $amount }
payers-now-without = Those who agree pay: { $households } have agreed, this one not yet
payers-agreed-rule = Those who agree share the cost; others pay nothing
payers-compare = Two versions compared
payers-before = Before: { $rule }
payers-after = Now: { $rule }
payers-lower = Pay less
payers-higher = Pay more
payers-same = The same
payers-together = { $amount } together
payers-column-door = Door
payers-column-before = Before (yuan)
payers-column-after = Now (yuan)
payers-column-by = Change (yuan)

# The desk: who pays
payers-who = Who pays
payers-who-everybody = Every household
payers-who-agreed = Those who agree
payers-line-join = {"; "}
payers-ask = What does one pay…
payers-ask-note = Find a household by door or pinyin and read it out; the screen can show its door and amount alone.
payers-project = Show this one
payers-preview = The screen shows door and amount, no name and no relief
payers-not-on-sheet = { $door } is not on this sheet and pays nothing.
payers-shared-label = Total
payers-weight = Weight
payers-weight-of = { $weight } of { $all }
payers-share = Share
payers-relief = Relief
payers-compensation = Compensation
payers-less = less { $amount }
payers-due = Pays
payers-compare-do = Compare versions…
payers-compare-project = Show the comparison
payers-version-before = Before
payers-version-after = Now
payers-version = Version { $n }: { $line }
payers-compare-line = { $lower } pay less, { $saved } together; { $higher } pay more, { $added } together; { $same } the same
fund-caption = Maintenance fund
fund-none = Not concerned
fund-line = { $matter } ({ $source })
fund-fits = { $matter }, by { $source }
fund-misfit = The rule does not fit: this is about the { $matter }
fund-take-rule = Take this rule

# Those who agree pay: gathering pledges
pledges-now = Agreed
pledges-of = of { $households }
pledges-highest = Highest now (yuan)
pledges-highest-note = shared by those who agreed
pledges-least = Highest if all agree (yuan)
pledges-least-note = shared by { $households }
pledges-over = Above the limit
pledges-over-note = would pay more than they can
pledges-none = Nobody has agreed yet
pledges-rule = Those who agree pay: each one more makes it less for the others. No money is taken before it is settled.
pledges-affordable = Nobody who agreed would pay more than they can; it can be settled
pledges-unaffordable = Not yet: { $needed } more must agree before nobody pays more than they can
pledges-never = It cannot be done: even if all agree, somebody pays more than they can
pledges-over-one = { $door } would pay { $share } and can pay { $limit }
pledges-over-more = { $list } … { $households } in all
pledges-settle = Settle
pledges-settle-by = Settle: { $households } pay
pledges-if-all = If all agree
pledges-mine = Now
pledges-not-in = Not agreed, pays nothing
pledges-limit = Can pay at most (yuan)
pledges-limit-hint = empty = no limit given
pledges-note = Those who agreed share the cost among them; these are intentions, nobody owes anything.
pledges-column-all = If all agree (yuan)
pledges-column-now = Now (yuan)
pledges-column-limit = At most (yuan)
pledges-sum-note = Pledges are being gathered: nobody has paid and nobody owes
