### headless: the command line

# Usage
headless-help = Fangzhuo: a community runs its own meetings. Without a command the window opens
headless-help-usage = Usage
headless-help-commands = Commands
headless-help-options = Options
headless-help-values = Arguments
headless-help-file = The community's file to open; without it, the home page
headless-help-lang = The language, zh-CN or en; zh-CN unless said otherwise
headless-help-help = Show this help
headless-help-version = Show the version
headless-help-demo = Play the example meeting to its end; leaves the file, the minutes and the share roll
headless-help-play = Submit a story to a file line by line; --commands lists all names of commands
headless-help-verify = Check whether a file is what it was
headless-help-export = Export meeting N: minutes, share roll, and the day sheets of open collections (docx, md, xlsx)
headless-help-plugin = Procedures
headless-help-plugin-run = Run a procedure on a roll and print its conclusion
headless-help-out = The folder to put the files in; a demo.fz there is not replaced
headless-help-story = The story, one command a line
headless-help-the-file = The community's file
headless-help-play-commands = List the names of all commands
headless-help-json = Print JSON
headless-help-meeting = Which meeting, counted from 1
headless-help-to = The folder to put the papers in
headless-help-format = docx, md, xlsx, one or more; all unless said otherwise
headless-help-the-plugin = The id of a shipped procedure, or a .fz.wasm file
headless-help-roll = The roll, xlsx or csv
headless-help-set = A setting, as often as needed, such as amount=1650.00
headless-help-table = A table the procedure wants, as often as needed
headless-help-later = Comes in a later version

# Mistakes
headless-unknown-word = "{ $word }" is not known and nothing was done; fangzhuo --help shows what is
headless-missing = { $what } is missing and nothing was done; add it and run this again
headless-wrong-value = { $what } cannot be "{ $value }" and nothing was done; fangzhuo --help shows what it can be
headless-twice = { $what } may stand only once and nothing was done; take one away and run this again
headless-no-subcommand = This is only half a command and nothing was done; fangzhuo --help shows the rest
headless-not-understood = This command is not understood and nothing was done; fangzhuo --help shows how it is written
headless-later = This version has no { $command } and nothing was done; a later one will, fangzhuo --help shows what there is

# Files and folders
headless-no-such-file = There is no { $path }; check the path and run this again
headless-cannot-read = { $path } cannot be read ({ $detail }); check the permissions or try another place
headless-no-folder = The folder { $path } cannot be used ({ $detail }); choose another one
headless-comma = {", "}

# Playing a story
headless-play-needs = A story or a file is missing and nothing was done; write fangzhuo play STORY.jsonl --file FILE.fz
headless-play-no-file = There is no { $path } yet and the first line of { $story } is not create-file; name a file that is there, or let the story begin with create-file
headless-story-not-text = { $path } is no UTF-8 text and nothing was done; save it as UTF-8 and run this again
headless-story-stopped = { $path } line { $line }: { $what } (everything before this line is saved)
headless-played = Played; { $path } holds { $count } events

# Exporting
headless-nothing-to-export = Meeting { $meeting } has no such paper; choose another format

# Running a procedure
headless-plugin-unknown = There is no procedure "{ $plugin }" and nothing was done; shipped are { $known }, or name a .fz.wasm file
headless-plugin-unfit = This procedure cannot be used ({ $detail }) and nothing was done; ask its supplier for one that fits this version
headless-roll-refused = The roll { $path } cannot be read: { $what }
headless-roll-bad-rows = The roll { $path }, { $row }: { $what }; rows with problems: { $count } ({ $rows }); nothing was done, mend them and run this again
headless-not-a-pair = { $option } is written NAME=VALUE and cannot be "{ $found }"; mend it and run this again
headless-no-such-table = This procedure has no table "{ $id }" and nothing was done; check the name
headless-table-refused = The table { $path } cannot be read: { $what }
headless-total = Total
headless-surplus = Surplus

