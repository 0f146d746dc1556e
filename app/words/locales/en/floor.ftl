# Who speaks: sides, order, how far somebody is
side-order = point of order
place-order = Points of order come first
place-question = Questions are answered first
place-spoken-more = Has spoken { $n } ×, fewer turns go first
place-other-yes = Hand up at { $time }, after those in favour
place-other-no = Hand up at { $time }, after those against
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
deed-prompt-given = prompt “{ $prompt }”

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

# Talk time
talk-guests = guests
