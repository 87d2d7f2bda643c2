//! Compiling a rule's expression and refusing one that cannot work, with its place.

use super::CrossRule;
use super::bind::{Columns, HAS, RowVariables};
use crate::{Calendar, LoadError};
use cel::{ExecutionError, Program, Value as CelValue};
use desk_model::{
    Amount, AmountUnit, Cell, Field, FieldType, PartialDate, RuleSpec, TemplateKey, Ticks, TimeLimit, Value,
};
use regex::Regex;
use std::sync::{Arc, LazyLock};

/// What is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExpressionProblem {
    /// Not CEL; the parser's words.
    #[error("{0}")]
    Syntax(String),
    /// A name that is neither a field nor a built-in.
    #[error("unknown name {0}")]
    UnknownName(Box<str>),
    /// The rule points at a field that the template does not have.
    #[error("unknown field {0}")]
    UnknownField(Box<str>),
    /// `matches()` compiles its pattern for every row: patterns belong to the field.
    #[error("matches() is not allowed")]
    Matches,
    /// It gives something other than true or false.
    #[error("not a condition")]
    NotACondition,
    /// It fails over a row of its own template, e.g. compares a text with a number.
    #[error("{0}")]
    Evaluation(String),
}

static HAS_CALL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"'[^']*'|"[^"]*"|\bhas\((\s*)([a-z][a-z0-9_]*)(\s*)\)"#));
static LOOP_VARIABLE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\.(?:all|exists|exists_one|map|filter)\(\s*([A-Za-z_][A-Za-z0-9_]*)\s*,"));
static MATCHES: LazyLock<Regex> = LazyLock::new(|| pattern(r"\bmatches\s*\("));

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("the pattern is fixed and tested")
}

/// Compiles one rule of a template.
pub(crate) fn compile(
    template: &TemplateKey,
    spec: &RuleSpec,
    columns: &Columns,
) -> Result<CrossRule, LoadError> {
    let fail = |(line, column): (u32, u32), problem| LoadError::Expression {
        template: template.clone(),
        rule: spec.code.clone(),
        expr: spec.expr.clone(),
        line,
        column,
        problem,
    };
    if let Some(found) = MATCHES.find(&spec.expr) {
        return Err(fail(
            place_of(&spec.expr, found.start()),
            ExpressionProblem::Matches,
        ));
    }
    let (source, asked) = with_has_variables(&spec.expr);
    let program = Program::compile(&source).map_err(|errors| {
        let first = errors.errors.first();
        let place = first.map_or((1, 1), |error| (unsigned(error.pos.0), unsigned(error.pos.1)));
        let words = first.map_or_else(|| errors.to_string(), |error| error.msg.clone());
        fail(place, ExpressionProblem::Syntax(words))
    })?;
    let (named, needed) = names(&program, &source, &asked, columns).map_err(|name| {
        let at = spec.expr.find(&*name).unwrap_or(0);
        fail(place_of(&spec.expr, at), ExpressionProblem::UnknownName(name))
    })?;
    let field = columns.position(spec.field.as_str()).ok_or_else(|| {
        fail(
            (1, 1),
            ExpressionProblem::UnknownField(spec.field.as_str().into()),
        )
    })?;
    try_out(&program, columns, &named).map_err(|problem| fail((1, 1), problem))?;
    Ok(CrossRule {
        spec: spec.clone(),
        program,
        needed,
        named,
        field,
        basis: spec.basis.as_ref().map(|basis| basis.citation().into()),
    })
}

/// `has(field)` as a variable of the same length, so that places in errors stay true; and the fields asked about.
fn with_has_variables(expr: &str) -> (String, Vec<String>) {
    let mut asked = Vec::new();
    let source = HAS_CALL.replace_all(expr, |call: &regex::Captures<'_>| match call.get(2) {
        Some(name) => {
            asked.push(name.as_str().to_owned());
            format!("{HAS}{}{}{} ", name.as_str(), &call[1], &call[3])
        }
        None => call[0].to_owned(),
    });
    (source.into_owned(), asked)
}

type Positions = (Vec<usize>, Vec<usize>);

/// Positions of all fields the program names, and of those that must be filled; the first unknown name otherwise.
fn names(
    program: &Program,
    source: &str,
    asked: &[String],
    columns: &Columns,
) -> Result<Positions, Box<str>> {
    let own: Vec<&str> = LOOP_VARIABLE
        .captures_iter(source)
        .filter_map(|found| found.get(1).map(|name| name.as_str()))
        .collect();
    let references = program.references();
    let mut variables = references.variables();
    variables.sort_unstable();
    let (mut named, mut needed) = (Vec::new(), Vec::new());
    for variable in variables {
        let name = variable.strip_prefix(HAS).unwrap_or(variable);
        if variable == "today" || own.contains(&variable) {
            continue;
        }
        let at = columns.position(name).ok_or_else(|| Box::<str>::from(name))?;
        if !named.contains(&at) {
            named.push(at);
        }
        if !asked.iter().any(|asked| asked == name) {
            needed.push(at);
        }
    }
    Ok((named, needed))
}

/// Runs the program over a made-up row: what fails there would fail on every row.
fn try_out(program: &Program, columns: &Columns, named: &[usize]) -> Result<(), ExpressionProblem> {
    let base = super::Base::new(&Arc::new(Calendar::default()), jiff::civil::date(2000, 1, 1));
    let samples: Vec<Cell> = columns
        .fields
        .iter()
        .map(|field| Cell::from(sample(field)))
        .collect();
    let filled: Vec<Option<&Cell>> = samples.iter().map(Some).collect();
    let variables = RowVariables {
        columns,
        cells: &filled,
        named,
        today: 0,
    };
    let mut context = base.context.new_inner_scope();
    context.set_variable_resolver(&variables);
    match program.execute(&context) {
        Ok(CelValue::Bool(_)) => Ok(()),
        Ok(_) => Err(ExpressionProblem::NotACondition),
        Err(
            error @ (ExecutionError::NoSuchOverload(_)
            | ExecutionError::NoSuchKey(_)
            | ExecutionError::UndeclaredReference(_)
            | ExecutionError::UnexpectedType { .. }
            | ExecutionError::ValuesNotComparable(..)
            | ExecutionError::UnsupportedBinaryOperator(..)),
        ) => Err(ExpressionProblem::Evaluation(error.to_string())),
        Err(_) => Ok(()),
    }
}

fn sample(field: &Field) -> Value {
    let code = || Box::from("1");
    match field.kind {
        FieldType::Text | FieldType::Markdown => Value::text("1"),
        FieldType::Reference => Value::Reference(code()),
        FieldType::Integer => Value::Integer(1),
        FieldType::Decimal => Value::Decimal(1.into()),
        FieldType::Date => PartialDate::day(2000, 1, 1).map_or(Value::Blank, Value::Date),
        FieldType::Tick => Value::Tick(true),
        FieldType::Ticks => Value::Ticks(Ticks {
            on: vec![code()],
            other: Vec::new(),
        }),
        FieldType::Code | FieldType::Codes => Value::Codes(vec![code()]),
        FieldType::TimeLimit => Value::TimeLimit(TimeLimit::INSTANT),
        FieldType::Amount => Value::Amount(Amount {
            number: 1.into(),
            unit: AmountUnit::Yuan,
        }),
    }
}

fn place_of(expr: &str, offset: usize) -> (u32, u32) {
    let before = &expr[..offset];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    (
        u32::try_from(line).unwrap_or(1),
        u32::try_from(column).unwrap_or(1),
    )
}

fn unsigned(number: isize) -> u32 {
    u32::try_from(number).unwrap_or(1).max(1)
}
