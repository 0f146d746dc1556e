//! How forms become the values that outlive a crash.
//!
//! A page's value is the page itself without what is only looked at: fields that are left out are skipped in its `serde`
//! derive, so a new form is kept by being part of its page. When it is kept the session knows ([`session::drafts`]).

/// A half-filled thing among others of its kind.
pub(crate) trait Touched {
    /// Whether anybody has changed what stood there of itself.
    fn touched(&self) -> bool;
}

/// Maps as lists of pairs, for keys that are no strings; what nobody touched is left out.
pub(crate) mod pairs {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Touched;

    /// Writes those that were touched.
    pub(crate) fn serialize<K: Serialize, V: Serialize + Touched, S: Serializer>(
        map: &BTreeMap<K, V>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_seq(map.iter().filter(|(_, value)| value.touched()))
    }

    /// Reads them.
    pub(crate) fn deserialize<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>, D: Deserializer<'de>>(
        from: D,
    ) -> Result<BTreeMap<K, V>, D::Error> {
        Ok(Vec::<(K, V)>::deserialize(from)?.into_iter().collect())
    }
}
