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
headless-help-export = Export the minutes and the share roll of meeting N (docx, md, xlsx)
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
headless-unknown-word = “{ $word }” is not known and nothing was done; fangzhuo --help shows what is
headless-missing = { $what } is missing and nothing was done; add it and run this again
headless-wrong-value = { $what } cannot be “{ $value }” and nothing was done; fangzhuo --help shows what it can be
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
headless-plugin-unknown = There is no procedure “{ $plugin }” and nothing was done; shipped are { $known }, or name a .fz.wasm file
headless-plugin-unfit = This procedure cannot be used ({ $detail }) and nothing was done; ask its supplier for one that fits this version
headless-roll-refused = The roll { $path } cannot be read: { $what }
headless-roll-bad-rows = The roll { $path }, { $row }: { $what }; rows with problems: { $count } ({ $rows }); nothing was done, mend them and run this again
headless-not-a-pair = { $option } is written NAME=VALUE and cannot be “{ $found }”; mend it and run this again
headless-no-such-table = This procedure has no table “{ $id }” and nothing was done; check the name
headless-table-refused = The table { $path } cannot be read: { $what }
headless-table-no-column = The first row has no column “{ $column }” ({ $label }), or several; mend it and run this again
headless-table-bad-cell = Row { $row }: “{ $column }” cannot be “{ $found }”; mend it and run this again
headless-total = Total
headless-surplus = Surplus

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
window-save-as = Save as
window-kind-file = Fangzhuo files
window-kind-roll = Rolls
