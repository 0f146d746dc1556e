//! Half-typed things: kept through every refresh, given up only once what they became is durable.

use deliberation::Command;
use session::{Session, Ticket};

use super::bench::Bench;

/// A form's draft. After sending it stays as it is until the outcome is known: a refused form is still filled in.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub(crate) struct Draft<T> {
    pub(crate) value: T,
    #[serde(skip)]
    sent: Option<Ticket>,
}

impl<T: Default> Draft<T> {
    /// Sends what it stands for; nothing while an earlier sending is under way.
    pub(crate) fn send(&mut self, bench: &mut Bench<'_>, commands: Vec<Command>) {
        if self.sent.is_none() {
            self.sent = Some(bench.session.submit_all(commands));
        }
    }

    /// Follows a submission made otherwise.
    pub(crate) fn await_ticket(&mut self, ticket: Ticket) {
        self.sent = Some(ticket);
    }

    /// Looks for the outcome: true in the frame in which it became durable, and the draft is empty again.
    pub(crate) fn settled(&mut self, session: &Session) -> bool {
        let Some(ticket) = self.sent else { return false };
        match session.outcome(ticket) {
            Some(outcome) if outcome.is_done() => {
                *self = Draft::default();
                true
            }
            Some(_) => {
                self.sent = None;
                false
            }
            None => {
                if !session.is_pending(ticket) {
                    self.sent = None;
                }
                false
            }
        }
    }

    /// Whether a sending is under way.
    pub(crate) fn is_sent(&self) -> bool {
        self.sent.is_some()
    }
}
