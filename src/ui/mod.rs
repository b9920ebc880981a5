//! Every surface as plain data: a model, messages, and a view that is a tree of elements.