# Counting ballots
headless-help-count = Count the ballots of a roll under a rule; --rules lists all rules
headless-help-rule = The id of a rule, or a rule file (.toml)
headless-help-ballots = The ballots, xlsx or csv, with the columns door and choice
headless-help-present = How many were in the hall; some rules need it
headless-help-conflicts = When one head says different things: void; without it the first ballot stands
headless-help-rules = List all rules
headless-count-no-rule = There is no rule "{ $rule }" and nothing was counted; there are { $known }, or name a .toml rule file
headless-count-bad-rule = The rule { $path } cannot be used: { $what }; nothing was counted, mend it and run this again
headless-count-not-text = The rule { $path } is no UTF-8 text and nothing was counted; save it as UTF-8 and run this again
headless-count-ballots = The ballots { $path }: { $what }
headless-count-stranger = Row { $row }: the door { $door } is not on the roll and nothing was counted; check the door and run this again
headless-count-door-twice = The roll has the door { $door } twice and nothing was counted; keep one row and run this again
headless-count-fewer-present = { $present } were present, yet { $voted } voted, and nothing was counted; check the number present and the ballots
headless-count-more-present = { $present } were present, but the roll has { $heads } heads only, and nothing was counted; check the number present and the roll
headless-count-old-law = old law
headless-count-named = { $title } ({ $id })
headless-count-rule = Rule
headless-count-passes = Passes
headless-count-level = Decision
headless-count-electorate = Roll
headless-count-electorate-rows = Roll (no owner-id: each row is a head)
headless-count-participating = Taking part
headless-count-verdict = Result
headless-count-missing-area = Area not known
headless-count-some-doors = { $doors } and more, { $count } in all
headless-count-missing-present = The number present is needed (--present)
headless-count-missing-who = The rule asks for the area of those present, and their number alone does not say it
headless-count-conflict = Ballots differ
headless-count-conflict-first = { $door }: { $choices }; the first stands
headless-count-conflict-void = { $door }: { $choices }; void
headless-ballots-none = There is no ballot at all and nothing was counted; check that this is the right file
headless-ballots-no-door-column = No column of doors was found (headings: { $headings }) and nothing was counted; write a row of headings with the columns "door" and "choice"
headless-ballots-no-choice-column = The headings in row { $row } ({ $headings }) have no column of choices and nothing was counted; call the column of yes and no "choice"
headless-ballots-no-door = Row { $row } has no door and nothing was counted; add it or take the row away
headless-ballots-door-is-date = The workbook made a date of the door in row { $row } ({ $found }) and nothing was counted; make the column text and write the door again
headless-ballots-no-choice = Row { $row } ({ $door }) says nothing and nothing was counted; write yes, no, abstain or void, and take away rows of ballots not returned
headless-ballots-unknown-choice = Row { $row } ({ $door }) cannot say "{ $found }" and nothing was counted; write yes, no, abstain or void

# The window
window-title = Fangzhuo
window-no-display = The window cannot be opened ({ $detail }); run this on a desktop, or use a command of fangzhuo --help
window-no-graphics = The window cannot be opened: this computer has no working graphics driver (OpenGL). Update the driver or take another computer; no file was touched
window-leave = The vote is still open
window-leave-text = Every ballot recorded is saved, and counting can go on when the file is opened again. Leaving now also ends the projection
window-leave-yes = Leave
window-open-file = Open a community's file
window-new-file = Make a community's file
window-pick-roll = Choose a roll
window-no-dialogs = This computer has no window to choose files with (neither the desktop's own nor zenity). Nothing was touched; a roll, a procedure or a file can be dragged into this window; to save one, install zenity first.
window-save-as = Save as
window-kind-file = Fangzhuo files
window-kind-roll = Rolls
headless-help-replay = does again what a file records: runs procedures, recounts votes, adds up cost sheets; passes only if all agree
headless-replay-unsound = "{ $path }" does not verify ({ $state }), so nothing was done again; look with fangzhuo verify, then go back to a backup
headless-replay-unread = "{ $path }" cannot be read to its end: { $detail }. Nothing was changed; take a backup, or open it with a newer Fangzhuo
headless-replay-procedure = procedure { $n } ({ $name }, { $parts } steps):{" "}
headless-replay-vote = vote { $n } ({ $name }, { $parts } ballots):{" "}
headless-replay-sheet = cost sheet { $n } ({ $name }, { $parts } households):{" "}
headless-replay-agrees = agrees
headless-replay-differs = differs: { $detail }
headless-replay-erased = cannot be done again, its data were erased with a person
headless-replay-all-agree = { $count } in all, each as recorded
headless-replay-some-differ = { $count } in all, { $differing } not as recorded
