### common
product-name = Fangzhuo
product-motto = Matters of all, settled at one table

# Punctuation
list-comma = {", "}
clause-comma = {", "}
sentence-end = .

# People
name-with-place = { $name } ({ $place })
name-erased = (erased)
text-erased = (erased)

# Choices and sides
choice-yes = yes
choice-no = no
choice-abstain = abstain
choice-void = void
side-yes = for
side-no = against
side-question = question
side-neutral = to speak
answer-agreed = agreed
answer-declined = declined
answer-not-reached = no answer yet
paid-cash = cash
paid-transfer = transfer
item-kind-review = Last decisions
item-kind-discussion = Discussion
item-kind-proposal = Discussion and vote
item-kind-procedure = Procedure
item-kind-read-back = Read-back
item-number = Item { $n }

# Order and rule of speaking
place-not-spoken = Has not spoken on this item
place-spoken-less = Has spoken { $n } ×, fewer turns go first
place-side-yes = The turn of those in favour
place-side-no = The turn of those against
place-hand = Hand up at { $time }
place-spoken = { $reason }; has spoken { $n } ×
talk-rule = { $span } each, { $turns } turns an item
talk-rule-once = { $span } each, { $turns } turn an item

# Time
weekday-monday = Mon
weekday-tuesday = Tue
weekday-wednesday = Wed
weekday-thursday = Thu
weekday-friday = Fri
weekday-saturday = Sat
weekday-sunday = Sun
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December
moment-date = { $day } { $month }
moment-date-year = { $date } { $year }
moment-weekday-date = { $weekday } { $date }
moment-day-time = { $day }, { $time }
moment-minute = { $n } minute
moment-minutes = { $n } minutes
moment-seconds = { $n } seconds
moment-minutes-seconds = { $minutes } min { $seconds } s
moment-late = { $n } min late
moment-early = { $n } min early
moment-late-hours = { $hours } h { $n } min late
moment-early-hours = { $hours } h { $n } min early
moment-on-time = On time
