//! Cross-field rules (字段间的规则): CEL expressions of a template, compiled once.
//!
//! What: an expression over field names that must be true. Why: 承诺时限 may not exceed 法定时限, a fee needs its basis.
//! Example: `commitment_limit.days <= statutory_limit.days`. Fix: as the template says. A rule applies when every field
//! it names is filled; a field it asks about with `has(field)` may be blank. Besides fields there are `today` and
//! `working_days(from, to)`; a year without a calendar makes a rule undecided, which is itself a finding.

mod bind;
mod compile;
mod values;

use crate::row::{RowView, Sink, shortened};
use crate::{Calendar, rule_codes};
pub(crate) use bind::Columns;
use bind::RowVariables;
use cel::{Context, ExecutionError, Program, Value as CelValue};
pub use compile::ExpressionProblem;
pub(crate) use compile::compile;
use desk_model::{Cell, Finding, Fix, RuleSpec};
use jiff::civil::Date;
use std::sync::Arc;

/// One compiled rule.
#[derive(Debug)]
pub(crate) struct CrossRule {
    spec: RuleSpec,
    program: Program,
    /// Positions of the fields that must be filled.
    needed: Vec<usize>,
    /// Positions of all fields it names.
    named: Vec<usize>,
    field: usize,
    basis: Option<Box<str>>,
}

/// What all rows of one run share.
pub(crate) struct Base {
    context: Context<'static, 'static>,
    today: i64,
}

impl Base {
    /// One base context: building it for each row would cost more than all rules together.
    pub(crate) fn new(calendar: &Arc<Calendar>, today: Date) -> Self {
        let mut context = Context::default();
        let calendar = Arc::clone(calendar);
        let working_days = move |from: i64, to: i64| working_days(&calendar, from, to);
        context
            .add_function("working_days", working_days)
            .expect("the standard library has no function of this name");
        Self {
            context,
            today: bind::civil_day_number(today),
        }
    }
}

fn working_days(calendar: &Calendar, from: i64, to: i64) -> Result<i64, ExecutionError> {
    let undecided = || ExecutionError::function_error("working_days", "no calendar");
    let (from, to) = bind::civil_day(from)
        .zip(bind::civil_day(to))
        .ok_or_else(undecided)?;
    calendar.working_days_between(from, to).map_err(|_| undecided())
}

/// Evaluates all rules over one row.
pub(crate) fn check(
    rules: &[CrossRule],
    columns: &Columns,
    base: &Base,
    cells: &[Option<&Cell>],
    sink: &mut Sink<'_>,
) {
    for rule in rules.iter().filter(|rule| rule.applies(columns, cells)) {
        let variables = RowVariables {
            columns,
            cells,
            named: &rule.named,
            today: base.today,
        };
        let mut context = base.context.new_inner_scope();
        context.set_variable_resolver(&variables);
        match rule.program.execute(&context) {
            Ok(CelValue::Bool(true)) => {}
            Ok(CelValue::Bool(false)) => sink.push(rule.finding(columns, cells)),
            Err(_) if rule.reads_a_blank(columns, cells) => {}
            Ok(_) | Err(_) => sink.push(rule.undecided(columns)),
        }
    }
}

impl CrossRule {
    fn applies(&self, columns: &Columns, cells: &[Option<&Cell>]) -> bool {
        self.needed
            .iter()
            .all(|at| bind::is_bound(&columns.fields[*at], cells[*at]))
            && !self
                .named
                .iter()
                .any(|at| cells[*at].is_some_and(|cell| cell.value == desk_model::Value::Unreadable))
    }

    fn reads_a_blank(&self, columns: &Columns, cells: &[Option<&Cell>]) -> bool {
        self.named
            .iter()
            .any(|at| !bind::is_bound(&columns.fields[*at], cells[*at]))
    }

    fn finding(&self, columns: &Columns, cells: &[Option<&Cell>]) -> Finding {
        let spec = &self.spec;
        let field = &columns.fields[self.field];
        let mut finding = Finding::new(&spec.code, spec.severity, &spec.message).at(&field.name);
        finding.basis.clone_from(&self.basis);
        for at in &self.named {
            let written = cells[*at].map(Cell::written).unwrap_or_default();
            finding = finding.with(columns.fields[*at].name.as_str(), shortened(&written));
        }
        let value = cells[self.field].map(Cell::written).unwrap_or_default();
        finding.fix = self.fix(columns, cells);
        finding
            .with("field", &*field.title)
            .with("value", shortened(&value))
    }

    fn fix(&self, columns: &Columns, cells: &[Option<&Cell>]) -> Option<Fix> {
        let fix = self.spec.fix.as_ref()?;
        let to = match (&fix.from, &fix.to) {
            (Some(from), _) => cells[columns.position(from.as_str())?]?.written().into(),
            (None, Some(to)) => to.clone(),
            (None, None) => Box::default(),
        };
        Some(Fix {
            safety: fix.kind,
            field: fix.set.clone(),
            to,
        })
    }

    fn undecided(&self, columns: &Columns) -> Finding {
        rule_codes::NOT_EVALUATED
            .at(&columns.fields[self.field])
            .with("rule", &*self.spec.code)
    }
}

/// Rows are only read here, so that callers need not know how cells are found.
pub(crate) fn cells_of<'p>(columns: &Columns, row: &RowView<'p>) -> Vec<Option<&'p Cell>> {
    columns.cells(row.payload)
}

#[cfg(test)]
mod tests;
