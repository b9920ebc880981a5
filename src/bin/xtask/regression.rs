//! Logistic regression with an L1 penalty, by coordinate descent: most weights end at nought, so that few features are kept.

#![expect(clippy::indexing_slicing, reason = "notes go by their numbers, which count the very lists")]

/// What is learned for one label.
pub(crate) struct Model {
    /// The log-odds before anything is known.
    pub(crate) bias: f64,
    /// What is added where `told` holds.
    pub(crate) told: f64,
    /// What each feature adds; nought for most.
    pub(crate) weights: Vec<f64>,
}

/// Notes to learn from. A note has a feature or has it not.
pub(crate) struct Examples<'e> {
    /// For each feature the notes that have it.
    pub(crate) having: &'e [Vec<usize>],
    /// For each note whether it carries the label.
    pub(crate) labelled: &'e [bool],
    /// For each note whether the label's phrases say so.
    pub(crate) told: &'e [bool],
    /// For each note whether it counts: others are held out.
    pub(crate) counts: &'e [bool],
}

/// How much an error costs beside the weights: the less, the fewer features are kept.
const COST: f64 = 0.7;

/// Rounds over all features at most.
const MOST_ROUNDS: usize = 100;

/// One round in so many is a whole one.
const WHOLE: usize = 8;

/// It is done when no weight changes by more in a round.
const DONE: f64 = 0.005;

/// A weight changes by so much at most at a time: further away the slope says little.
const LONGEST_STEP: f64 = 1.0;

/// The state of a descent.
struct Descent<'e> {
    examples: &'e Examples<'e>,
    /// Each note's log-odds by the weights as they are.
    odds: Vec<f64>,
    /// The same as a probability less what is right: 1 or 0.
    error: Vec<f64>,
}

/// Learns one label.
pub(crate) fn learn(examples: &Examples) -> Model {
    let notes = examples.labelled.len();
    let counting: Vec<usize> = (0..notes).filter(|&note| examples.counts[note]).collect();
    let told: Vec<usize> = counting.iter().copied().filter(|&note| examples.told[note]).collect();
    let error = examples.labelled.iter().map(|&yes| 0.5 - f64::from(u8::from(yes))).collect();
    let mut descent = Descent { examples, odds: vec![0.0; notes], error };
    let mut model = Model { bias: 0.0, told: 0.0, weights: vec![0.0; examples.having.len()] };
    for round in 0..MOST_ROUNDS {
        // Most weights are nought and stay so: between two whole rounds only the others move.
        let is_whole = round % WHOLE == 0;
        let mut furthest = descent.step(&mut model.bias, &counting, 0.0).max(descent.step(&mut model.told, &told, 0.0));
        for (weight, having) in model.weights.iter_mut().zip(examples.having) {
            if is_whole || *weight != 0.0 {
                furthest = furthest.max(descent.step(weight, having, 1.0));
            }
        }
        if is_whole && furthest < DONE {
            break;
        }
    }
    model
}

impl Descent<'_> {
    /// Moves one weight to where the loss is least along it; gives how far.
    fn step(&mut self, weight: &mut f64, having: &[usize], penalty: f64) -> f64 {
        let (mut slope, mut bend) = (0.0, 1e-9);
        for &note in having.iter().filter(|&&note| self.examples.counts[note]) {
            let error = self.error[note];
            slope += error;
            bend += error.abs() * (1.0 - error.abs());
        }
        let (slope, bend) = (COST * slope, COST * bend);
        let to = if slope + penalty <= bend * *weight {
            -(slope + penalty) / bend
        } else if slope - penalty >= bend * *weight {
            -(slope - penalty) / bend
        } else {
            -*weight
        };
        let to = to.clamp(-LONGEST_STEP, LONGEST_STEP);
        if to.abs() < 1e-6 {
            return 0.0;
        }
        *weight += to;
        for &note in having.iter().filter(|&&note| self.examples.counts[note]) {
            self.odds[note] += to;
            self.error[note] = 1.0 / (1.0 + (-self.odds[note]).exp()) - f64::from(u8::from(self.examples.labelled[note]));
        }
        to.abs()
    }
}

#[cfg(test)]
mod tests {
    use super::{Examples, learn};

    #[test]
    fn what_tells_gets_a_weight_and_noise_gets_none() {
        // The first feature goes with the label, the second with every other note.
        let labelled: Vec<bool> = (0..60).map(|note| note % 3 == 0).collect();
        let having = [(0..60).filter(|note| note % 3 == 0).collect(), (0..60).filter(|note| note % 2 == 0).collect()];
        let all = vec![true; 60];
        let model = learn(&Examples { having: &having, labelled: &labelled, told: &[false; 60], counts: &all });
        assert!(model.bias < -1.0 && model.weights[0] > 2.0, "{} {:?}", model.bias, model.weights);
        assert!(model.weights[1].abs() < 1e-9, "{:?}", model.weights);
    }

    #[test]
    fn what_is_held_out_teaches_nothing() {
        let labelled: Vec<bool> = (0..60).map(|note| note % 3 == 0).collect();
        let having = [(0..60).filter(|note| note % 3 == 0).collect()];
        let counts: Vec<bool> = (0..60).map(|note| note % 3 != 0).collect();
        let model = learn(&Examples { having: &having, labelled: &labelled, told: &[false; 60], counts: &counts });
        assert!(model.weights[0].abs() < 1e-9, "{:?}", model.weights);
    }
}
