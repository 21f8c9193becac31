/** Tables that are taken over in two steps: checked, then confirmed. */

export const sheet = {
  template: "Download the template",
  choose: "Choose a table, or drop it here",
  reading: "Checking the table…",
  steps: "Steps of the import",
  corrected: "Download the table with its faults marked",
  otherFile: "Another file",
  faults: "Faults",
  row: "Row {{n}}",
  moreFaults: "{{count}} more faults are not listed; download the marked table to see them.",
  skipped: "These rows (sums, signatures, repeated headers) were left out:",
  shownRows: "The table ({{shown}} of {{rows}} rows)",
  sheet: "The table",
  rowNumber: "Row",
  step: {
    choose: "Choose",
    check: "Check",
    done: "Done",
  },
  guesses: "{{count}} cells were read by guess; they are marked in the table. Please look at each.",
  guess: "“{{stood}}” is read as “{{understood}}”",
};
