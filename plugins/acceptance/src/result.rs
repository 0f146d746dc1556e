//! What comes of it: accepted or not with every reason, the list for the minutes, and who puts what right by when.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::amounts::scaled;
use fangzhuo_sdk::conclusion::{conclusion, duty, sheet};
use fangzhuo_sdk::outcome::{Conclusion, Duty, Outcome, Sheet};
use fangzhuo_sdk::page::text_column;
use fangzhuo_sdk::values::Value;

use crate::item::{Finding, List};
use crate::refusal::Refusal;
use crate::satisfaction::Grade;
use crate::verdict::{Rules, Standing, Verdict};
use crate::words;
use crate::work::Work;

/// The host cuts a carried text at 2,000 characters.
const MOST_CHARS: usize = 1_900;

/// The verdict, or what is still to be done before there is one.
pub(crate) fn ready(work: &Work, rules: Rules) -> Result<Verdict, Refusal> {
    if work.items.is_empty() {
        return Err(Refusal::Nothing);
    }
    let standing = work.standing(rules);
    if !standing.open.is_empty() {
        return Err(Refusal::Open(work.labels(&standing.open)));
    }
    let verdict = standing.verdict(rules).ok_or(Refusal::NobodyAsked)?;
    // What is not accepted is looked at again, and photographed then.
    let passes = matches!(verdict, Verdict::Passed | Verdict::PassedWithFaults);
    if passes && !standing.unshown.is_empty() {
        return Err(Refusal::Unshown(work.labels(&standing.unshown)));
    }
    Ok(verdict)
}

pub(crate) fn of(work: &Work, rules: Rules, lang: Lang) -> Result<Conclusion, Refusal> {
    let verdict = ready(work, rules)?;
    let standing = work.standing(rules);
    let outcome = match verdict {
        Verdict::Passed | Verdict::PassedWithFaults => Outcome::Adopted,
        Verdict::ToBePutRight => Outcome::Deferred,
        Verdict::Failed => Outcome::Rejected,
    };
    let reasons = reasons(work, &standing, rules, lang);
    let summary =
        format!("{}{}{}", words::verdict(verdict, lang), lang.pick("：", ": "), reasons.join(lang.pick("；", "; ")));
    let mut conclusion = conclusion(outcome, format!("{summary}{}", lang.pick("。", ".")));
    conclusion.minutes = minutes(work, rules, &conclusion.summary, lang);
    let mut conclusion = conclusion.sheet(list(work, lang));
    let duties = duties(work, &standing, lang);
    if !duties.is_empty() {
        conclusion = conclusion.duties(duties);
    }
    let again: Vec<usize> = standing.vetoed.iter().chain(&standing.missing).chain(&standing.faulty).copied().collect();
    let again = work.labels(&again).join("；");
    let carried = !again.is_empty() && again.chars().count() <= MOST_CHARS;
    Ok(if carried { conclusion.carrying("recheck", Value::Text(again)) } else { conclusion })
}

/// Why the verdict is what it is, each in a few words.
pub(crate) fn reasons(work: &Work, standing: &Standing, rules: Rules, lang: Lang) -> Vec<String> {
    let veto = (!standing.vetoed.is_empty())
        .then(|| format!("{}{}", lang.pick("一票否决：", "veto: "), words::few(&work.labels(&standing.vetoed), lang)));
    let lists = [of_plan(work, standing, lang), of_criteria(work, standing, rules, lang)];
    let lists = lists.into_iter().filter(|parts| !parts.is_empty()).map(|parts| parts.join(lang.pick("，", ", ")));
    let satisfied = (work.answers.asked() > 0).then(|| {
        let (share, wanted) = (words::satisfied(work, rules, lang), words::wanted(rules, lang));
        match lang {
            Lang::ZhCn => format!("满意 {share}，{wanted}"),
            Lang::En => format!("satisfied {share}, {wanted}"),
        }
    });
    veto.into_iter().chain(lists).chain(satisfied).collect()
}

fn of_plan(work: &Work, standing: &Standing, lang: Lang) -> Vec<String> {
    let planned = work.decisive(List::Plan);
    if planned == 0 {
        return Vec::new();
    }
    let (installed, dropped) = (work.count(List::Plan, Finding::Met), work.count(List::Plan, Finding::NotApplicable));
    let mut parts = vec![match lang {
        Lang::ZhCn => format!("计划 {planned} 项，装好 {installed} 项"),
        Lang::En => format!("{planned} items planned, {installed} installed"),
    }];
    if dropped > 0 {
        parts.push(match lang {
            Lang::ZhCn => format!("不适用 {dropped} 项"),
            Lang::En => format!("{dropped} do not apply"),
        });
    }
    if !standing.missing.is_empty() {
        let missing = words::few(&work.labels(&standing.missing), lang);
        parts.push(format!("{}{missing}", lang.pick("缺：", "missing: ")));
    }
    parts
}

