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
    #[command(disable_help_flag = true)]
    Replay {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
        rest: Vec<OsString>,
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
    Run {
        #[arg(value_name = "PLUGIN|FILE.fz.wasm")]
        plugin: String,
        #[arg(long, value_name = "ROLL")]
        roll: PathBuf,
        #[arg(long, value_name = "ID=VALUE")]
        set: Vec<String>,
        #[arg(long, value_name = "ID=FILE.csv")]
        table: Vec<String>,
        #[arg(long)]
        json: bool,
    },
    #[command(disable_help_flag = true)]
    New {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
        rest: Vec<OsString>,
    },
    #[command(disable_help_flag = true)]
    Build {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
        rest: Vec<OsString>,
    },
    #[command(disable_help_flag = true)]
    Check {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
        rest: Vec<OsString>,
    },
    #[command(disable_help_flag = true)]
    Test {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
        rest: Vec<OsString>,
    },
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
    let matches = helped(lang).try_get_matches_from(words).map_err(|error| mistake(lang, &error))?;
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
        ("replay", "headless-help-later"),
        ("count", "headless-help-count"),
    ] {
        command = command.mut_subcommand(name, |sub| described(lang, sub, key));
    }
    command = command.mut_subcommand("plugin", |plugin| {
        let later = |plugin: clap::Command, name| {
            plugin.mut_subcommand(name, |sub| described(lang, sub, "headless-help-later"))
        };
        let plugin = plugin.subcommand_help_heading(t(lang, "headless-help-commands"));
        let plugin = plugin.mut_subcommand("run", |run| described(lang, run, "headless-help-plugin-run"));
        ["new", "build", "check", "test"].into_iter().fold(plugin, later)
    });
    headed(lang, command)
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
    fn commands_of_a_later_version_take_whatever_stands_behind_them() {
        let later = ["replay a.fz", "plugin new x --kind y", "plugin check a.fz.wasm", "plugin test --help"];
        for text in later {
            assert!(read_text(&format!("fangzhuo {text}")).is_ok(), "{text}");
        }
    }
}
