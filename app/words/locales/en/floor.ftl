# Who speaks: sides, order, how far somebody is
side-order = point of order
place-order = Points of order come first
place-question = Questions are answered first
place-spoken-more = Spoken { $n } ×, fewer turns first
place-other-yes = { $time }, after those in favour
place-other-no = { $time }, after those against
talk-rule-no-limit = no time limit, { $turns } turns an item
standing-raised = hand up
standing-called = called
standing-speaking = speaking
standing-done = has spoken
standing-withdrawn = took the hand down

# Prompts of the chair: the rule, never a name
prompt-stance-first = For or against first, please
prompt-on-topic = Keep to the matter, please
prompt-no-interrupting = Let people finish, please
prompt-face-chair = Speak to the chair, please
prompt-courtesy = Stay courteous, please
prompt-wind-up = Time is up, please finish
prompt-hand-first = Raise a hand first, please
prompt-one-matter = One matter at a time, please
prompt-new-voices = New voices first, please

# Deeds
deed-speaker-called = { $name } called to speak
deed-turn-slept = computer slept, clock stopped
deed-talk-rule-set = talk rule of item { $n } changed
deed-prompt-given = prompt "{ $prompt }"

# Refusals
refusal-speaker-is-called = Somebody is called already and the order is unchanged; start that clock first, or take the hand down.
refusal-extra-time-given = One turn gets { $span } more at the most, so the time is unchanged; whoever has not finished can raise a hand again.
refusal-no-time-to-take = This turn has not that much time to add or take, so the clock is unchanged; to stop it, press pause or end the turn.
refusal-moment-outside-turn = That moment is not within this turn, so the clock was not touched; take one after the call.
refusal-bad-talk-rule = Nobody could speak under that rule, so it was not changed; everybody needs 1 turn at least.

# Minutes
minutes-talk-rule = talk rule of this item changed to { $rule }
minutes-speech-order = { $name } raised a point of order: { $text }
minutes-spoke-order = { $name } raised a point of order
minutes-speech-extended = { $text } (the chair granted { $span } more)

# The desk
meeting-called = Called, on the way
meeting-called-not-here = Not speaking, lower
meeting-clock-start = Start the clock
meeting-clock-forgotten = Speaker changed { $n } s ago, clock not started
meeting-from-call = From then
meeting-clock-slept = Slept { $span }, clock paused
meeting-no-turn = not a turn
meeting-talk-sides = Sides
meeting-talk-people = People
meeting-talk-buildings = Buildings
meeting-talk-building = Building { $n }
meeting-talk-guests = Guests
meeting-talk-nobody = Nobody has spoken on this item
meeting-talk-rule = Talk rule
meeting-talk-rule-change = Change…
meeting-talk-rule-note = For this item only, from the next speaker on; the minutes mention it
meeting-prompts = Prompts (on the screen, no name on record)
meeting-prompts-more = More…
meeting-prompts-fewer = Fewer
screen-called = Please speak
screen-side-order = Point of order
action-clock-from-call = Count from the call
action-clock-from-call-help = The clock's start was forgotten: count from the moment of the call
action-prompt-help = Show this rule on the screen for some seconds, naming nobody
