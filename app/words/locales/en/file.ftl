### file: opening, saving and what can be wrong with a file

file-missing = This file is not there: { $path }. It may have been moved, or the USB stick is not plugged in; find it and open it again.
file-exists = There is a file of that name already: { $path }. It was not touched; please choose another name.
file-not-ours = { $path } is not a Fangzhuo file and was not touched. Please choose a file that ends in .fz.
file-empty = { $path } is empty, not a single byte. It was not touched; use a backup or make a new one.
file-damaged = { $path } is damaged and cannot be opened: { $detail }. The file was left as it is; please use a backup.
file-backup-lies = { $said } Its newest backup lies at { $path }; copy it out of there and open the copy.
file-damaged-event = { $path } is damaged at event { $event } and cannot be opened. The file was left as it is; please use a backup.
file-damaged-blob = A part of { $path } is damaged ({ $blob }) and it cannot be opened. The file was left as it is; please use a backup.
file-newer = { $path } was written by a newer Fangzhuo (version { $version }). You can read it but not change it; please update the program.
file-locked = { $user } on { $host } has this file open. You can read it but not change it; open it again when it is closed there.
file-write-protected = This file cannot be written (a read-only disk or no permission). You can read it but not change it; copy it to a place that can be written.
file-no-permission = No permission to read { $path }. Please ask whoever looks after this computer.
file-setting = This place cannot keep the file safely ({ $name }). It was not opened; copy it to the computer's own disk.
file-trouble = { $path } cannot be read or written: { $detail }. The file was not touched; try another place.
file-not-saved-full = The last step was not saved: the disk is full. All { $count } steps before it are. Free some space and do it again.
file-not-saved-io = The last step was not saved: the disk failed. All { $count } steps before it are. Check the stick or disk and do it again.
file-not-saved-read-only = The last step was not saved: the file has become read-only. All { $count } steps before it are. Check the write protection and do it again.
file-not-saved-moved = The last step was not saved: the file was moved or deleted. All { $count } steps before it are in memory; put the file back and do it again.
file-not-saved-other = The last step was not saved: { $detail }. All { $count } steps before it are; close the file, open it and do it again.

story-not-an-object = this line is not a JSON object
story-not-json = this line is not JSON: { $detail }
story-bad-time = not a time: { $text }; it is written like 2026-07-18T19:00:00+08:00
story-unknown-hand = nobody is known as { $who }; write chair, recorder, counter-1, counter-2, a door or p and a number
story-no-file = cannot read { $file }: { $detail }
story-no-command = no such command: { $detail }; play --commands lists them all
story-not-refused = should have been refused ({ $code }) and was done
story-other-figure = { $id } should be { $wanted } and is { $found }

file-needs-title = Please write the name of the community first
file-example-name = Example { $title }

export-no-meeting = the file has no meeting { $n }
export-not-written = { $file } was not written: { $detail }. What was there is untouched; try another folder.
export-not-verified = The file cannot be verified: { $detail }. Nothing was exported; open it again and retry.
export-damaged = The file does not verify and nothing was exported; use verify to see where it is damaged.
