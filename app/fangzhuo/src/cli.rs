//! The command line: what it takes, its help in both languages, and one sentence for every mistake.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ErrorKind};
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};
use words::{Lang, t, tf};

use crate::answer::Answer;

/// A call of the program. Help texts stand in the locale files, not here.
#[derive(Debug, Parser)]
#[command(name = "fangzhuo", version, disable_help_subcommand = true)]
pub(crate) struct Call {
    pub(crate) file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "zh-CN|en", value_parser = lang_of_tag)]
    pub(crate) lang: Option<Lang>,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// The commands without a window.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Demo {
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    Play {
        #[arg(value_name = "STORY.jsonl")]
        story: Option<PathBuf>,
        #[arg(long, value_name = "FILE.fz")]
        file: Option<PathBuf>,
        #[arg(long)]
        commands: bool,
    },
    Verify {
        #[arg(value_name = "FILE.fz")]
        file: PathBuf,
        #[arg(long, value_name = "OLDER.fz")]
        against: Option<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    Export {
        #[arg(value_name = "FILE.fz")]
        file: PathBuf,
        #[arg(long, value_name = "N")]
        meeting: u32,
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
        #[arg(long, value_name = "FORMAT", value_delimiter = ',')]
        format: Vec<Format>,
    },
    Count(Counting),
    #[command(subcommand)]
    Plugin(PluginCommand),
    Replay {
        #[arg(value_name = "FILE.fz")]
        file: PathBuf,
        #[arg(long)]
        json: bool,
    },
}

/// A count of ballots, or the list of rules.
#[derive(Debug, clap::Args)]
pub(crate) struct Counting {
    #[arg(long, value_name = "RULE", required_unless_present = "rules")]
    pub(crate) rule: Option<String>,
    #[arg(long, value_name = "ROLL", required_unless_present = "rules")]
    pub(crate) roll: Option<PathBuf>,
    #[arg(long, value_name = "BALLOTS", required_unless_present = "rules")]
    pub(crate) ballots: Option<PathBuf>,
    #[arg(long, value_name = "N")]
    pub(crate) present: Option<u32>,
    #[arg(long, value_name = "void")]
    pub(crate) conflicts: Option<OnConflict>,
    #[arg(long)]
    pub(crate) rules: bool,
    #[arg(long)]
    pub(crate) json: bool,
}

/// What becomes of a head whose ballots differ; without it the first stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OnConflict {
    Void,
}

/// What one can do with a procedure.
#[derive(Debug, Subcommand)]
pub(crate) enum PluginCommand {
    New {
        #[arg(value_name = "NAME")]
        name: String,
        /// `--lang rust|js` is put into this word, for `--lang` also says the language people read.
        #[arg(long = "in", value_name = "rust|js", default_value = "rust", hide = true)]
        language: Language,
    },
    Build {
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
    Check {
        #[arg(value_name = "FILE.fz.wasm|DIR")]
        what: Option<PathBuf>,
    },
    Test {
        #[arg(value_name = "FILE.fz.wasm|DIR")]
        what: Option<PathBuf>,
        #[arg(long)]
        update: bool,
    },
    Run(RunningPlugin),
}

/// A run of a procedure without a meeting.
#[derive(Debug, clap::Args)]
pub(crate) struct RunningPlugin {
    #[arg(value_name = "PLUGIN|FILE.fz.wasm|DIR")]
    pub(crate) plugin: String,
    #[arg(long, value_name = "ROLL", required_unless_present_any = ["case", "page", "watch"])]
    pub(crate) roll: Option<PathBuf>,
    /// `ID=VALUE`
    #[arg(long, value_name = "ID=VALUE")]
    pub(crate) set: Vec<String>,
    /// `ID=FILE.csv`
    #[arg(long, value_name = "ID=FILE.csv")]
    pub(crate) table: Vec<String>,
    #[arg(long, value_name = "NAME", conflicts_with_all = ["roll", "set", "table"])]
    pub(crate) case: Option<String>,
    #[arg(long)]
    pub(crate) page: bool,
    #[arg(long)]
    pub(crate) watch: bool,
    /// Ends a watch by itself, for tests.
    #[arg(long, value_name = "N", hide = true)]
    pub(crate) rounds: Option<u32>,
    #[arg(long)]
    pub(crate) json: bool,
}

/// In what a new procedure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    Rust,
    #[value(name = "js")]
    JavaScript,
}

/// In what form a meeting's papers are exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Docx,
    Md,
    Xlsx,
    Pdf,
    Json,
}

/// Reads the words of the command line, the program's own name first.
pub(crate) fn read(words: &[OsString]) -> Result<Call, Answer> {
    // The language counts for the help and for mistakes too, so it is looked for first.
    let spoken = spoken(words);
    let lang = spoken.unwrap_or_default();
    let matches = helped(lang).try_get_matches_from(languages_apart(words)).map_err(|error| mistake(lang, &error))?;
    let mut call = Call::from_arg_matches(&matches).map_err(|error| mistake(lang, &error))?;
    // A command of a later version takes whatever stands behind it, the language too.
    call.lang = call.lang.or(spoken);
    match (&call.file, &call.command) {
        (Some(file), Some(_)) => {
            Err(Answer::bad(tf(lang, "headless-unknown-word", &[("word", &file.to_string_lossy())])))
        }
        _ => Ok(call),
    }
}

