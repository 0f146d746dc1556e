### plugin
## The commands for whoever writes a procedure: what was found, what was kept, what to do.
plugin-help-new = Make a checklist to change, in Rust (--lang rust, the default) or JavaScript (--lang js)
plugin-help-build = Build the sources to one .fz.wasm file
plugin-help-check = Take every step of an adoption and print the sheet people read
plugin-help-test = Run the procedure's own cases and list every difference
plugin-help-name = Name of the new folder and id of the procedure, such as my-checklist
plugin-help-lang = In what it is written: rust (unless said otherwise) or js; or the language of the answer: zh-CN or en
plugin-help-folder = Folder of the sources; the current one if left out
plugin-help-what = A .fz.wasm file or a folder of sources; the current folder if left out
plugin-help-update = Write what comes out now to cases.jsonl as what is expected from now on
plugin-help-case = One of its own cases instead of a roll
plugin-help-page = Print pages, size of the state, fuel used and log
plugin-help-watch = Build, replay and print again whenever the sources change
plugin-new-bad-name = A procedure cannot be called "{ $name }", nothing was done; begin with a lower-case letter and use a to z, 0 to 9 and - only
plugin-new-bad-language = A procedure cannot be written in "{ $value }", nothing was done; --lang takes rust or js (or zh-CN or en for the language of the answer)
plugin-new-exists = { $path } is there already, nothing was done; take another name, or move it away first
plugin-new-done-rust = Made { $path } (Rust). Next:
      cd { $path }
      cargo test                     try the rules natively, without WebAssembly
      fangzhuo plugin build          build it
      fangzhuo plugin test           run the cases in cases.jsonl
      fangzhuo plugin run . --watch  see its page while you change it
plugin-new-done-js = Made { $path } (JavaScript). Next:
      cd { $path }
      fangzhuo plugin build          build it (the first time componentize-qjs comes from npm)
      fangzhuo plugin test           run the cases in cases.jsonl
      fangzhuo plugin run . --watch  see its page while you change it
plugin-cannot-write = { $path } cannot be written ({ $detail }); look at the disk and its permissions and try again
plugin-no-file = There is no { $path }, nothing was done; a procedure's folder has a { $file }, fangzhuo plugin new makes one to compare with
plugin-no-sources = { $path } has neither Cargo.toml nor package.json, nothing was done; run this in the procedure's folder, or make one with fangzhuo plugin new
plugin-bad-manifest = { $path } line { $line }, { $key }: { $detail }; nothing was done, mend it and build again
plugin-bad-manifest-line = { $path } line { $line }: { $detail }; nothing was done, mend it and build again
plugin-no-rust = There is no Rust on this computer, nothing was done; install it from rustup.rs and try again
plugin-no-target = The Rust on this computer cannot build WebAssembly yet, nothing was done; run { $command } and try again
plugin-no-tool = { $tool } is not there, nothing was done; install it first (a procedure in JavaScript needs Node.js 18 or newer) and try again
plugin-rust-failed = The sources did not build, the .fz.wasm that was there is as it was; look where the compiler points and try again
plugin-js-failed = componentize-qjs did not build the sources, the .fz.wasm that was there is as it was; look where it points and try again
plugin-no-module = It was built, but no WebAssembly file came of it; see that Cargo.toml says crate-type = ["cdylib"]
plugin-not-packed = What was built is no procedure ({ $detail }); see that the sources end with fangzhuo_sdk::procedure!(…)
plugin-building = Building { $id }
plugin-building-first-rust = Building { $id } for the first time: cargo fetches what is missing and builds all of it, which may take some minutes; later builds take seconds
plugin-building-first-js = Building { $id } for the first time: npm fetches componentize-qjs (38 MB) if it is not there yet, which may take some minutes; later builds take seconds
plugin-fetching-compiler = Fetching and unpacking Debian's compiler for WebAssembly (100 MB, once on this computer), which may take some minutes
plugin-built = Built { $path }, { $size }
plugin-with-detail = { $sentence } (detail: { $detail })
plugin-sheet-title = { $title } ({ $id } { $version })
plugin-sheet-authors = By { $authors }; licence { $licence }
plugin-sheet-setting = Asks for: { $label } ({ $id }, { $kind }){ $required }
plugin-sheet-setting-default = Asks for: { $label } ({ $id }, { $kind }), { $default } unless changed{ $required }
plugin-sheet-required = , required
plugin-sheet-table = Wants a table { $id }: { $columns }
plugin-sheet-reads = Sees: each household's kind, building, stair, floor, area and residents
plugin-sheet-reads-columns = Sees: each household's kind, building, stair, floor, area and residents, and the columns of the roll chosen in its settings
plugin-sheet-cannot = Does not see: names, phones, notes, files, network, clock
plugin-sheet-cases = { $count } cases of its own, all as they say
plugin-kind-text = words
plugin-kind-flag = yes or no
plugin-kind-integer = whole number
plugin-kind-money = money
plugin-kind-decimal = decimal number
plugin-kind-day = day
plugin-kind-choice = one of several
plugin-kind-column = column of the roll
plugin-test-none = There is no case at all; write at least one line in cases.jsonl
plugin-test-wrong = { $wrong } of { $count } cases come out otherwise; if the rule is wrong change the sources, if the case is old run fangzhuo plugin test --update
plugin-test-all-hold = { $count } cases, all as they say
plugin-test-updated = { $count } lines of { $path } were changed as shown; read each. As it was it stays in { $old }
plugin-test-update-needs-folder = --update changes cases.jsonl, nothing was done; name the folder of the sources, not a .fz.wasm file
plugin-no-case = There is no case "{ $case }", nothing was done; there are: { $known }
plugin-bad-case = The case "{ $case }" cannot be used ({ $detail }); mend cases.jsonl and try again
plugin-watch-needs-folder = --watch looks at the sources, nothing was done; name the procedure's folder, not "{ $plugin }"
plugin-watch-round = ======== { $round } ========
plugin-watch-same = Everything came out as before
plugin-watch-desk = The page on the desk
plugin-watch-screen = The page on the screen
plugin-watch-conclusion = What comes of it
plugin-watch-state = State { $size } (at most { $most })
plugin-watch-fuel = Fuel (dearest call, of what it may use): { $shares }
plugin-watch-log = Log:
plugin-show-folded = (folded)
plugin-show-veto = veto
plugin-show-needs-photo = photo needed
plugin-show-photos = photos: { $count }
plugin-show-carry = For the next procedure:
plugin-show-due = due { $day }
plugin-show-refused = { $sentence } ({ $code })
plugin-show-refused-at = { $sentence } ({ $code }, at { $at })
