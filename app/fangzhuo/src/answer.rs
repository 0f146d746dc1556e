//! What a command says: text for stdout, one sentence for stderr, an exit code.

use std::io::Write as _;
use std::process::ExitCode;

/// What a command says in the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Answer {
    out: String,
    err: String,
    code: u8,
}

impl Answer {
    /// Done; exit code 0.
    pub(crate) fn done(out: impl Into<String>) -> Answer {
        Answer { out: out.into(), ..Answer::default() }
    }

    /// A negative answer, exit code 1: what was found on stdout, why on stderr; either may be empty.
    pub(crate) fn negative(out: impl Into<String>, err: impl Into<String>) -> Answer {
        Answer { out: out.into(), err: one_line(&err.into()), code: 1 }
    }

    /// Wrong usage or bad input, exit code 2: one sentence on stderr, nothing on stdout.
    pub(crate) fn bad(err: impl Into<String>) -> Answer {
        Answer { out: String::new(), err: one_line(&err.into()), code: 2 }
    }

    /// The same with a text before what it prints.
    pub(crate) fn after(self, text: &str) -> Answer {
        Answer { out: format!("{text}{}", self.out), ..self }
    }

    /// All it has to say, for a command that goes on.
    pub(crate) fn into_text(self) -> String {
        format!("{}{}", self.out, self.err)
    }

    /// Says it. Nobody listening any more (a closed pipe) is no error of the command.
    pub(crate) fn say(&self) -> ExitCode {
        let line = |text: &str| if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
        let _ = write!(std::io::stdout().lock(), "{}{}", self.out, line(&self.out));
        let _ = write!(std::io::stderr().lock(), "{}{}", self.err, line(&self.err));
        ExitCode::from(self.code)
    }
}

/// Details of others (an engine, the system) may bring line breaks along; a sentence has none.
fn one_line(sentence: &str) -> String {
    sentence.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