/// The language of a call that may be wrong in everything else.
fn spoken(words: &[OsString]) -> Option<Lang> {
    let texts: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let after = texts.windows(2).filter(|pair| pair[0] == "--lang").map(|pair| pair[1].to_string());
    let joined = texts.iter().filter_map(|text| text.strip_prefix("--lang=").map(str::to_owned));
    after.chain(joined).find_map(|tag| Lang::from_tag(&tag))
}

fn lang_of_tag(tag: &str) -> Result<Lang, String> {
    Lang::from_tag(tag).ok_or_else(|| "zh-CN, en".to_owned())
}

/// `plugin new NAME --lang rust` says in what it is written, `--lang en` in what the answer is: the first is told apart.
fn languages_apart(words: &[OsString]) -> Vec<OsString> {
    if !words.windows(2).any(|pair| pair[0] == "plugin" && pair[1] == "new") {
        return words.to_vec();
    }
    // What nobody speaks is meant for the sources, and refused there if it is nothing to write in.
    let written = |word: &str| Lang::from_tag(word).is_none();
    let next = |at: usize| words.get(at + 1).and_then(|word| word.to_str());
    let apart = words.iter().enumerate().map(|(at, word)| match word.to_str() {
        Some("--lang") if next(at).is_some_and(written) => OsString::from("--in"),
        Some(word) => match word.strip_prefix("--lang=") {
            Some(language) if written(language) => OsString::from(format!("--in={language}")),
            _ => OsString::from(word),
        },
        None => word.clone(),
    });
    apart.collect()
}

/// The command with its help in one language.
fn helped(lang: Lang) -> clap::Command {
    let mut command = Call::command()
        .about(t(lang, "headless-help"))
        .help_template(template(lang))
        .subcommand_help_heading(t(lang, "headless-help-commands"))
        .mut_arg("file", |arg| arg.value_name("FILE.fz").help(t(lang, "headless-help-file")))
        .mut_arg("lang", |arg| arg.help(t(lang, "headless-help-lang")));
    for (name, key) in [
        ("demo", "headless-help-demo"),
        ("play", "headless-help-play"),
        ("verify", "headless-help-verify"),
        ("export", "headless-help-export"),
        ("plugin", "headless-help-plugin"),
        ("replay", "headless-help-replay"),
        ("count", "headless-help-count"),
    ] {
        command = command.mut_subcommand(name, |sub| described(lang, sub, key));
    }
    command = command.mut_subcommand("plugin", |plugin| {
        let plugin = plugin.subcommand_help_heading(t(lang, "headless-help-commands"));
        [
            ("new", "plugin-help-new"),
            ("build", "plugin-help-build"),
            ("check", "plugin-help-check"),
            ("test", "plugin-help-test"),
            ("run", "headless-help-plugin-run"),
        ]
        .into_iter()
        .fold(plugin, |plugin, (name, key)| plugin.mut_subcommand(name, |sub| described(lang, sub, key)))
        .mut_subcommand("new", |new| new.arg(lang_of_new(lang)))
    });
    headed(lang, command)
}

/// `--lang` as `plugin new` takes it, which has two uses there.
fn lang_of_new(lang: Lang) -> clap::Arg {
    let arg = clap::Arg::new("lang").long("lang").value_name("rust|js|zh-CN|en").value_parser(lang_of_tag);
    arg.help(t(lang, "plugin-help-lang"))
}

/// Where clap puts what.
fn template(lang: Lang) -> String {
    format!("{{about}}\n\n{}\n  {{usage}}\n\n{{all-args}}\n", t(lang, "headless-help-usage"))
}

fn described(lang: Lang, command: clap::Command, key: &str) -> clap::Command {
    command.about(t(lang, key)).help_template(template(lang))
}

/// Gives options and values their headings, and clap's own options their words, in every command.
fn headed(lang: Lang, command: clap::Command) -> clap::Command {
    let own = |id: &'static str, long: &'static str, short: char, action, key| {
        let arg = clap::Arg::new(id).long(long).short(short).action(action).help(t(lang, key));
        arg.help_heading(t(lang, "headless-help-options"))
    };
    let takes_help = !command.is_disable_help_flag_set();
    let heading = |arg: clap::Arg| {
        let key = if arg.is_positional() { "headless-help-values" } else { "headless-help-options" };
        let arg = arg.help_heading(t(lang, key));
        let of = option_help(arg.get_id().as_str());
        if arg.get_help().is_none() { arg.help(of.map(|key| t(lang, key)).unwrap_or_default()) } else { arg }
    };
    let mut command = command.mut_args(heading);
    if takes_help {
        let help = own("help", "help", 'h', clap::ArgAction::Help, "headless-help-help");
        command = command.disable_help_flag(true).arg(help);
    }
    if command.get_version().is_some() {
        let version = own("version", "version", 'V', clap::ArgAction::Version, "headless-help-version");
        command = command.disable_version_flag(true).arg(version);
    }
    command.mut_subcommands(|sub| headed(lang, sub))
}

