## Before the vote: what the hall leans to; not a decision
poll-kind-sense = sense check
poll-kind-consent = consent round
poll-kind-dots = dot poll
poll-kind-approval = approval poll
poll-kind-any = poll
poll-not-binding = not a decision, for information only
poll-grade-support = support
poll-grade-fine = can live with it
poll-grade-worried = worried
poll-settled-withdrawn = withdrawn
poll-settled-integrated = taken in
poll-how-sense = Each shows one: support, can live with it, worried
poll-how-consent = Whoever objects raises a hand and says why; no objection means: can live with it
poll-how-dots = { $dots } each, at most { $cap } on one option; { $winners } to come out
poll-how-approval = Raise a hand for every option you approve of; { $winners } to come out
poll-dots = { $n } dots
poll-dots-one = { $n } dot
poll-present = { $n } present
poll-present-all = { $n } present, guests included
poll-result-consent = No objection stands
poll-result-objections = { $n } objections stand
poll-result-objections-one = 1 objection stands
poll-result-none = Nothing was chosen
poll-result-chosen = Chosen: { $winners }
poll-result-tied = { $tied } are level; { $open } of them still to come out
poll-result-chosen-tied = Chosen: { $winners }; { $tied } are level, { $open } of them still to come out

## Names of deeds
deed-poll-opened = open the { $kind }
deed-runoff-opened = open the run-off of the { $kind }
deed-poll-counted = count of the { $kind }
deed-objection-raised = objection of { $name }
deed-objection-settled = objection of { $name }: { $how }
deed-objection-settled-unknown = an objection dealt with
deed-poll-closed = close the { $kind }

## Why not
refusal-poll-open = A poll is still open, so this was not done and everything recorded is kept; close the poll first.
refusal-unknown-poll = There is no such poll and nothing was recorded; check whether it has been opened.
refusal-poll-closed = The poll is closed and its count was not changed; open another one to ask again.
refusal-poll-not-closed = The poll is still open, so no run-off was opened; close the poll first.
refusal-nobody-takes-part = Nobody is signed in, so no poll was opened; sign people in first.
refusal-poll-has-no-count = A consent round is not counted, so nothing was recorded; record objections instead.
refusal-bad-poll-count = { $got } numbers were entered where { $expected } are needed; nothing was recorded. Enter one for each line.
refusal-poll-over = { $counted } in all are more than the { $allowed } the hall can give; nothing was recorded. Count again.
refusal-option-over = { $counted } on option { $n } are more than the { $allowed } the hall can give to one; nothing was recorded. Count again.
refusal-poll-not-counted = Nobody has counted yet, so the poll was not closed; enter the numbers first.
refusal-takes-no-objection = Only a consent round takes objections, so nothing was recorded; note it as a speech.
refusal-unknown-objection = There is no such objection and nothing was recorded; check its number.
refusal-objection-settled = This objection has been dealt with and the record is unchanged; record a new one as another.
refusal-no-tie = Nothing is level, so no run-off was opened; the result stands above.
refusal-runoff-opened = This tie has its run-off already, so no other was opened; if that one is level too, open the next from there.
refusal-poll-few-options = There are fewer than two options, so the poll was not opened; write one option a line.
refusal-poll-many-options = There are more than { $most } options, so the poll was not opened; join those that are alike.
refusal-poll-option-twice = “{ $option }” stands twice, so the poll was not opened; keep one of them.
refusal-poll-no-options = A sense check and a consent round ask one thing, so the poll was not opened; take the options away, or use dots or approval.
refusal-poll-winners = The number to come out is not possible, so the poll was not opened; it must be at least 1 and fewer than the options.
refusal-poll-no-dots = Everybody needs at least 1 dot and an option must be able to take 1, so the poll was not opened; change the numbers.
refusal-poll-cap = More dots on one option than a person has are not possible, so the poll was not opened; lower the cap or give more dots.

## Minutes
minutes-poll-runoff = run-off of the { $kind }
minutes-poll-count = { $option } { $count }
minutes-poll-silent = no answer { $count }
minutes-poll-sense = { $kind } on “{ $question }”, { $present } present: { $list }. This is not a decision, for information only
minutes-poll-consent = { $kind } on “{ $question }”, { $present } present, objections raised: { $list }. { $result }. This is not a decision, for information only
minutes-poll-dots = { $kind } on “{ $question }”, { $present } present, { $how }: { $list }. { $result }. This is not a decision, for information only
minutes-poll-approval = { $kind } on “{ $question }”, { $present } present, { $how }: { $list }. { $result }. This is not a decision, for information only
minutes-objection = { $name } objected: { $reason }
minutes-objection-withdrawn = { $name } objected: { $reason }; withdrawn later: { $words }
minutes-objection-integrated = { $name } objected: { $reason }; taken in: { $words }

## Screen
room-poll = { $kind }
room-poll-result = { $kind }: result
room-runoff = { $kind }: run-off
room-runoff-result = { $kind }: result of the run-off
room-poll-out = chosen
room-poll-tied = level
room-poll-silent = { $present }, no answer: { $n }
room-poll-objections = { $present }, objections raised: { $n }
room-poll-dots = { $present }, { $n } dots placed of { $all }
card-poll = Poll
