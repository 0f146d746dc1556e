### minutes

# Share roll
share-roll-door = Door
share-roll-owner = Owner
share-roll-basis = Basis
share-roll-weight = Coefficient
share-roll-due = Share
share-roll-relief = Relief
share-roll-paid = Paid
share-roll-agreed = Agreed
share-roll-paid-on = Paid on
share-roll-signature = Signature
share-roll-total = Total
share-roll-unit = Amounts in yuan
share-roll-pages = Page { $page } of { $pages }
share-roll-sheet = Share roll

# A paper cannot be written
paper-error-amount = An amount is too large for a workbook to keep exactly, so no file was written. Check the amounts.
paper-error-code = The text is too long for a QR code, so no file was written. Send the log to those who maintain the program.
paper-error-format = The file could not be written; everything of the meeting is kept. Try again, or choose another format.

# Minutes: title and front
minutes-title = Minutes of { $title }
minutes-title-numbered = Minutes of { $title }, no. { $n }
minutes-title-numbered-kind = Minutes of { $community }{ $kind }, no. { $n }
minutes-heading = { $number }. { $title }
minutes-other = Other matters
minutes-meta-time = Time
minutes-meta-place = Place
minutes-meta-chair = Chair
minutes-meta-recorder = Recorder
minutes-meta-counters = Counters
minutes-meta-present = Present
minutes-meta-absent = Excused or absent
minutes-meta-observers = In attendance
minutes-time-span = { $from } to { $to }
minutes-present = { $present } of { $due } owners
minutes-present-area = { $present } of { $due } owners ({ $area })
minutes-absent-many = { $count }, doors on the attendance sheet
minutes-unreached = Not taken up: { $list }.

# Each sentence
minutes-quote = { $supplier } { $amount }
minutes-quotes = { $count } quotes: { $list }
minutes-quotes-one = Quote: { $list }
minutes-quote-lowest = The meeting took the lowest quote, { $supplier }, { $amount }
minutes-quote-chosen = The meeting took { $supplier }, { $amount }
minutes-moved = { $mover } moved a motion
minutes-moved-seconded = { $mover } moved a motion, seconded by { $seconder }
minutes-with-text = { $opening }: { $text }
minutes-amended = The motion was changed to: { $text }
minutes-procedure = Procedure “{ $title }” concluded: { $text }
minutes-procedure-sum = Procedure “{ $title }” computed: { $text }
minutes-speech-yes = { $name }, in favour: { $text }
minutes-speech-no = { $name }, against: { $text }
minutes-speech-question = { $name } asked: { $text }
minutes-speech = { $name } said: { $text }
minutes-spoke-yes = { $name } spoke in favour
minutes-spoke-no = { $name } spoke against
minutes-spoke-question = { $name } asked a question
minutes-spoke = { $name } spoke
minutes-vote = { $method }: { $parts }
minutes-vote-on = On “{ $question }”: { $text }
minutes-vote-side = { $side } { $heads } ({ $area })
minutes-vote-side-heads = { $side } { $heads }
minutes-vote-void-in = { $text }, counted as taking part
minutes-vote-void-apart = { $text }, not counted as taking part
minutes-vote-unanswered = { $list }; present without an answer: { $unanswered }
minutes-duty = { $text }; responsible: { $name }
minutes-duty-due = { $text }; responsible: { $name }, by { $due }
minutes-concluded = Decided: { $text }
minutes-read-back = The decisions of the meeting were read back.
minutes-nothing-noted = Nothing was noted on this item.
minutes-shelved = The item was put off
minutes-arrived = { $time }: { $name } arrived and took part from then on
minutes-arrived-guest = { $time }: { $name } arrived
minutes-left = { $time }: { $name } left

# End and tables
minutes-attached = Attached
minutes-attached-attendance = attendance sheet
minutes-attached-votes = record of the roll-call votes
minutes-attached-shares = share roll
minutes-sign-chair = Chair
minutes-sign-recorder = Recorder
minutes-sign-counters = Counters
minutes-sign-representatives = Residents' representatives
minutes-not-final = This draft is not final; the final minutes hold.
minutes-head = Head of the file { $digits }
minutes-code = Scan to check this file
minutes-table-votes = Votes
minutes-table-question = Question
minutes-table-due = Due
minutes-table-present = Present
minutes-table-yes = Yes
minutes-table-no = No
minutes-table-abstain = Abstain
minutes-table-void = Void
minutes-table-result = Result
minutes-table-duties = Duties
minutes-table-duty = Duty
minutes-table-responsible = Responsible
minutes-table-by = By
minutes-table-no-due = open

