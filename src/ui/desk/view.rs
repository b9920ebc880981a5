//! What the desk looks like, and what it tells those who do not see it.

use super::leave::Leaving;
use super::{Desk, DeskMsg};
use crate::report::Report;
use crate::rewrite::share::Share;
use crate::text::Lang;
use crate::ui::checklist::{checklist, outline};
use crate::ui::counter::{announcement, counter};
use crate::ui::el::{El, button, div, heading, list, p, say, say_numbers, section, span};
use crate::ui::finding::{Shown, Ways, finding};
use crate::ui::msg::Msg;
use crate::ui::rewrite::rewrite;

/// What two people can share, each with the key of its chip and of what it says.
const SHARES: [(Share, &str); 8] = [
    (Share::Met, "share_met"),
    (Share::Colleague, "share_colleague"),
    (Share::School, "share_school"),
    (Share::Group, "share_group"),
    (Share::Post, "share_post"),
    (Share::Mutual, "share_mutual"),
    (Share::Field, "share_field"),
    (Share::Place, "share_place"),
];

impl Desk {
    /// The desk.
    pub fn view(&self) -> El {
        let head = div("bar").child(counter(self.count())).child(self.status());
        // What stands in the place for the memory is another module's, which is there only for those who want it. The keys keep both where
        // they are: a place that was made anew would be empty.
        let out = div("desk").key("desk").child(head).child(self.live()).child(div("recall").key("recall"));
        let Some(report) = &self.report else { return out };
        let is_blank = self.judged.trim().is_empty();
        let list = if is_blank { outline(report) } else { checklist(report, self.open.checklist) };
        let shares = self.shares(report);
        // Where nothing is said yet there is nothing to reword: the chips begin it.
        let rewrites = (shares.is_none() || !self.says_nothing(report)).then(|| self.rewrites(report));
        let (before, after) = if is_blank { (shares, None) } else { (None, shares) };
        out.maybe(capped(report)).child(self.findings()).maybe(before).child(list).maybe(after).maybe(rewrites)
    }

    /// What happened last, with its way back.
    fn status(&self) -> El {
        let undo = self
            .undo
            .as_ref()
            .map(|_| button("undo", say("undo"), Msg::Desk(DeskMsg::Undo)).class("quiet").attr("aria-describedby", "notice"));
        let restore = (!self.ignored.is_empty() && self.undo.is_none())
            .then(|| button("restore", say_numbers("restore", &[self.ignored.len()]), Msg::Desk(DeskMsg::Restore)).class("quiet"));
        div("status").maybe(self.notice.clone().map(|notice| span("notice", notice).attr("id", "notice"))).maybe(undo).maybe(restore)
    }

    /// Tells a screen reader, politely, how the note stands; what it was told already is not said again.
    pub fn announce(&mut self) {
        let count = self.about_words().len();
        let suggestions = match count {
            0 => say("hear_nothing"),
            1 => say("hear_one"),
            count => say_numbers("hear_more", &[count]),
        };
        let is_blank = self.judged.trim().is_empty();
        self.announced = announcement(self.count()).into_iter().chain((!is_blank).then_some(suggestions)).collect();
    }

    fn live(&self) -> El {
        div("visually-hidden")
            .key("live")
            .attr("aria-live", "polite")
            .attr("aria-atomic", "true")
            .children(self.announced.iter().cloned().map(p))
    }

    fn findings(&self) -> El {
        let all = self.about_words();
        let out = section("findings", say("suggestions")).key("findings");
        if all.is_empty() {
            let is_blank = self.judged.trim().is_empty();
            return out.maybe((!is_blank).then(|| p(say("all_well")).class("all-well")));
        }
        let open = self.open_one();
        let shown = self.shown();
        let hidden = all.len().saturating_sub(shown);
        let ways = if self.note.private { Ways::Private } else { Ways::All };
        let items = all.into_iter().take(shown).map(|(index, id, found)| {
            let (is_open, shows_why) = (open == Some(id), self.why == Some(id));
            let leaving = (self.leaving == Leaving::Open(id)).then_some(ways);
            finding(found, Shown { index, id, text: &self.judged, is_open, shows_why, leaving })
        });
        out.child(list("list").children(items))
            .maybe((hidden > 0).then(|| button("more", say_numbers("more", &[hidden]), Msg::Desk(DeskMsg::More)).class("quiet more")))
    }

    /// Whether there is no note yet, or one that could go to anybody.
    fn says_nothing(&self, report: &Report) -> bool {
        self.judged.trim().is_empty() || report.findings.iter().any(|finding| finding.rule == "default-invitation")
    }

    /// "What do you share?": open, and in the place of rewrites, where there is nothing to reword yet; none where common ground is
    /// named, and in a language in which we cannot write.
    fn shares(&self, report: &Report) -> Option<El> {
        let is_ours = self.judged.trim().is_empty() || Lang::ALL.iter().any(|lang| lang.tag() == report.language);
        if !is_ours || report.signals.iter().any(|found| found.signal == "common-ground") {
            return None;
        }
        let says_nothing = self.says_nothing(report);
        let is_open = says_nothing || self.open.shares;
        let head = if says_nothing {
            heading(2, say("share"))
        } else {
            button("shares", say("share"), Msg::Desk(DeskMsg::ToggleShares)).class("fold").state("aria-expanded", is_open)
        };
        let chips = SHARES.iter().map(|&(what, name)| button(name, say(name), Msg::Desk(DeskMsg::Share(what))).class("chip"));
        let chips = is_open.then(|| div("chips").attr("role", "group").attr("aria-label", say("share")).children(chips));
        Some(div("shares").child(head).maybe(chips))
    }

    fn rewrites(&self, report: &Report) -> El {
        let head = button("rewrites", say("better_wordings"), Msg::Desk(DeskMsg::ToggleRewrites))
            .class("fold")
            .state("aria-expanded", self.open.rewrites);
        let out = div("rewrites").child(head);
        if !self.open.rewrites {
            return out;
        }
        if report.rewrites.is_empty() {
            return out.child(p(say("no_wording")).class("note"));
        }
        let cards = report.rewrites.iter().map(|one| rewrite(report, &self.judged, one, self.compared == Some(one.style)));
        out.child(list("list").children(cards))
    }
}

/// Says so when only the start of a very long text was judged.
fn capped(report: &Report) -> Option<El> {
    report.checked.map(|units| p(say_numbers("checked_first", &[units])).class("note"))
}