/// What an option or a value is for.
fn option_help(id: &str) -> Option<&'static str> {
    Some(match id {
        "out" => "headless-help-out",
        "story" => "headless-help-story",
        "file" => "headless-help-the-file",
        "commands" => "headless-help-play-commands",
        "against" => "headless-help-later",
        "json" => "headless-help-json",
        "meeting" => "headless-help-meeting",
        "to" => "headless-help-to",
        "format" => "headless-help-format",
        "plugin" => "headless-help-the-plugin",
        "name" => "plugin-help-name",
        "folder" => "plugin-help-folder",
        "what" => "plugin-help-what",
        "update" => "plugin-help-update",
        "case" => "plugin-help-case",
        "page" => "plugin-help-page",
        "watch" => "plugin-help-watch",
        "roll" => "headless-help-roll",
        "set" => "headless-help-set",
        "table" => "headless-help-table",
        "rule" => "headless-help-rule",
        "ballots" => "headless-help-ballots",
        "present" => "headless-help-present",
        "conflicts" => "headless-help-conflicts",
        "rules" => "headless-help-rules",
        _ => return None,
    })
}

/// Help and version are answers; every mistake becomes one sentence with the next step.
fn mistake(lang: Lang, error: &clap::Error) -> Answer {
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (argument, value) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
    let say = |key: &str, args: &[(&str, &str)]| Answer::bad(tf(lang, key, args));
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Answer::done(error.render().to_string()),
        ErrorKind::InvalidSubcommand => {
            say("headless-unknown-word", &[("word", &context(ContextKind::InvalidSubcommand))])
        }
        ErrorKind::UnknownArgument => say("headless-unknown-word", &[("word", &argument)]),
        ErrorKind::MissingRequiredArgument => say("headless-missing", &[("what", &argument.replace('\n', " "))]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            say("headless-missing", &[("what", &argument)])
        }
        ErrorKind::InvalidValue if argument.starts_with("--in ") => {
            say("plugin-new-bad-language", &[("value", &value)])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            say("headless-wrong-value", &[("what", &argument), ("value", &value)])
        }
        ErrorKind::ArgumentConflict | ErrorKind::TooManyValues => say("headless-twice", &[("what", &argument)]),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say("headless-no-subcommand", &[])
        }
        _ => say("headless-not-understood", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Result<Call, Answer> {
        read(&text.split(' ').map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_command_line_holds_together() {
        for lang in Lang::ALL {
            helped(lang).debug_assert();
        }
    }

    #[test]
    fn a_file_alone_opens_the_window_and_the_language_may_stand_anywhere() {
        let call = read_text("fangzhuo 水产宿舍.fz").unwrap();
        assert!(call.command.is_none() && call.file == Some(PathBuf::from("水产宿舍.fz")) && call.lang.is_none());
        for text in
            ["fangzhuo --lang en verify a.fz", "fangzhuo verify a.fz --lang en", "fangzhuo verify --lang=en a.fz"]
        {
            let call = read_text(text).unwrap();
            assert!(matches!(call.command, Some(Command::Verify { .. })) && call.lang == Some(Lang::En), "{text}");
        }
    }

    #[test]
    fn the_language_of_a_new_procedure_is_told_from_the_language_of_the_answer() {
        let call = read_text("fangzhuo plugin new waste --lang js --lang en").unwrap();
        let Some(Command::Plugin(PluginCommand::New { name, language })) = call.command else { panic!() };
        assert_eq!((name.as_str(), language, call.lang), ("waste", Language::JavaScript, Some(Lang::En)));
        assert!(read_text("fangzhuo plugin build --lang js").is_err());
    }

    #[test]
    fn what_a_new_procedure_is_written_in_is_named_in_the_help_and_where_it_is_wrong() {
        for (call, lang) in [("python", Lang::ZhCn), ("python --lang en", Lang::En)] {
            for joint in [" ", "="] {
                let answer = read_text(&format!("fangzhuo plugin new waste --lang{joint}{call}")).unwrap_err();
                assert_eq!(answer, Answer::bad(tf(lang, "plugin-new-bad-language", &[("value", "python")])));
                let said = answer.into_text();
                assert!(["python", "rust", "js"].iter().all(|word| said.contains(word)), "{said}");
            }
            let help = read_text(&format!("fangzhuo plugin new --help --lang {}", lang.tag())).unwrap_err().into_text();
            assert!(help.contains("--lang <rust|js|zh-CN|en>") && !help.contains("--in"), "{help}");
        }
        let help = read_text("fangzhuo plugin build --help").unwrap_err().into_text();
        assert!(help.contains("--lang <zh-CN|en>"), "{help}");
    }
}