# Share roll: title and notes
share-roll-title-tail = cost sharing
share-roll-title = { $title }: share roll
share-roll-fact-project = Project
share-roll-fact-gross = Bill
share-roll-fact-funding = Funding
share-roll-fact-net = Shared
share-roll-fact-rule = Rule
share-roll-fact-source = Basis
share-roll-funding = { $label } { $amount }
share-roll-net = { $amount }, { $households }
share-roll-adopted = voted at { $meeting }, { $date }
share-roll-note-deliberation = This is a deliberation: households that agreed pay by it; nothing is due from the others.
share-roll-note-surplus = Shares are rounded up; { $amount } more than the bill is kept as a surplus.
share-roll-note-names = Owners' names are shortened in print.

minutes-reopened = The vote was opened again after its result ({ $before }); reason: { $reason }
minutes-recused = { $name } stood aside from this vote; reason: { $reason }
minutes-proxy = { $principal } gave { $agent } a written proxy

# Votes
minutes-semicolon = {"; "}
minutes-and-others = { $list } and others
minutes-vote-scope = among { $scope }
minutes-vote-due = { $due } due, { $present } present
minutes-vote-entitled = { $due } entitled, { $area }
minutes-vote-recused = not counted, having stood aside: { $names }
minutes-vote-agent = { $agent } voted for { $principals } by written proxy
minutes-vote-recounted = Counted again. { $text }
minutes-vote-hands-by = { $name } counted the hands
minutes-vote-hands-again = They were counted { $n } times; the last count holds
minutes-vote-secret-by = { $names } counted the papers apart and agreed on every side
minutes-vote-batches = Papers, batch { $batches }, { $papers } in all, were read by { $names } one after the other and agreed door by door
minutes-vote-rule = Rule: { $rule }
minutes-vote-verdict = { $reason }: { $verdict }
minutes-vote-binding = Kind of decision: { $binding }
minutes-vote-unreturned = { $list }; not returned and not taking part: { $unanswered }
minutes-vote-silence-abstains = Papers of { $heads } did not come back and count as abstaining by { $article } “{ $clause }”
minutes-vote-silence-follows = Papers of { $heads } did not come back and go to the larger side by { $article } “{ $clause }”
minutes-vote-conflict = { $door } first { $first }, then { $second }
minutes-vote-conflicts = Second ballots that say something else, not counted: { $n } ({ $list })
minutes-election = { $seats } to be elected, { $candidates } candidates, { $papers } papers received
minutes-election-void = { $seats } to be elected, { $candidates } candidates, { $papers } papers received, { $void } of them void
minutes-election-nobody = No candidate is elected
minutes-election-elected = Elected: { $names }
minutes-election-run-off = { $names } tie for the last seats; there is a run-off among them
minutes-election-lot = { $names } tie for the last seats; a lot is drawn before everybody
minutes-election-vacant = Seats left vacant: { $n }
minutes-candidate-yes = { $side } { $heads } ({ $fractions })
minutes-candidate = { $name }: { $sides }, { $result }
minutes-attached-hands = record of the shows of hands
minutes-attached-ballots = ballot papers
minutes-table-candidate = Candidate
minutes-table-candidates = Election: { $question }

# Public notice of a result
notice-title = Notice of the result of a vote
notice-about = { $community }, { $scope }: result of the vote on “{ $question }”
notice-scope = 1. Who could vote
notice-among = { $scope }; { $heads } and { $area } in all
notice-recused = Not counted, having stood aside for a conflict of interest: { $heads }
notice-time = 2. Time and way of voting
notice-held = { $method }, { $span }
notice-recounted = It was counted again after a first result, { $before }
notice-turnout = 3. Taking part
notice-took-part = { $heads } took part, { $area }
notice-met = { $check }, reached
notice-not-met = { $check }, not reached
notice-unknown = { $check }, cannot be decided
notice-sides = 4. What was said
notice-candidates = The count of each candidate is in the table; { $void }
notice-basis = 5. Basis
notice-result = 6. Result
notice-elected = { $seats } to be elected, { $elected } elected: { $names }
notice-nobody = { $seats } to be elected, nobody is elected
notice-tied = { $names } tie, their seats are open
notice-objections = 7. Posting and objections
notice-period = Posted from ____________ to ____________
notice-objection = Objections in writing to ________________, telephone ____________
notice-publisher = Published by (seal)
notice-day = Date
