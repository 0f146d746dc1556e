### calling
# Calling a meeting: templates, the notice period, the notice

# Before the meeting
calling-period = notice { $days } days before, see { $source }
calling-period-own = notice { $days } days before, a custom, nothing is cited
calling-short = The notice is late, days missing: { $short } ({ $period }). The meeting can still be held, first ask whether it may
calling-missing = Missing at the table: { $names }

# The notice
calling-title = Notice of the { $title }
calling-opening = To everybody of { $community }: the meeting is held at the time and place above with the agenda below. Whoever cannot come may authorise somebody in writing.
calling-speaking = Speaking
calling-votes = Votes
calling-lock = What this notice names may be voted on; what is added later is discussed only.
calling-invited = Asked to come
calling-in-time = Notice period
calling-day = Posted on: { $day }
calling-column-number = No.
calling-column-item = Item
calling-column-kind = How
calling-column-time = Time

# A template that cannot be used
template-problem-unreadable = this template cannot be read ({ $detail })
template-problem-bad-id = the id "{ $detail }" will not do: small letters, digits and hyphens only
template-problem-no-title = a name is empty; both Chinese and English are needed
template-problem-no-item = it has no item
template-problem-bad-number = { $detail } is no number of minutes or turns between 1 and 600
template-file-problem = { $file }: { $problem }; it is not listed, mend the file and look again
template-not-saved = The template was not saved: { $problem }