fn of_criteria(work: &Work, standing: &Standing, rules: Rules, lang: Lang) -> Vec<String> {
    let criteria = work.decisive(List::Criteria);
    if criteria == 0 {
        return Vec::new();
    }
    let met = work.count(List::Criteria, Finding::Met);
    let mut parts = vec![match lang {
        Lang::ZhCn => format!("检查 {criteria} 项，符合 {met} 项"),
        Lang::En => format!("{criteria} criteria, {met} met"),
    }];
    if !standing.faulty.is_empty() {
        let faulty = words::few(&work.labels(&standing.faulty), lang);
        parts.push(format!("{}{faulty}", lang.pick("不符合：", "failed: ")));
    }
    if let Some(least) = rules.score_least {
        let (met, all) = standing.score;
        parts.push(match lang {
            Lang::ZhCn => format!("得分 {met}/{all}，要求不低于 {least}%"),
            Lang::En => format!("score {met}/{all}, at least {least}% wanted"),
        });
    }
    parts
}

fn minutes(work: &Work, rules: Rules, summary: &str, lang: Lang) -> Vec<String> {
    let mut minutes = vec![summary.to_owned()];
    let asked = work.answers.asked();
    if asked > 0 {
        let counts = Grade::ALL.map(|grade| format!("{} {}", words::grade(grade, lang), work.answers.count(grade)));
        let counts = counts.join(lang.pick("，", ", "));
        minutes.push(match lang {
            Lang::ZhCn => format!("问过 {asked} 人：{counts}。"),
            Lang::En => format!("{asked} were asked: {counts}."),
        });
    }
    let photos: usize = work.found.values().map(|found| found.evidence.len()).sum();
    minutes.push(match (photos, work.reason.is_empty(), lang) {
        (0, true, Lang::ZhCn) => "没有附完工照片。".to_owned(),
        (0, true, Lang::En) => "No photo of the work done is kept.".to_owned(),
        (0, false, Lang::ZhCn) => format!("没有附完工照片，原因：{}。", work.reason),
        (0, false, Lang::En) => format!("No photo of the work done is kept, because: {}.", work.reason),
        (_, _, Lang::ZhCn) => format!("附完工照片 {photos} 张。"),
        (_, _, Lang::En) => format!("{photos} photos of the work done are kept."),
    });
    if !rules.each {
        let text = "照片全部至少一张即可，不要求每项都有。";
        minutes.push(lang.pick(text, "One photo in all was asked for, not one an item.").to_owned());
    }
    minutes
}

/// Every item with what is wanted, what was measured and found.
fn list(work: &Work, lang: Lang) -> Sheet {
    let found = |key: &str| work.found.get(key);
    let texts = |id: &str, label: &str, text: &dyn Fn(&crate::work::Placed) -> String| {
        text_column(id, label, work.items.iter().map(text).collect())
    };
    let columns = vec![
        texts("item", lang.pick("项目", "Item"), &|placed| placed.item.label.clone()),
        texts("wanted", lang.pick("要求", "Wanted"), &|placed| words::limit(placed.list, &placed.item, lang)),
        texts("measured", lang.pick("实测", "Measured"), &|placed| {
            let measured = found(&placed.key).and_then(|found| found.measured);
            let number =
                measured.map(|units| format!("{} {}", scaled::plain(units, placed.item.scale), placed.item.unit));
            number.map(|number| number.trim_end().to_owned()).unwrap_or_default()
        }),
        texts("finding", lang.pick("结果", "Finding"), &|placed| {
            words::finding(placed.item.finding(found(&placed.key)), lang).to_owned()
        }),
        texts("kind", lang.pick("类别", "Kind"), &|placed| {
            words::kind(placed.list, placed.item.kind, lang).to_owned()
        }),
        texts("basis", lang.pick("依据", "Basis"), &|placed| words::basis(&placed.item, lang)),
        texts("note", lang.pick("备注", "Note"), &|placed| {
            found(&placed.key).map(|found| found.note.clone()).unwrap_or_default()
        })
        .private(),
    ];
    sheet("acceptance", lang.pick("验收清单", "Acceptance list"), columns)
}

fn duties(work: &Work, standing: &Standing, lang: Lang) -> Vec<Duty> {
    let community = lang.pick("社区", "Community");
    let responsible = if work.responsible.is_empty() { community } else { &work.responsible };
    let due = |duty: Duty| match work.due {
        Some(day) => duty.due(day),
        None => duty,
    };
    let of = |rows: &[usize], zh: &str, en: &str| -> Vec<Duty> {
        let text = |label: String| format!("{}“{label}”", lang.pick(zh, en));
        work.labels(rows).into_iter().map(|label| due(duty(text(label), responsible))).collect()
    };
    let mut duties = of(&standing.vetoed, "消除否决项", "Remove the veto ");
    duties.extend(of(&standing.missing, "补装或改到计划要求", "Install as planned "));
    duties.extend(of(&standing.faulty, "整改", "Put right "));
    let dissatisfied = work.answers.count(Grade::Dissatisfied);
    if dissatisfied > 0 {
        duties.push(due(duty(
            match lang {
                Lang::ZhCn => format!("再次上门回访不满意的 {dissatisfied} 户"),
                Lang::En => format!("Visit the {dissatisfied} who are dissatisfied again"),
            },
            community,
        )));
    }
    duties
}
