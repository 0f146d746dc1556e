//! Building pages without ceremony: each thing with the few words it cannot do without, the rest by chained words.
//!
//! ```text
//! page("3 of 4 looked at").with(section("site", "The place", vec![]).with(checklist("site", "", items)).folded())
//! ```

mod blocks;
mod checklist;
mod columns;
mod fields;
mod plain;

pub use blocks::{bar, bars, button, contender, contenders, page};
pub use checklist::{Standing, check_item, checklist};
pub use columns::{decimal_column, household_column, integer_column, optional_money_column, table_of, text_column};
pub use fields::{
    choice_field, choices_field, day_field, decimal_field, flag_field, form, household_field, integer_field,
    money_field, text_field,
};
pub use plain::{column, field, figure, money_column, notice, options, section, table};
