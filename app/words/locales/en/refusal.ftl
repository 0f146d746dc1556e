### refusal
# One sentence: what is wrong, what was kept, what to do
refusal-owner-of-several = { $door } ({ $name }, the same owner as { $others })

# File and roll
refusal-file-exists = This file has content already and was not changed; to begin another, create a new file.
refusal-no-file = The file has not been begun, so nothing was recorded; enter the name of the community and create it first.
refusal-read-only = The file can only be read for now, so nothing was recorded; close it where it is open and open it again.
refusal-not-sealed = This text has not been stored in the file and was not recorded; please try again.
refusal-empty-text = Nothing has been written here, so nothing was recorded; write the text and confirm.
refusal-empty-roll = The sheet has no household and the roll is unchanged; check whether this is the right sheet.
refusal-duplicate-door = Door { $door } stands twice and the roll was not imported; correct one of them in the sheet and import it again.
refusal-bad-unit = { $door } has no owner, or an area that is not above 0, and the roll was not imported; correct the sheet and import it again.
refusal-bad-unit-no-door = A unit has no door and the roll was not imported; add it in the sheet and import it again.
refusal-meeting-open = A meeting is open, so the roll and personal data were not changed; do it after the meeting.
refusal-unknown-door = The roll has no { $door }, so nothing was recorded; check the door, or search by name.
refusal-unknown-person = Nobody is known as “{ $who }”, so nothing was recorded; choose somebody from the roll or the guests.
refusal-no-chair = No chair has been named, so nothing was recorded; open the meeting and name the chair first.
refusal-no-recorder = No recorder has been named, so nothing was recorded; open the meeting and name the recorder first.
refusal-no-counter = The counters have not been named, so nothing was recorded; name two counters first.
refusal-nothing-to-join = These units have one owner already, or only one was chosen, and the roll is unchanged; choose two or more with different owners.
refusal-already-erased = This person's data are erased already and nothing was touched; check whether this is the right person.

# Meeting and agenda
refusal-no-meeting = No meeting is planned, so nothing was recorded; plan a meeting first.
refusal-not-open = The meeting is not in session, so nothing was recorded; open it first.
refusal-already-opened = This meeting has been opened before and was not changed; plan another one to meet again.
refusal-other-meeting-open = Another meeting is in session and this one was not opened; close the other one first.
refusal-no-agenda = The agenda is empty, so this was not done; add an item first.
refusal-unknown-item = The agenda has no such item ({ $item }) and nothing was changed; choose another one.
refusal-no-current-item = No item is on the table, so nothing was recorded; start one from the agenda first.
refusal-item-is-current = { $item } is on the table and was not started again; just go on.
refusal-item-has-begun = { $item } has begun, so its title and time were not changed; add another item instead.
refusal-same-counter = Both counters are the same person, so nothing was recorded; choose another one.
refusal-already-present = { $door } is signed in and was not counted twice; to change the time, sign out first.
refusal-already-present-guest = This person is signed in and was not counted twice; to change the time, sign out first.
refusal-not-present = { $door } is not signed in, so nothing was recorded; sign in first.
refusal-not-present-guest = This person is not signed in, so nothing was recorded; sign in first.

# Speaking
refusal-hand-is-up = This hand is up already and the order is unchanged; the turn will come.
refusal-no-hand = This person has no hand up and the order is unchanged; check whether this is the right person.
refusal-turns-used-up = This person has had { $turns } turns on this item and was not put in the queue; a hand for a question is still possible.
refusal-nobody-waits = Nobody waits to speak and the clock was not touched; raise a hand first.
refusal-somebody-speaks = Somebody is speaking and keeps the floor; end that turn first.
refusal-nobody-speaks = Nobody is speaking and the clock was not touched; give somebody the floor first.
refusal-clock-paused = The clock is paused and no time was lost; press continue to go on.
refusal-clock-runs = The clock is running and was not started again; press pause to stop it.
refusal-no-turn = There is no such turn, so the text was not recorded; give somebody the floor first.

# Minutes
refusal-unknown-sentence = The minutes have no such sentence and nothing else was touched; choose a sentence again.
refusal-minutes-final = The minutes are final and were not changed; additions go into the next meeting.
refusal-meeting-not-closed = The meeting is not over and the minutes were not made final; close the meeting first.

# Quotes, motions and procedures
refusal-bad-amount = An amount must be above 0, so nothing was recorded; check it and enter it again.
refusal-unknown-quote = This item has no such quote and none was chosen; choose one of those noted.
refusal-unknown-motion = This meeting has no such motion and nothing was changed; choose one again.
refusal-unknown-sheet = There is no such share sheet and none was attached; finish the apportionment first.
refusal-motion-voted = This motion has gone to the vote and its text was not changed; move another motion instead.
refusal-unknown-procedure = There is no such procedure and nothing was changed; open it again on the procedures page.
refusal-procedure-concluded = This procedure has its conclusion, which was not changed; start it once more to compute again.
refusal-step-outdated = This page changed a moment ago and the step was not taken; look at the new page and do it again.
refusal-procedure-runs = A procedure of this item is not finished and no other was started; finish it first.
refusal-bad-sheet = The share sheet does not add up and was not adopted; check it in the procedure and compute it again.

# Votes
refusal-vote-open = The vote is still open, so this was not done and every ballot is kept; close the vote first.
refusal-only-discussed = { $item } came after the notice and may only be discussed, so no vote was opened; leave it to the next meeting.
refusal-unknown-rule = There is no rule “{ $rule }” and no vote was opened; choose one of the rules listed.
refusal-area-missing = This rule counts area and that of { $door } is not known, so no vote was opened; add it to the roll first.
refusal-no-notice = This rule needs prior notice and none is recorded, so no vote was opened; give notice and vote next time.
refusal-nobody-may-vote = Nobody who may vote is in the hall, so no vote was opened; sign people in first.
refusal-unknown-vote = There is no such vote and no ballot was recorded; check whether it has been opened.
refusal-vote-closed = The vote is closed and its count was not changed; move another motion to vote again.
refusal-no-elector = { $door } is not among those who may vote, so no ballot was recorded; check the door.
refusal-elector-absent = { $door } was not in the hall when the vote opened, so no ballot was recorded; check the door.
refusal-already-voted = { $door } is recorded as { $choice }; to change it, undo that ballot first.

# Ledger and collections
refusal-unknown-matter = The ledger has no such matter and nothing was changed; choose one again.
refusal-matter-unchanged = This matter is in that state already and nothing was changed; check whether it is the right one.
refusal-unknown-collection = There is no such collection, so nothing was recorded; choose one again.
refusal-not-in-collection = { $door } is not in this collection, so nothing was recorded; check the door.
refusal-more-than-open = { $door } has { $open } left to pay and this is more, so it was not recorded; check the amount.
refusal-has-paid = { $door } has paid and stays as agreed; to change it, undo that payment first.

# Undo
refusal-nothing-to-undo = There is nothing to undo and nothing was changed; just go on.
refusal-barrier = Undo stops at a closed vote, a concluded procedure, final minutes or an erasure, and the record is unchanged; add a note to correct it.
refusal-nothing-to-redo = There is nothing to redo and nothing was changed; whatever is done after an undo ends it.
