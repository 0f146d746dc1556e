### roll

# Attachments
scan-too-large = { $file } is larger than 20 MB and was not attached; make the picture smaller first
scan-other-kind = { $file } is no photo or scan and was not attached; save it as .jpg, .png or .pdf first

# Where an area comes from
area-source-register = land register
area-source-survey = survey
area-source-contract = contract
area-source-roll = roll

# One household
roll-detail-area-from = { $area } ({ $source })
roll-detail-developer = Developer
roll-detail-undelivered = Not delivered yet: until then the developer votes
roll-let-vote = Let them vote
roll-let-vote-name = Let { $name } vote
roll-correct-area = Correct area…
roll-transfer = Transfer…
roll-undelivered = Not delivered…
roll-deliver = Delivered
roll-undelivered-by = { $developer } (not delivered)
roll-part-no-area = No area { $count }
roll-part-undelivered = Not delivered { $count }
roll-same-owner = Maybe one owner

# Correct an area
roll-area-title = Correct the area of { $door }
roll-area-hint = It is { $before } now. Votes of before stay as they are
roll-area-hint-none = The roll has no area for it yet; votes by area need one
roll-area-field = Area (㎡)
roll-area-wrong = Write a number, such as 45.83
roll-area-source = Taken from
roll-area-do = Correct
roll-area-needs = The area first

# Transfer
roll-transfer-title = Transfer { $door }
roll-transfer-hint = Name the new owners; the first votes. Votes of before keep the old ones
roll-transfer-name = New owner
roll-transfer-phone = Phone
roll-transfer-name-n = Owner { $n }
roll-transfer-phone-n = Phone { $n }
roll-transfer-more = Add a co-owner
roll-transfer-do = Transfer
roll-transfer-needs = The new owner's name first

# Not delivered
roll-undelivered-title = Which are not delivered
roll-undelivered-hint = For what is unsold or not handed over the developer votes, as one head
roll-undelivered-which = Units
roll-undelivered-one = Only { $door }
roll-undelivered-building = Building { $building }, { $count }
roll-undelivered-listed = The { $count } listed
roll-undelivered-developer = Developer's name
roll-undelivered-do = Developer votes
roll-undelivered-needs = The developer's name first

# Changes of the roll
roll-changes = Changes
roll-changes-hint = How the roll came to be what it is. Every vote keeps the roll of its day, whatever came later
roll-changes-when = When
roll-changes-who = By
roll-changes-what = Change
roll-changes-nobody = nobody named
roll-change-imported = Roll imported, { $count }
roll-change-joined = { $doors } are one owner's
roll-change-voter = { $door }: another co-owner votes
roll-change-undelivered = Not delivered, the developer votes: { $doors }
roll-change-delivered = Delivered: { $doors }
roll-change-area = { $door }: area corrected
roll-change-transferred = { $door } transferred
roll-change-and-more = { $doors } and more, { $count }

# Written proxies
proxy-title = Written proxies
proxy-add = Record a proxy…
proxy-agent = { $name } speaks for { $count }
proxy-agent-absent = The agent is not in the hall: nobody answers for them now
proxy-paper-n = paper { $paper }
proxy-has-scan = scan
proxy-withdraw = Take back
proxy-withdraw-name = Take back the proxy of { $name }
proxy-principal-came = Came in person and votes in person
proxy-leaving = Holds proxies of { $count }: { $names }. After leaving nobody answers for them
proxy-not-there = Holds proxies of { $count }: { $names }. Counts once signed in
proxy-came-himself = Had given a proxy to { $agent }, is here now and votes in person
proxy-given-to = Has given a written proxy to { $agent }
proxy-sheet-title = Record a written proxy
proxy-sheet-hint = The agent must vote as the paper says; keep the paper itself
proxy-principal = From
proxy-agent-field = To
proxy-paper = Number of the paper
proxy-paper-hint = Such as W-03, may stay empty
proxy-scan = Attach a scan…
proxy-other-scan = Another scan…
proxy-scan-hint = jpg, png or pdf, at most 20 MB
proxy-scan-attached = { $file } attached
proxy-do = Record
proxy-needs-principal = First say who gives it
proxy-needs-owner = Only an owner who votes can give a proxy
proxy-needs-agent = First say who holds it
window-pick-scan = Choose the scan of the proxy
window-kind-scan = Photos and scans

# Seen at sign-in
sign-in-with-proxies = { $present } in the hall, and { $proxies } by proxy
sign-in-by-agent = by proxy
sign-in-late = Came after the vote began, not counted this time
sign-in-late-paper = Came after the vote began, this time on paper only
sign-in-late-at = { $time }, late
sign-in-late-count = { $count }: { $what }
