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
