//! Conclusions: checked, cleaned, and the same in both languages in everything but text.

use crate::clean::Texts;
use crate::contract::{Conclusion, Material};
use crate::cost::check_cost_sheet;
use crate::failure::{Call, Failure};
use crate::page::{Walk, few, key, keys};

/// What a procedure yields, in both languages.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Concluded {
    /// Chinese.
    #[serde(rename = "zh-CN")]
    pub zh_cn: Conclusion,
    /// English; differs from the Chinese in text alone.
    pub en: Conclusion,
}

impl Concluded {
    /// Checks, cleans and compares both, as [`Running::conclude`](crate::Running::conclude) does with what a component
    /// yields; `households` is the length of the roll.
    pub fn checked(zh_cn: Conclusion, en: Conclusion, households: u32) -> Result<Concluded, Failure> {
        both(ready(zh_cn, households)?, ready(en, households)?)
    }

    /// The conclusion in the language of a tag; Chinese for any other than English.
    pub fn get(&self, lang: &str) -> &Conclusion {
        if lang == "en" { &self.en } else { &self.zh_cn }
    }
}

/// Checks and cleans a conclusion; `households` is the length of the roll.
pub(crate) fn ready(mut conclusion: Conclusion, households: u32) -> Result<Conclusion, Failure> {
    let mut walk = Walk::new(households);
    few("minutes", conclusion.minutes.len())?;
    few("materials", conclusion.materials.len())?;
    for (at, material) in conclusion.materials.iter().enumerate() {
        let path = format!("materials[{at}]");
        match material {
            Material::Sheet(sheet) => {
                key(&path, &sheet.id)?;
                walk.columns(&path, sheet.rows, &sheet.columns)?;
            }
            Material::CostSheet(sheet) => {
                few(&path, sheet.funding.len())?;
                few(&path, sheet.instalments.len())?;
                check_cost_sheet(sheet, households)
                    .map_err(|error| Failure::Invalid { path, problem: error.to_string() })?;
            }
            Material::Candidates(candidates) => {
                few(&path, candidates.len())?;
                keys(&path, candidates.iter().map(|candidate| &candidate.id))?;
            }
            Material::Duties(duties) => few(&path, duties.len())?,
        }
    }
    few("carry", conclusion.carry.len())?;
    keys("carry", conclusion.carry.iter().map(|entry| &entry.id))?;
    conclusion.carry.iter().try_for_each(|entry| walk.value("carry", &entry.value))?;
    conclusion.clean();
    Ok(conclusion)
}

/// Both languages, if they agree in everything but text.
pub(crate) fn both(zh_cn: Conclusion, en: Conclusion) -> Result<Concluded, Failure> {
    let blank = |conclusion: &Conclusion| {
        let mut blank = conclusion.clone();
        blank.texts(&mut |text, _| text.clear());
        blank
    };
    if blank(&zh_cn) == blank(&en) {
        Ok(Concluded { zh_cn, en })
    } else {
        Err(Failure::broken(Call::Conclude, "the conclusions in zh-CN and en differ in more than text"))
    }
}
