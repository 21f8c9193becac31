import { applications, clock, fresh, opinion, pick, similar } from "./en/applications";
import { deadlines, notices, opinions, refusals, urgent } from "./en/daily";
import { form } from "./en/form";
