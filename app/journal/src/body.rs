//! What the format itself needs of an event's body: that it is an envelope, and which blobs it names.
//!
//! The rule of references, for every event and version: a member named `blob` whose value is a string of 64 lower-case
//! hex digits names a blob of this file, at any depth. In a `person-erased` event the top-level array `blobs` names the
//! blobs that were erased. Nothing else in a body is a reference.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer as _, Error as _, MapAccess, SeqAccess, Visitor};

use crate::hash::Hash;

/// Type of the first event of every file.
pub(crate) const FILE_CREATED: &str = "file-created";
/// Type of the event that lists erased blobs.
pub(crate) const PERSON_ERASED: &str = "person-erased";

/// What a body says that the format must know.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Envelope {
    /// The event's type, kebab-case.
    pub(crate) kind: String,
    /// Blobs it refers to.
    pub(crate) references: Vec<Hash>,
    /// Blobs it lists as erased; empty unless it is a `person-erased`.
    pub(crate) erased: Vec<Hash>,
}

/// Reads a body; the text says what is wrong with it.
pub(crate) fn read(body: &[u8]) -> Result<Envelope, String> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let envelope = json.deserialize_map(Top).map_err(|e| e.to_string())?;
    json.end().map_err(|e| e.to_string())?;
    Ok(envelope)
}

struct Top;

impl<'de> Visitor<'de> for Top {
    type Value = Envelope;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with v, t, at and by")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Envelope, A::Error> {
        let mut envelope = Envelope::default();
        let (mut v, mut t, mut at, mut by) = (None::<u64>, None::<String>, None::<i64>, None::<u64>);
        let mut listed = Vec::new();
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            match key.as_ref() {
                "v" => v = Some(map.next_value()?),
                "t" => t = Some(map.next_value()?),
                "at" => at = Some(map.next_value()?),
                "by" => by = Some(map.next_value()?),
                "blobs" => map.next_value_seed(Walk { found: &mut listed, place: Place::List })?,
                key => map.next_value_seed(Walk { found: &mut envelope.references, place: Place::of(key) })?,
            }
        }
        envelope.kind = t.ok_or_else(|| A::Error::missing_field("t"))?;
        v.ok_or_else(|| A::Error::missing_field("v"))?;
        at.ok_or_else(|| A::Error::missing_field("at"))?;
        by.ok_or_else(|| A::Error::missing_field("by"))?;
        if envelope.kind == PERSON_ERASED {
            envelope.erased = listed;
        }
        Ok(envelope)
    }
}

/// Where a value stands, which decides whether a string there is a reference.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Anywhere,
    UnderBlob,
    List,
}

impl Place {
    fn of(key: &str) -> Self {
        if key == "blob" { Self::UnderBlob } else { Self::Anywhere }
    }
}

/// Goes through any value, collects references, refuses fractions.
struct Walk<'a> {
    found: &'a mut Vec<Hash>,
    place: Place,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON with integers only")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        if self.place == Place::UnderBlob
            && let Ok(hash) = text.parse()
        {
            self.found.push(hash);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let place = if self.place == Place::List { Place::UnderBlob } else { Place::Anywhere };
        while seq.next_element_seed(Walk { found: self.found, place })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            map.next_value_seed(Walk { found: self.found, place: Place::of(&key) })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(digit: char) -> String {
        digit.to_string().repeat(64)
    }

    #[test]
    fn references_are_found_at_any_depth_and_only_under_the_member_blob() {
        let (a, b, c) = (hex('a'), hex('b'), hex('c'));
        let body = format!(
            r#"{{"v":1,"t":"x","at":-5,"by":0,"note":{{"blob":"{a}","about":[1]}},"list":[{{"deep":[{{"blob":"{b}"}}]}}],
                "before":"{c}","blobs":["{c}"],"blob":"not hex","more":{{"blob":["{c}"]}}}}"#
        );
        let envelope = read(body.as_bytes()).unwrap();
        assert_eq!(envelope.references, [a.parse().unwrap(), b.parse().unwrap()]);
        assert_eq!(envelope.erased, []);
    }

    #[test]
    fn only_an_erasure_lists_erased_blobs_wherever_its_type_stands() {
        let a = hex('a');
        let body = format!(r#"{{"blobs":["{a}"],"v":1,"at":1,"by":2,"person":3,"t":"person-erased"}}"#);
        let envelope = read(body.as_bytes()).unwrap();
        assert_eq!(envelope.erased, [a.parse().unwrap()]);
        assert_eq!(envelope.references, []);
    }

    #[test]
    fn what_is_no_envelope_is_refused_with_a_reason() {
        for (body, reason) in [
            ("", "EOF"),
            ("[1]", "an object with v, t, at and by"),
            (r#"{"v":1,"t":"x","at":1}"#, "`by`"),
            (r#"{"v":1,"t":"x","at":1,"by":1.5}"#, "1.5"),
            (r#"{"v":1,"t":"x","at":1,"by":1,"deep":[{"area":0.5}]}"#, "integers only"),
            (r#"{"v":1,"t":"x","at":1,"by":1} x"#, "trailing"),
        ] {
            let said = read(body.as_bytes()).unwrap_err();
            assert!(said.contains(reason), "{body}: {said}");
        }
    }
}
