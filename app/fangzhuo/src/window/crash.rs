//! When the program breaks it writes down how, for whoever may mend it; the next start offers that to be read.

use std::backtrace::Backtrace;
use std::path::PathBuf;

use session::crash::{self, Crash};

/// From now on a mistake of the program leaves a report in its folder.
pub(super) fn watch(config: PathBuf) {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |broken| {
        if papers::sheet::is_reading_a_workbook() {
            return;
        }
        let payload = broken.payload();
        let fixed = payload.downcast_ref::<&str>().copied();
        let made = payload.downcast_ref::<String>().map(String::as_str);
        let place = broken.location().map(ToString::to_string).unwrap_or_default();
        let backtrace = Backtrace::force_capture().to_string();
        let report = Crash {
            version: env!("CARGO_PKG_VERSION"),
            system: std::env::consts::OS,
            message: fixed.or(made).unwrap_or_default(),
            fixed: fixed.is_some(),
            place: &place,
            backtrace: &backtrace,
        };
        if let Err(error) = crash::write(&config, &report) {
            tracing::warn!(%error, "no report of the crash was written");
        }
        usual(broken);
    }));
}
