### figures
# Numbers and units
figure-heads = { $n } people
figure-heads-one = { $n } person
figure-households = { $n } households
figure-households-one = { $n } household
figure-area = { $n } ㎡
figure-area-paper = { $n } ㎡
figure-area-unknown = area not known
figure-unknown = not known
figure-money = { $n } yuan
figure-money-each = { $n } yuan a household
figure-minutes = { $n } min
verdict-passed = Passed
verdict-failed = Not passed
verdict-failed-paper = Not passed
verdict-undecidable = Cannot be decided
figure-uncounted = —

# Votes: exact fractions, what is missing, elections
figure-fraction = { $part }/{ $whole }
figure-check-more = { $fraction }, more than { $share } needed
figure-check-least = { $fraction }, at least { $share } needed
figure-check-most = { $fraction }, at most { $share } allowed
figure-check-heads = { $side } by heads, of { $base }: { $fraction }
figure-check-area = { $side } by area, of { $base }: { $fraction }
figure-check-heads-unknown = { $side } by heads: not known
figure-check-area-unknown = { $side } by area: not known
figure-counted-turnout = Taking part
figure-counted-present = Present
figure-counted-yes = Yes
figure-counted-no = No
figure-base-deciding = those saying yes or no
figure-base-participating = those taking part
figure-base-present = those present
figure-base-all = everybody entitled
figure-missing-doors = area not known: { $doors }
figure-missing-area = some areas are not known
figure-missing-participation = how many took part is not known
figure-missing-present = how many were present is not known
figure-doors-more = { $list } and others, { $count }
figure-elected = Elected
figure-tied = Tied
figure-not-elected = Not elected

# Votes: how they are held, who may vote
voting-hands = Show of hands
voting-hands-by-door = Show of hands by household
voting-roll-call = Roll-call vote
voting-paper = Vote on paper
voting-secret = Secret ballot
voting-merged = Vote in the hall and on paper
voting-scope-whole = all owners
voting-scope-building = owners of { $building }
voting-scope-stair = owners of { $building }, { $stair }
voting-scope-doors = owners of { $doors }
voting-building-number = building { $n }
voting-stair-number = stair { $n }
