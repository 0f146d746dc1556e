//! What the meeting promises, held against worked examples, slow second implementations and any sequence of deeds. One
//! program, so that a change of the rules builds and links its tests once.

mod agenda;
mod collections;
mod materials;
mod names;
mod pledges;
mod polls;
mod roll_versions;
mod sequences;
mod speakers;
mod verdicts;
mod votes;
