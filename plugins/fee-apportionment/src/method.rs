//! By what a bill is shared out.

use fangzhuo_sdk::Lang;

/// By what the bill is shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// Everyone alike.
    Household,
    /// By exclusive area, the legal default.
    Area,
    /// By people living there.
    Residents,
    /// By what a meter counted.
    Meter,
    /// By coefficients of the floors; floor − 1 unless others are given.
    Floor,
    /// Those coefficients times the area.
    FloorArea,
    /// A part by household, the rest by area.
    Mixed,
    /// By the amount or weight of each household's tier.
    Tiers,
    /// By a column of shares (份).
    Shares,
}

impl Method {
    /// All, in the order the form offers them.
    pub(crate) const ALL: [Method; 9] = [
        Method::Household,
        Method::Area,
        Method::Residents,
        Method::Meter,
        Method::Floor,
        Method::FloorArea,
        Method::Mixed,
        Method::Tiers,
        Method::Shares,
    ];

    pub(crate) fn key(self) -> &'static str {
        match self {
            Method::Household => "household",
            Method::Area => "area",
            Method::Residents => "residents",
            Method::Meter => "meter",
            Method::Floor => "floor",
            Method::FloorArea => "floor-area",
            Method::Mixed => "mixed",
            Method::Tiers => "tiers",
            Method::Shares => "shares",
        }
    }

    pub(crate) fn label(self, lang: Lang) -> &'static str {
        match self {
            Method::Household => lang.pick("按户平均", "By household"),
            Method::Area => lang.pick("按面积", "By area"),
            Method::Residents => lang.pick("按人口", "By residents"),
            Method::Meter => lang.pick("按表数", "By meter"),
            Method::Floor => lang.pick("按楼层", "By floor"),
            Method::FloorArea => lang.pick("按楼层和面积", "By floor and area"),
            Method::Mixed => lang.pick("按户和面积混合", "Mixed"),
            Method::Tiers => lang.pick("按档", "By tiers"),
            Method::Shares => lang.pick("按份额", "By shares"),
        }
    }

    /// Whether a column of the roll must say how much each household weighs.
    pub(crate) fn needs_basis(self) -> bool {
        matches!(self, Method::Meter | Method::Tiers | Method::Shares)
    }

    /// Whether the floors have coefficients.
    pub(crate) fn is_by_floor(self) -> bool {
        matches!(self, Method::Floor | Method::FloorArea)
    }
}
