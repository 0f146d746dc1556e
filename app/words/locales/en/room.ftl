### room: the texts of the audience cards that the session writes

room-item = Item { $n }
room-motion = Motion
room-only-discussed = discussed only
room-raise-hand-first = Raise your hand to speak
room-result = Result of the vote
room-owners-present = Owners present: { $n }
room-heads = Heads
room-area = Area
room-heads-n = { $n }
room-area-n = Area { $n }
room-present-n = { $n } present
room-needs = needs { $n }
room-information = for information
room-area-information = area for information
room-took-part = { $heads } took part, { $area }
room-line-half = more than half
room-line-approval = yes { $share }
room-line-turnout = turnout { $share }
room-cost = Cost sheet
room-total = Total
room-subsidy = Subsidy
room-shared-by = shared by { $households }
room-yuan = yuan
room-yuan-each = yuan each
room-stairs = Stair { $stairs }, { $households }
room-stair-join = , 
room-such-as = e.g. { $door }
room-decisions = Tonight's decisions
room-correct-us = Anything wrong? Raise your hand
room-review = Settled before
room-settled = What was settled
room-nothing-settled = Nothing was settled
room-goodbye = Closed. Thank you all
settled-vote = { $verdict }: { $question }
settled-election = Elected: { $names }
settled-election-nobody = Nobody was elected

page-yes = yes
page-no = no

# Votes
room-binding-cited = { $level }, { $cited }
room-vote-ahead = Coming: { $method }
room-vote-open = { $method }
room-vote-again = Counted again: { $method }
room-body = { $all } due, { $present } present
room-scope-all = { $scope }: { $all }
room-scope-present = { $scope }: { $all }, { $present } present
room-recused = stood aside: { $n }
room-proxies = by proxy: { $n }
room-came-out-before = Announced before: { $before }
room-same-as-before = Counted again, same result
room-turnout-out-of-reach = Even if all vote, { $amount } missing in turnout
room-turnout-lacks = turnout lacks { $n }
room-turnout-enough = turnout reached
room-present-lacks = { $n } missing in the hall
room-present-enough = enough present
room-result-again = Result of the recount
room-took-part-heads = { $heads } took part
room-void = Void: { $n }; they take part, not as yes
room-void-apart = Void: { $n }; they do not take part
room-conflicts = Second ballots not counted: { $n }
room-silence = Not returned: { $n }, counted by { $article }
room-stood-aside = Stood aside, not counted: { $n }
room-election-elected = Elected: { $n }
room-election-seats = Seats: { $seats }
room-election-vacant = Seats: { $seats }; vacant: { $vacant }
room-election-run-off = A tie: there is a run-off
room-election-lot = A tie: a lot is drawn
room-candidate = Candidate
room-candidate-result = Result

# Break
room-break = Break
room-break-until = We go on at { $time }
room-break-over =
    The break is over
    Please take your seats
