### screen
screen-picture = Projected picture
screen-page = Page { $page } / { $pages }
screen-speaking = Speaking
screen-paused = Paused
screen-floor-open = Raise a hand to speak
screen-seconds-left = { $count } seconds left
screen-time-over = Time is up, thank you
screen-next = Next
screen-after-next = After that
screen-side-yes = For
screen-side-no = Against
screen-side-abstain = Abstain
screen-side-question = Question
screen-answered = Have answered
screen-decision-what = What
screen-decision-who = Who
screen-decision-by = By when
screen-cost-door = Door
screen-cost-amount = Yuan
screen-look-up = { $count } lines in all; name a door to look one up
screen-notice-from = Note from { $name }
screen-blank = One moment, please

# Test picture
screen-test-edges = Test: do you see all four corners and the edge?
screen-test-sample = Septic tank 1,650 yuan
screen-test-row = Can the last row read the first line?
screen-test-steps = Steps: can you tell 1 to 5 apart?
screen-test-colours = Colours and marks: do you know all three?
