### rule
# A vote's rule in one sentence
rule-more-yes-heads = Passed if more people say yes than no; a tie is not enough
rule-more-yes-area = Passed if more area says yes than no; a tie is not enough
rule-more-yes-both = Passed if both more people and more area say yes than no; a tie is not enough
rule-whole = Passed if { $clauses }
rule-whole-void-apart = Passed if { $clauses }; void ballots do not count as taking part
rule-clause-join = {" and "}
rule-turnout = at least { $share } of { $base } take part by { $measure }
rule-approval-more = more than { $share } of { $base } say { $side } by { $measure }
rule-approval-least = at least { $share } of { $base } say { $side } by { $measure }
rule-approval-most = at most { $share } of { $base } say { $side } by { $measure }
rule-side-yes = yes
rule-side-no = no
rule-measure-heads = heads
rule-measure-area = area
rule-measure-both = heads and by area
rule-base-deciding = those saying yes or no
rule-base-participating = those taking part
rule-base-present = those present
rule-base-all = everybody entitled
share-half = half
share-whole = the whole
share-fraction = { $num }/{ $den }

# What kind of decision it is
binding-short-deliberation = Deliberation
binding-short-residents = Residents' decision
binding-short-villagers = Villagers' decision
binding-short-party = Party members' opinion
binding-short-owners = Owners' decision
binding-long-deliberation = a deliberation, without the force of an owners' assembly
binding-with-source = { $level } ({ $law }, { $article })

# Where a result comes from
threshold-half = more than half
threshold-half-not = not more than half
threshold-half-not-paper = not more than half
threshold-more = more than { $share }
threshold-more-not = not more than { $share }
threshold-more-not-paper = not more than { $share }
threshold-least = at least { $share }
threshold-least-not = less than { $share }
threshold-least-not-paper = less than { $share }
threshold-most = at most { $share }
threshold-most-not = more than { $share }
reason-yes-heads = { $threshold } in favour
reason-yes-area = { $threshold } of the area in favour
reason-yes-both = { $threshold } in favour by heads and by area
reason-no-heads = { $threshold } against
reason-no-area = { $threshold } of the area against
reason-no-both = { $threshold } against by heads and by area
reason-turnout-heads = { $threshold } took part by heads
reason-turnout-area = { $threshold } took part by area
reason-turnout-both = { $threshold } took part by heads and by area
reason-without-abstentions = { $reason } (abstentions not counted)
reason-area-unknown = some areas are not known
reason-join = {", "}

# What is missing and what is beyond
shortfall = { $amount } missing
shortfall-turnout = { $amount } missing in participation
shortfall-yes = { $amount } missing in favour
shortfall-no = { $amount } missing against
shortfall-too-many = { $amount } too many against
surplus = { $amount } beyond { $threshold }

rule-problem-unreadable = { $detail }
rule-problem-bad-id = the id { $detail } may hold small letters, digits and hyphens only
rule-problem-no-title = it needs a title in both languages
rule-problem-no-approval = it does not say what passes
rule-problem-no-share = { $detail } is no share between 0 and 1
rule-problem-never-met = more than { $detail } can never be reached
rule-problem-always-met = { $detail } is always reached, so it asks for nothing
rule-problem-wrong-way = yes and turnout need more than or at least, no needs at most
rule-problem-twice = the same count has two thresholds
rule-problem-turnout-of-itself = turnout is held against itself
rule-problem-present-of-absent = it takes a share of those present, but the absent vote too
rule-problem-area-of-body = members of a body have no area
rule-problem-secret-area = secret papers do not say whose area they are, so area cannot be measured
rule-problem-bad-election = an election needs seats and counts yes alone
rule-problem-no-source = a decision that binds needs its law and article
rule-problem-no-clause = ballots that never came back take part only by a clause that is quoted with its article
