import type { Pages } from "@/locales/zh-CN";
import { applications, clock, fresh, opinion, pick, similar } from "./applications";
import { archive, batches } from "./batches";
import { certify } from "./certificates";
import { assess, clause, measure } from "./clauses";
import { conflict } from "./conflict";
import { contracting } from "./contracting";
import { contracts, eligible, period } from "./contracts";
import { deadlines, notices, opinions, refusals, urgent } from "./daily";
import { drafts, seals, sealUses } from "./desk";
import { form } from "./form";
import { legacy } from "./legacy";
import { bases, entry, importing, lists, mine } from "./lists";
import { expiries, matters, weekday } from "./matters";
import { meetings } from "./meetings";
import { search } from "./search";
import { calendar, configuration } from "./settings";
import { sheet } from "./sheet";
import { templates } from "./templates";
import { budget, catalogue, library, purchase, terms } from "./terms";
import { consult, outbox, placing, refuse, report } from "./village";

const pages: Pages = {
  assess,
  certify,
  contracts,
  eligible,
  period,
  terms,
  purchase,
  budget,
  library,
  templates,
  drafts,
  seals,
  sealUses,
  catalogue,
  clause,
  measure,
  applications,
  fresh,
  form,
  clock,
  opinion,
  similar,
  pick,
  matters,
  legacy,
  sheet,
  conflict,
  search,
  lists,
  entry,
  mine,
  bases,
  importing,
  expiries,
  weekday,
  meetings,
  configuration,
  calendar,
  deadlines,
  notices,
  refusals,
  opinions,
  urgent,
  outbox,
  consult,
  refuse,
  report,
  placing,
  contracting,
  batches,
  archive,
};

export default pages;
