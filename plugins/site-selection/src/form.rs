//! The forms and checklists of the desk's page.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::page::{field, options};
use fangzhuo_sdk::ui::{Bounds, CheckItem, Checklist, Field, FieldKind, Finding, Form, Measure, TextBounds};
use fangzhuo_sdk::values::{Evidence, Value};

use crate::criteria::{Kind, Row};
use crate::site::{Fitness, Found, Site};
use crate::standing::Standing;
use crate::state::{MOST_COUNT, MOST_POINTS, State, form};
use crate::words;

/// Characters of a name.
const LINE: u32 = 80;

fn free(field: Field) -> Field {
    Field { required: false, ..field }
}

fn whole(max: i64) -> FieldKind {
    FieldKind::Integer(Bounds { min: Some(0), max: Some(max) })
}

/// A new site, or the name, supporters and count of one.
pub(crate) fn site(state: &State, site: Option<&Site>, lang: Lang) -> Form {
    let blank = Site::default();
    let old = site.unwrap_or(&blank);
    let mut fields = vec![
        field(
            "title",
            lang.pick("点位", "Site"),
            FieldKind::Text(TextBounds { lines: 1, max_chars: LINE }),
            Value::Text(old.title.clone()),
        ),
        free(field(
            "support",
            lang.pick("支持人数", "Supporters"),
            whole(MOST_COUNT),
            old.support.map_or(Value::None, |count| Value::Integer(count.into())),
        )),
    ];
    if state.batch.is_some() {
        let count = old.count.map_or(Value::None, Value::Integer);
        fields.push(free(field("count", lang.pick("建几个", "How many"), whole(MOST_COUNT), count)));
    }
    let (id, submit) = match site {
        Some(site) => (format!("{}{}", form::EDIT, site.key()), lang.pick("更正", "Correct")),
        None => (form::SITE.to_owned(), lang.pick("加一处", "Add a site")),
    };
    Form { id, title: String::new(), fields, submit_label: submit.to_owned(), closed: None }
}

/// Whose rules hold; `None` where all criteria are general.
pub(crate) fn place(state: &State, lang: Lang) -> Option<Form> {
    let places = state.criteria.places();
    if places.is_empty() {
        return None;
    }
    let keys: Vec<String> = (0..=places.len()).map(|at| format!("p{at}")).collect();
    let general = lang.pick("不分地方，只用通用项", "No place: the general ones alone");
    let labels = [general].into_iter().chain(places.iter().copied());
    let chosen = places.iter().position(|place| *place == state.place).map_or(0, |at| at + 1);
    let kind = options(keys.iter().map(String::as_str).zip(labels));
    let chosen = Value::Choice(keys[chosen].clone());
    let field = Field {
        help: lang
            .pick("换了地方，已量的数照新的规定重算", "What was measured is held against the new rules")
            .to_owned(),
        ..field("place", lang.pick("用哪个地方的规定", "Whose rules"), kind, chosen)
    };
    Some(Form {
        id: form::PLACE.to_owned(),
        title: String::new(),
        fields: vec![field],
        submit_label: lang.pick("按这里的规定", "Apply").to_owned(),
        closed: None,
    })
}

/// A site's points; closed while a veto stands or is open. `None` where nothing gives points.
pub(crate) fn points(standing: &Standing<'_>, site: &Site, at: usize, lang: Lang) -> Option<Form> {
    let one = |row: &Row| {
        let weight = if let Kind::Score(weight) = row.kind { weight } else { 0 };
        let label = match lang {
            Lang::ZhCn => format!("{}（权重 {weight}）", row.label.zh),
            Lang::En => format!("{} (weight {weight})", row.label.en),
        };
        let initial = site.points.get(&row.id).map_or(Value::None, |points| Value::Integer(*points));
        let help = row.rule(lang);
        free(Field { help, ..field(&row.id, &label, whole(MOST_POINTS), initial) })
    };
    let fields: Vec<Field> = standing.scored().map(one).collect();
    if fields.is_empty() {
        return None;
    }
    let closed = (standing.fitness[at] != Fitness::Fit).then(|| words::no_points(site, lang));
    Some(Form {
        id: format!("{}{}", form::POINTS, site.key()),
        title: lang.pick("打分（0–100）", "Points (0–100)").to_owned(),
        fields,
        submit_label: lang.pick("打分", "Give points").to_owned(),
        closed,
    })
}

/// What is to be found out at a site.
pub(crate) fn checklist(state: &State, standing: &Standing<'_>, site: &Site, lang: Lang) -> Checklist {
    let rows = standing.rows.iter().filter(|row| !matches!(row.kind, Kind::Score(_)));
    Checklist {
        id: site.key(),
        title: lang.pick("现场查证", "Found on the spot").to_owned(),
        items: rows.map(|row| item(state, site, row, lang)).collect(),
    }
}

fn item(state: &State, site: &Site, row: &Row, lang: Lang) -> CheckItem {
    let check = site.checks.get(&row.id);
    let found = site.found(row);
    let scale = state.scale(site, row);
    let measure = row.is_measured().then(|| Measure {
        unit: row.unit.get(lang).to_owned(),
        scale,
        value: check.and_then(|check| check.measured?.at(scale)),
        limit: row.limit.and_then(|limit| limit.number.at(scale)),
        at_least: row.limit.is_none_or(|limit| limit.at_least),
    });
    let evidence = |proof: &crate::site::Proof| Evidence { hash: proof.hash.clone(), caption: proof.caption.clone() };
    let is_veto = row.kind == Kind::Veto;
    CheckItem {
        id: row.id.clone(),
        label: row.label.get(lang).to_owned(),
        basis: row.rule(lang),
        finding: match found {
            Found::Open => Finding::Open,
            Found::Met => Finding::Met,
            Found::Failed => Finding::Failed,
            Found::NotApplicable => Finding::NotApplicable,
        },
        measure,
        veto: is_veto,
        // A veto that stands is lifted by new evidence alone.
        evidence_required: is_veto && found == Found::Failed,
        evidence: check.map(|check| check.proofs.iter().map(evidence).collect()).unwrap_or_default(),
        note: check.map(|check| check.note.clone()).unwrap_or_default(),
        closed: None,
    }
}
