# The palette
action-commands = Find a command
action-commands-help = Type a name, pinyin or initials to find deeds, pages and files
finder-name = Find a command
finder-hint = Type a name or initials, arrows to choose, Enter to do it
finder-none = Nothing found. Try other words, or Esc to go back
finder-page = Go to: { $page }
finder-file = Open: { $title }

# Letters
action-text-larger = Larger letters
action-text-larger-help = Letters and buttons of the desk a step larger; the screen stays as it is
action-text-smaller = Smaller letters
action-text-smaller-help = Letters and buttons of the desk a step smaller; the screen stays as it is
action-text-normal = Usual letters
action-text-normal-help = Letters of the desk back to their usual size
text-largest = These are the largest letters ({ $percent }%)
text-window-small = This window holds { $percent }% at most. In a larger window the letters can grow further

# Half-typed texts
drafts-restored = What was half typed last time is still in its place: { $pages }

# Files dragged in
drop-not-ours = "{ $file }" is of no use here. A roll (.xlsx, .csv), a community's file (.fz) or a procedure (.fz.wasm) can be dragged in
drop-procedure-first-file = Open a community first, then drag the procedure in

# Corrections
room-corrected-reopened = Correction: that result is void
room-corrected-vote = Correction: the result changed
room-corrected-poll = Correction: the result changed
room-corrected-amounts = Correction: the amounts changed
room-corrected-decisions = Correction: decisions changed
room-corrected-page = Correction: this page changed

# A crash
crash-title = The program stopped unexpectedly last time
crash-text = All that was saved is there. What went wrong is written in a file that holds no names and no texts of the community; nothing was sent, and whether anybody sees it is up to you.
crash-read = Read it
crash-folder = Open its folder
crash-discard = Discard
crash-report = What went wrong

# Before the meeting
action-preflight = Check before meeting
action-preflight-help = Screen, letters, clock, disk and backup, looked at before a meeting
preflight-title = Check before meeting
preflight-hint = Have a look before the meeting. Where there is a warning sign, do as it says; the meeting can be held without it.
preflight-on = To sign-in
preflight-again = Check again
preflight-looking = Looking
preflight-screen = Screen
preflight-screen-on = Shown on { $name } ({ $size })
preflight-screen-found = Another monitor is there: { $name } ({ $size })
preflight-screen-nameless = a monitor without a name
preflight-screen-none = This is the only monitor
preflight-screen-unknown = It is not known how many monitors there are
preflight-screen-none-next = Connect a projector or a television and choose "extend" in the system. One screen will do as well: { $key } makes this window the picture for the room, and the desk again
screen-alone = This is the only monitor: the screen is in a window of its own, perhaps behind this one. { $key } makes this window the picture for the room
preflight-screen-lost-next = Look at the cable. The meeting goes on; the picture comes back by itself
preflight-letters = Letters
preflight-distance = Last row (metres)
preflight-height = Picture height (m)
preflight-not-metres = Write metres, such as 8 and 1.2
preflight-letters-unknown = How large the hall is, nobody has told yet
preflight-letters-next = Measure it and fill in the two numbers; they are remembered
preflight-letters-usual = The last row can read the usual letters
preflight-letters-grow = The screen's letters are { $factor } times as large: the last row can read them
preflight-letters-small = At the largest, { $factor } times, the last row still cannot read them
preflight-letters-small-next = Make the picture larger, or ask the last row to come forward
preflight-clock = Clock
preflight-clock-is = It is { $time }
preflight-clock-behind = The file already holds { $time }: the computer's clock is behind. Set it before the meeting
preflight-clock-zone = The computer's time zone differs from the community's ({ $zone }). Change it in the system, lest somebody misreads the time
preflight-clock-plan = The planned meeting is { $time }, far from now. See whether the computer's date is right
preflight-disk = Disk
preflight-disk-well = Can be written, with room enough: { $place }
preflight-disk-writable = Can be written: { $place }
preflight-disk-closed = Cannot be written: { $place }
preflight-disk-closed-next = Is the stick locked? May the folder be written? Open the file from another place
preflight-disk-full = Only { $left } MB left: { $place }
preflight-disk-full-next = Delete what is not needed, or move the file to another disk
preflight-disk-read-only = It can only be read now. To record anything, make it writable first
preflight-backup = Backup
preflight-backup-none = No backup was made by hand yet
preflight-backup-next = Put in a stick, make a copy and keep it elsewhere
preflight-backup-at = Last backup: { $time }, { $place }
preflight-backup-old = That is more than a week ago; make another
preflight-backup-under-way = Copying and verifying
preflight-backup-failed = No backup was made: { $detail }. The file itself is untouched
preflight-backup-elsewhere = Try another place
preflight-backup-itself = That is the file at work; a backup needs another name or place
preflight-backup-own = After every closed vote and every five minutes of work a copy makes itself on this computer
preflight-backup-own-at = Made by itself: { $time }, { $place }
preflight-backup-own-failed = No backup made itself: { $detail }. The next try is in five minutes
preflight-backup-name = { $name }-backup.fz
preflight-back-up = Back up to…
