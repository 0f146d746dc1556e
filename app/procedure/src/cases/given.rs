//! What a case hands the procedure: roll, further columns, tables and settings, as they would be typed.

use std::collections::BTreeMap;

use super::Case;
use crate::inputs::{FrozenColumn, FrozenTable, Inputs};
use crate::manifest::{Manifest, TableColumn, WantedTable};
use crate::roll::{HouseholdRow, RollColumn};
use crate::{settings, tables};

impl Case {
    pub(super) fn inputs(&self, manifest: &Manifest) -> Result<Inputs, String> {
        let texts: Vec<(String, String)> = self.set.iter().map(|(id, text)| (id.clone(), text.clone())).collect();
        let columns = self.columns.iter();
        let columns: Vec<RollColumn> = columns
            .map(|(heading, cells)| RollColumn { heading: heading.clone(), cells: cells.clone(), private: false })
            .collect();
        let mut inputs =
            settings::inputs(manifest, &self.rows()?, &columns, &texts).map_err(|error| error.to_string())?;
        // A door of a case is the row of its household.
        let doors: Vec<String> = (0..self.households).map(|row| row.to_string()).collect();
        for (id, given) in &self.tables {
            let wanted = manifest.tables.iter().find(|wanted| wanted.id == *id);
            let wanted = wanted.ok_or_else(|| format!("the manifest wants no table {id}"))?;
            inputs.tables.insert(id.clone(), frozen(wanted, given, &doors)?);
        }
        Ok(inputs)
    }

    fn rows(&self) -> Result<Vec<HouseholdRow>, String> {
        let cell = |cells: &[String], row: usize| {
            cells.get(row).map(String::as_str).filter(|cell| !cell.is_empty()).map(str::to_owned)
        };
        let whole = |cells: &[String], row| match cell(cells, row) {
            Some(text) => text.parse::<i64>().map(Some).map_err(|_| format!("{text} is no whole number")),
            None => Ok(None),
        };
        let row = |row: usize| {
            let area = cell(&self.area, row).map(|text| text.parse().map_err(|_| format!("{text} is no area")));
            Ok(HouseholdRow {
                kind: "flat".to_owned(),
                building: String::new(),
                stair: String::new(),
                floor: whole(&self.floor, row)?,
                area: area.transpose()?,
                residents: whole(&self.residents, row)?,
            })
        };
        (0..self.households.min(crate::limits::ROWS)).map(row).collect()
    }
}

/// A table from text cells; columns that are left out are empty, the longest says how many rows there are.
fn frozen(
    wanted: &WantedTable,
    given: &BTreeMap<String, Vec<String>>,
    doors: &[String],
) -> Result<FrozenTable, String> {
    if let Some(id) = given.keys().find(|id| !wanted.columns.iter().any(|column| column.id == **id)) {
        return Err(format!("the table {} has no column {id}", wanted.id));
    }
    let rows = given.values().map(Vec::len).max().unwrap_or(0);
    let column = |column: &TableColumn| {
        let mut cells = given.get(&column.id).cloned().unwrap_or_default();
        cells.resize(rows, String::new());
        let data = tables::typed(column.kind, &cells, doors);
        let data = data.map_err(|row| format!("{}: {:?} is none of its cells", column.id, cells[row]))?;
        Ok((column.id.clone(), FrozenColumn { data: data.into(), private: false }))
    };
    let columns = wanted.columns.iter().map(column).collect::<Result<BTreeMap<_, _>, String>>()?;
    Ok(FrozenTable { rows: u32::try_from(rows).unwrap_or(u32::MAX), columns })
}
