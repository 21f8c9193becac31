import { countyQuery } from "./client";

/** What the form asks for each type of object, who is heard and who decides. */
export const formsQuery = () =>
  countyQuery.queryOptions("get", "/api/configuration/forms", undefined, { staleTime: 300_000 });
