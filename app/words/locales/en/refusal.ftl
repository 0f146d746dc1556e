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
refusal-unknown-person = Nobody is known as "{ $who }", so nothing was recorded; choose somebody from the roll or the guests.
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
refusal-item-announced = { $item } stands in the notice, so it was not taken off; put it off in the meeting instead.
refusal-lock-stays = The notice went out, so late items stay discussed only and the plan was not changed; everything else in it can be.
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
refusal-procedure-adopted = This very file is adopted already; nothing was changed.
refusal-procedure-not-adopted = This procedure is not on the list (never adopted, or retired); nothing was changed. See the list on the procedures page.
refusal-bad-sheet = The share sheet does not add up and was not adopted; check it in the procedure and compute it again.
refusal-bad-materials = A table of this conclusion does not hold together, or names somebody or a door the roll does not have, and was not adopted; check it in the procedure.
refusal-procedure-not-concluded = This procedure has no conclusion yet; finish it, then use its results.
refusal-procedure-is-here = This procedure is under this item already; go on with it here.
refusal-day-told = This procedure has been told of this day already; nothing was recorded.
refusal-not-a-candidate = "{ $option }" is no candidate of this procedure and was not listed; choose among its candidates.
refusal-candidate-excluded = "{ $option }" is ruled out ({ $reason }) and cannot be voted on; take it off and open again.
refusal-unknown-offer = This procedure offers no such duty; nothing was put on the ledger.
refusal-offer-taken = This duty is on the ledger already; it was not put there twice.

# Votes
refusal-vote-open = The vote is still open, so this was not done and every ballot is kept; close the vote first.
refusal-only-discussed = { $item } came after the notice and may only be discussed, so no vote was opened; leave it to the next meeting.
refusal-unknown-rule = There is no rule "{ $rule }" and no vote was opened; choose one of the rules listed.
refusal-area-missing = This rule counts area and that of { $door } is not known, so no vote was opened; add it to the roll first.
refusal-no-notice = This rule needs prior notice and none is recorded, so no vote was opened; give notice and vote next time.
refusal-nobody-may-vote = Nobody who may vote is in the hall, so no vote was opened; sign people in first.
refusal-unknown-vote = There is no such vote and no ballot was recorded; check whether it has been opened.
refusal-vote-closed = The vote is closed and its count was not changed; move another motion to vote again.
refusal-no-elector = { $door } is not among those who may vote, so no ballot was recorded; check the door.
refusal-elector-absent = { $door } was not in the hall when the vote opened, so no ballot was recorded; check the door.
refusal-already-voted = { $door } is recorded as { $choice }, so nothing was added; what was recorded wrongly in the hall can be put right.
refusal-not-answered = { $door } has not answered, so there is nothing to put right; record the answer instead.

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

refusal-bad-rule = This rule cannot be used: { $problem }. It was not taken; mend it and try again.
refusal-rule-id-taken = The rule id { $rule } belongs to a rule of the program, so it was not taken; choose another id.
refusal-already-recused = This person is kept out of the motion already; there is nothing to record.
refusal-must-be-written = This rule wants every opinion in writing, so the vote was not opened; use paper ballots.
refusal-must-be-secret = This rule wants a secret ballot, so the vote was not opened; use secret papers.
refusal-must-be-open = This rule wants an open vote, so the vote was not opened; choose another way of voting.
refusal-sides-have-no-area = This rule measures area, and hands or secret papers counted by side do not say whose; the vote was not opened. Use roll-call, hands by door or signed papers.
refusal-body-unknown = This rule counts members due and present, and how many are due is not known; the vote was not opened. Enter both numbers.
refusal-body-too-many = { $present } present are more than { $due } due; the vote was not opened. Check the numbers.
refusal-body-by-door = The members under this rule are not on the roll, so they cannot be counted door by door; the vote was not opened. Count hands or secret papers by side.
refusal-no-candidates = An election needs candidates and seats; the vote was not opened. Enter both first.
refusal-candidate-twice = A candidate is listed twice; the vote was not opened. Remove one entry.
refusal-no-election = This rule is no election, so it takes no candidates; the vote was not opened. Choose another rule or remove the candidates.
refusal-election-on-paper = An election counts each candidate, totals by side will not do; the vote was not opened. Use paper ballots.
refusal-bad-slate = The paper of { $door } does not say something of each candidate, so it was not counted; fill in every one or mark it void.
refusal-proxy-over-cap = { $agent } holds { $holds } proxies and the rule allows { $cap }; the vote was not opened. Withdraw the surplus first.
refusal-proxy-for-self = Nobody can be his own proxy, so it was not recorded; check the agent.
refusal-proxy-given = A proxy of { $door } is recorded already; to change it, withdraw that one first.
refusal-no-proxy = No proxy of { $door } is recorded, so nothing was changed; check the door.
refusal-not-the-agent = { $door } is not voted for by this agent, so the whole sheet was left out; check the door or record the proxy first.
refusal-other-method = This vote is not counted in this way, so nothing was recorded; use the way it was opened with.
refusal-too-many-votes = { $counted } votes are more than the { $allowed } heads that may vote; nothing was recorded. Count again.
refusal-unknown-batch = There is no such batch, so nothing was recorded; the next one is batch { $next }.
refusal-batch-accepted = Two people agree on batch { $batch } already, so it stays; enter new papers as the next batch.
refusal-batch-open = Batch { $batch } has not been read alike by two people ({ $differing } doors differ), so the vote was not closed; let another person read it, or correct it.
refusal-batch-has-two = Two people have read batch { $batch }, so a third reading was not taken; let one of the two correct his own.
refusal-not-counted = Nobody has counted yet, so the vote was not closed; enter the hands first.
refusal-counters-differ = The two counters do not agree, or only one has counted, so the vote was not closed; let both count until they agree.
refusal-nobody-counts = Nobody is named as the counter, so nothing was recorded; choose yourself at the top first.
refusal-vote-not-closed = The vote is still open, so there is nothing to open again; go on counting.
refusal-collection-begun = The costs this vote adopted are being collected already, so it cannot be opened again; move another motion.
refusal-not-an-owner = This person owns no part of { $door }, so nothing was changed; choose one of the co-owners.
refusal-nothing-changes = That is how it stands, so nothing was changed; there is nothing to record.
