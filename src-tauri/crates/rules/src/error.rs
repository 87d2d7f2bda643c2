//! Why a template's rules cannot be used.

use crate::expression::ExpressionProblem;
use desk_model::{FieldName, TemplateKey};

/// The rules of a template cannot be compiled. Lines and columns are 1-based and count inside the expression.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum LoadError {
    /// A code list that the checks need is not among the data.
    #[error("code list {list} is missing")]
    MissingList {
        /// Its id.
        list: Box<str>,
    },
    /// A field names a code list that is not among the data.
    #[error("{template}: {field}: code list {list} is missing")]
    FieldList {
        /// The template.
        template: TemplateKey,
        /// The field.
        field: FieldName,
        /// The list's id.
        list: Box<str>,
    },
    /// A field's pattern is not a regular expression.
    #[error("{template}: {field}: {detail}")]
    Pattern {
        /// The template.
        template: TemplateKey,
        /// The field.
        field: FieldName,
        /// The parser's words.
        detail: String,
    },
    /// A rule's expression cannot be used.
    #[error("{template}: {rule}: {line}:{column}: {problem}: {expr}")]
    Expression {
        /// The template.
        template: TemplateKey,
        /// The rule.
        rule: Box<str>,
        /// The expression as written.
        expr: Box<str>,
        /// Line inside the expression.
        line: u32,
        /// Column inside the expression.
        column: u32,
        /// What is wrong.
        problem: ExpressionProblem,
    },
}
