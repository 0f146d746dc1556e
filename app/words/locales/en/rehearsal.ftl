### rehearsal
# Rehearsal: the copy, the playing, leaving
rehearsal-no-copy = The copy could not be made ({ $detail }), so no rehearsal was begun; the file itself was not touched
rehearsal-not-kept = It was not saved ({ $detail }); the rehearsal is still open, save it somewhere else
rehearsal-kept-name = { $title }-rehearsal.fz
rehearsal-community = Rehearsal estate (made up)
rehearsal-place = Community room
