### pages
# A procedure's page: what was filled in wrongly
page-wrong-unknown = The page has no such thing; it may have changed. Nothing was recorded; look at the page as it is now and try again
page-wrong-closed = This cannot be used now
page-wrong-twice = This field was filled twice
page-wrong-kind = This cannot stand here; fill it in again
page-wrong-option = There is no such option; choose again
page-wrong-household = The roll has no such household; choose again
page-wrong-evidence = The photo or file does not fit; attach it again
page-wrong-household-typed = No household is chosen yet; click one in the list below

# Tables
page-filter = Filter
page-filter-hint = Filter: door, words, numbers
page-filtered = { $n } of { $all } rows
page-filter-none = No row fits
page-copy = Copy
page-copied = { $n } rows copied
page-copy-why = Copies the whole table for a spreadsheet (Ctrl+C)
page-sort-by = Sort by { $column }
page-sorted-up = { $column }, smallest first
page-sorted-down = { $column }, largest first
page-tone-good = fine
page-tone-warning = look here
page-tone-bad = wrong
page-fault-here = Something is wrong with this household: { $message }

# Checklists
page-measured = Measured
page-measured-unit = Measured ({ $unit })
page-limit-least = at least { $n } { $unit }
page-limit-most = at most { $n } { $unit }
page-measured-of = measured { $n } { $unit }
page-not-measured = not measured yet
page-basis = Basis: { $text }
page-note = Note
page-note-hint = Where it was seen, how it was measured
page-keep = Keep
page-evidence-add = Attach a photo or file…
page-evidence-needed = needs a photo or file
page-evidence-hint = JPG, PNG or PDF. The procedure learns caption and checksum alone, never the content
page-evidence-caption = Caption of the photo
page-evidence-coming = Being read
page-evidence-gone = Erased
page-evidence-document = Document
page-evidence-drop = Leave out { $caption }
page-evidence-show = Enlarge { $caption }
page-evidence-unread = This file cannot be read and was not attached

# Ways to go
page-choosable = possible
page-excluded = excluded
page-score = { $n } points
page-support = { $n } in favour
page-clause = {", "}
page-bars-line = Mark at { $n }

# Starting a procedure
page-start-title = Start "{ $title }"
page-start-do = Start
page-start-frozen = Once started, the data stay as they are now, whatever becomes of the file
page-start-none = leave empty
page-table-wanted = Table { $id } with the columns { $columns }
page-table-pick = Choose a file…
page-table-other = Another…
page-table-read = { $file } read, { $n } rows
page-table-left-out = Columns not used: { $columns }
page-table-none = Without a file the table is empty
page-table-column = { $label } ({ $id })
page-table-no-columns = The first row lacks the columns { $columns }. Nothing was read; add the headings and choose it again
page-table-columns-twice = The first row has more than one column { $columns }. Nothing was read; keep one of each and choose it again
page-table-bad-cell = Row { $row }: "{ $column }" cannot be "{ $found }". Nothing was read; mend it and choose it again
page-table-long = It has { $n } rows; 20,000 is the most. Nothing was read; divide it and choose again
page-table-large = { $file } is too large; 32 MB is the most. Nothing was read; take out what is not needed and choose it again

# Before it is projected
page-preview-title = Look before it is projected
page-preview-note = Names and private columns are never projected. Once it is up, this procedure's card follows its page
page-preview-do = Put it on the screen
page-preview-turn = Next page
page-preview-none = There is nothing to project now: the procedure uses a private column, or is still computing. Its cost sheet can be projected as ever

# The system's dialogs
page-window-evidence = Choose a photo or file
page-window-table = Choose a table
page-window-tables = Tables
