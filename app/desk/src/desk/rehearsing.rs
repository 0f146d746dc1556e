//! A rehearsal in the desk's window: begun from the home page or a planned meeting, steered by its band, left again.

use std::path::Path;

use egui::Context;
use session::rehearsal::SPEEDS;
use session::{Now, Rehearsal, Subject, Tempo};

use super::Desk;
use crate::action::Action;
use crate::complaint::Complaint;
use crate::dialogs::Question;
use crate::page::Place;
use crate::rehearsal_band::Steer;

/// The copy whose place was asked for.
pub(super) const KEPT: &str = "rehearsal";

impl Desk {
    /// Opens a scratch copy in the place of what is open.
    pub fn rehearse(&mut self, subject: &Subject) {
        match self.workspace.rehearse(subject) {
            Ok(()) => {
                self.opened();
                if self.workspace.session().is_some_and(|session| !session.facts().meetings.is_empty()) {
                    self.place = Place::Meeting;
                }
            }
            Err(why) => self.complaint = Some(Complaint::refused(why)),
        }
    }

    /// How the moments people see follow from the program's.
    pub(super) fn tempo(&self) -> Tempo {
        self.workspace.rehearsal().map(Rehearsal::tempo).unwrap_or_default()
    }

    /// The moment of a frame: the rehearsal's while there is one.
    pub(super) fn moment(&self, now: Now) -> Now {
        if self.workspace.rehearsal().is_some() { self.workspace.now() } else { now }
    }

    /// What the palette offers of a rehearsal.
    pub(super) fn rehearse_by(&mut self, ctx: &Context, action: Action) {
        let Some(rehearsal) = self.workspace.rehearsal() else {
            let path = self.workspace.session().map(|session| session.path().to_owned());
            if let Some(path) = path.filter(|_| action == Action::Rehearse) {
                self.rehearse(&Subject::File(path));
            }
            return;
        };
        let speed = rehearsal.speed();
        let steer = match action {
            Action::RehearsalPlay => rehearsal.played().map(|_| Steer::Toggle),
            Action::RehearsalFaster => SPEEDS.into_iter().find(|one| *one > speed).map(Steer::Speed),
            Action::RehearsalSlower => SPEEDS.into_iter().rev().find(|one| *one < speed).map(Steer::Speed),
            Action::RehearsalLeave => Some(Steer::Leave),
            _ => None,
        };
        if let Some(steer) = steer {
            self.steer_rehearsal(ctx, steer);
        }
    }

    pub(super) fn steer_rehearsal(&mut self, ctx: &Context, steer: Steer) {
        match steer {
            Steer::Leave => {
                let left = self.workspace.leave_rehearsal();
                if self.workspace.session().is_some() {
                    self.opened();
                } else {
                    self.home.done();
                    self.complaint = None;
                    self.place = Place::Home;
                }
                if let Err(why) = left {
                    self.complaint = Some(Complaint::refused(why));
                }
            }
            Steer::Keep => {
                let name = self.workspace.rehearsal_name();
                self.ask(Question::SaveAs { what: KEPT, name });
            }
            other => {
                if let Some((rehearsal, real)) = self.workspace.rehearsal_mut() {
                    match other {
                        Steer::Toggle => rehearsal.toggle(real),
                        Steer::Step => rehearsal.step(real),
                        Steer::Speed(speed) => rehearsal.set_speed(real, speed),
                        _ => rehearsal.take_over(real),
                    }
                }
            }
        }
        ctx.request_repaint();
    }

    pub(super) fn keep_rehearsal(&mut self, path: &Path) {
        if let Err(why) = self.workspace.keep_rehearsal(path) {
            self.complaint = Some(Complaint::refused(why));
        }
    }
}
