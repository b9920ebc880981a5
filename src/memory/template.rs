//! Templates: notes with blanks, "one per event, tweak each", and the plain text that they are kept and exchanged as.
//!
//! The text can be written by hand: a line `# name` starts a template, what follows is its text up to the next such line.
//! A text's own line that starts with `#` or `\` has a `\` before it.

/// A note to start from; `[where we met]` in its text is a blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// What the user calls it: one line.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Starts the line of a name.
const NAME: char = '#';

/// Stands before a text's own line that would be read otherwise.
const ESCAPE: char = '\\';

/// As plain text.
pub fn write(templates: &[Template]) -> String {
    let mut out = String::new();
    for template in templates {
        let name = template.name.split_whitespace().collect::<Vec<_>>().join(" ");
        out.extend([NAME, ' ']);
        out.push_str(&name);
        out.push('\n');
        for line in template.text.trim().lines() {
            if line.starts_with([NAME, ESCAPE]) {
                out.push(ESCAPE);
            }
            out.push_str(line);
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

/// Reads plain text. A text without a name gets its first words as one; a template without a text is left out.
pub fn read(text: &str) -> Vec<Template> {
    let mut out: Vec<Template> = Vec::new();
    for line in text.lines() {
        let starts_text = !line.trim().is_empty();
        if let Some(name) = line.strip_prefix(NAME) {
            out.push(Template { name: name.trim().to_owned(), text: String::new() });
            continue;
        }
        if out.is_empty() && starts_text {
            out.push(Template { name: String::new(), text: String::new() });
        }
        if let Some(last) = out.last_mut() {
            last.text.push_str(line.strip_prefix(ESCAPE).unwrap_or(line));
            last.text.push('\n');
        }
    }
    for template in &mut out {
        template.text = template.text.trim().to_owned();
        if template.name.is_empty() {
            template.name = template.text.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
        }
    }
    out.retain(|template| !template.text.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn template(name: &str, text: &str) -> Template {
        Template { name: name.into(), text: text.into() }
    }

    #[test]
    fn written_and_read_by_hand() {
        let text = "# After a fair\nHi [name],\n\nyour stand at [fair] was the best.\n\n#Short\nHi!\n";
        let all = [template("After a fair", "Hi [name],\n\nyour stand at [fair] was the best."), template("Short", "Hi!")];
        assert_eq!(read(text), all);
        assert_eq!(read(&write(&all)), all);
    }

    #[test]
    fn a_note_alone_is_a_template_too() {
        assert_eq!(read("\n\nHi Ada, we met at the kiln.\nBest"), [template("Hi Ada, we met", "Hi Ada, we met at the kiln.\nBest")]);
        assert_eq!(read("# only a name\n\n# another\n"), []);
        assert_eq!(read(""), []);
    }

    proptest! {
        #[test]
        fn any_templates_come_back(all in prop::collection::vec(("[ -~é]{0,12}", "[#\\\\ a-z\n]{0,60}"), 0..5)) {
            let all: Vec<Template> = all.iter().map(|(name, text)| template(name.trim(), text.trim())).filter(|one| !one.text.is_empty()).collect();
            let back = read(&write(&all));
            prop_assert_eq!(back.len(), all.len());
            for (back, one) in back.iter().zip(&all) {
                prop_assert_eq!(&back.text, &one.text);
            }
        }

        #[test]
        fn any_text_can_be_read(text in any::<String>()) {
            let once = read(&text);
            prop_assert_eq!(read(&write(&once)), once);
        }
    }
}
