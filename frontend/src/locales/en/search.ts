/** One search over entries, matters and papers. */

export const search = {
  title: "Search",
  hint: "Title, code, document number, pinyin initials",
  explain: "Entries in force, matters and papers. Two characters suffice; Tibetan is found, too.",
  short: "Please type two characters at least",
  found: "{{count}} found for “{{words}}”",
  nothing: "Nothing found for “{{words}}”",
  group: "{{label}} ({{count}})",
  more: "Show more",
  tooMany: "Only the first {{count}} are shown; type more",
};
