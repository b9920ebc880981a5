//! Better wordings, built from the writer's own words.
