//! May a clothes rack stand here? Three items are looked at on the spot; two of them are vetoes.
//!
//! The value is what was found so far. `step` takes what people tick, `page` shows it, `conclude` says what comes of it.
//! Change the items in `list`, the rest follows.

#[cfg(test)]
mod tests;

use fangzhuo_sdk::conclusion::{conclusion, duty, sheet};
use fangzhuo_sdk::outcome::{Action, Conclusion, Event, Outcome, Viewer};
use fangzhuo_sdk::page::{Standing, check_item, checklist, page, section, text_column};
use fangzhuo_sdk::ui::{CheckItem, Checklist, Finding, Page};
use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Checks, Lang, Procedure, fault, settings};

/// Keys are a to z, 0 to 9 and -.
const SITE: &str = "site";

struct ClothesRack {
    checks: Checks,
}

impl ClothesRack {
    /// The checklist with what was found so far.
    fn list(&self, lang: Lang) -> Checklist {
        // The default stands in plugin.toml, so there is always one.
        let distance = settings::decimal("distance", 2).unwrap_or(300);
        let items = [
            check_item(
                "window",
                lang.pick("离窗户的距离", "Distance to a window"),
                lang.pick("本社区商定的最小距离，见设置", "What this community agreed on, see the settings"),
            )
            .at_least(distance, 2, lang.pick("米", "m"))
            .veto(),
            check_item(
                "fire-lane",
                lang.pick("不占消防车通道", "Keeps the fire lane free"),
                lang.pick("《消防法》第二十八条", "Fire Protection Law, article 28"),
            )
            .veto(),
            check_item(
                "ground-floor",
                lang.pick("一楼住户同意", "The ground floor agrees"),
                lang.pick("当面问过", "Asked in person"),
            ),
        ];
        let found = |item: CheckItem| {
            let check = self.checks.get(SITE, &item.id).cloned();
            item.found(check.as_ref())
        };
        checklist(SITE, &place(lang), items.map(found).into())
    }
}

impl Procedure for ClothesRack {
    fn begin(_: Lang) -> Result<Self, Fault> {
        Ok(ClothesRack { checks: Checks::default() })
    }

    fn step(&mut self, event: &Event, lang: Lang) -> Result<(), Fault> {
        match &event.action {
            Action::Check(check) if self.list(lang).items.iter().any(|item| item.id == check.item) => {
                self.checks.take(check);
                Ok(())
            }
            Action::Check(_) => {
                Err(fault("unknown-item", lang.pick("清单里没有这一项", "The list has no such item").to_owned(), None))
            }
            _ => Err(fault(
                "unknown-action",
                lang.pick("这里只能逐项查看", "Here one can only tick items").to_owned(),
                None,
            )),
        }
    }

    fn page(&self, _: &Viewer, lang: Lang) -> Page {
        let list = self.list(lang);
        let (done, all) = (list.items.iter().filter(|item| !item.is_open()).count(), list.items.len());
        let headline = match lang {
            Lang::ZhCn => format!("{all} 项里查了 {done} 项"),
            Lang::En => format!("{done} of {all} items looked at"),
        };
        page(headline).with(section("all", lang.pick("现场查看", "On the spot"), Vec::new()).with(list))
    }

    fn conclude(&self, lang: Lang) -> Result<Conclusion, Fault> {
        let list = self.list(lang);
        let place = place(lang);
        let failed =
            |veto: bool| list.items.iter().filter(move |item| item.finding == Finding::Failed && item.veto == veto);
        let labels = |items: Vec<&CheckItem>| {
            items.iter().map(|item| item.label.as_str()).collect::<Vec<_>>().join(lang.pick("、", ", "))
        };
        let (outcome, summary) = match list.standing() {
            Standing::Open => {
                let first = list.items.iter().find(|item| item.is_open()).map(|item| item.id.clone());
                return Err(fault(
                    "still-open",
                    lang.pick("还有待查的项目", "Something is still to be looked at").to_owned(),
                    first,
                ));
            }
            Standing::Vetoed => (
                Outcome::Rejected,
                format!(
                    "{place}{}{}",
                    lang.pick("不能装晾衣架：", " cannot take a clothes rack: "),
                    labels(failed(true).collect())
                ),
            ),
            Standing::Failed => (
                Outcome::Deferred,
                format!(
                    "{place}{}",
                    lang.pick("先放一放，还有事要解决", " has to wait, something is to be settled first")
                ),
            ),
            Standing::Passed => {
                (Outcome::Adopted, format!("{place}{}", lang.pick("可以装晾衣架", " may take a clothes rack")))
            }
        };
        let duties = failed(false)
            .map(|item| duty(format!("{}{}", lang.pick("先解决：", "To settle first: "), item.label), ""))
            .collect::<Vec<_>>();
        let looked_at = sheet(
            SITE,
            lang.pick("现场查看", "On the spot"),
            vec![
                text_column(
                    "item",
                    lang.pick("项目", "Item"),
                    list.items.iter().map(|item| item.label.clone()).collect(),
                ),
                text_column(
                    "finding",
                    lang.pick("结果", "Finding"),
                    list.items.iter().map(|item| finding(item.finding, lang).to_owned()).collect(),
                ),
                text_column(
                    "note",
                    lang.pick("备注", "Note"),
                    list.items.iter().map(|item| item.note.clone()).collect(),
                )
                // What people type may hold a name: it stays sealed in the file, and off the screen.
                .private(),
            ],
        );
        Ok(conclusion(outcome, summary).sheet(looked_at).duties(duties))
    }

    fn save(&self) -> Vec<u8> {
        self.checks.save()
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        Some(ClothesRack { checks: Checks::load(bytes)? })
    }
}

fn place(lang: Lang) -> String {
    settings::text("place").unwrap_or_else(|| lang.pick("这块地方", "This place").to_owned())
}

fn finding(finding: Finding, lang: Lang) -> &'static str {
    match finding {
        Finding::Open => lang.pick("待查", "open"),
        Finding::Met => lang.pick("符合", "met"),
        Finding::Failed => lang.pick("不符合", "failed"),
        Finding::NotApplicable => lang.pick("不适用", "not applicable"),
    }
}

fangzhuo_sdk::procedure!(ClothesRack);
