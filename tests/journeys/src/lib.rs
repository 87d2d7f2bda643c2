//! Tests over the whole workspace; nothing is exported.
