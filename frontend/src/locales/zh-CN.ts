/** The interface's own phrases. Labels of statuses, steps and fields come from the server. */

import { applications, clock, fresh, opinion, pick, similar } from "./zh-CN/applications";
import { deadlines, notices, opinions, refusals, urgent } from "./zh-CN/daily";
import { form } from "./zh-CN/form";
