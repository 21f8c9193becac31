/** Two people have written the same thing: both versions, to choose from. */

export const conflict = {
  hint: "Nothing of yours is lost. Compare, then keep your changes upon theirs, or take theirs as it is.",
  versions: "Both versions",
  what: "What",
  begun: "When you began",
  theirs: "Saved by another",
  mine: "Yours",
  keepMine: "Keep my changes upon theirs",
  takeTheirs: "Take theirs",
};
