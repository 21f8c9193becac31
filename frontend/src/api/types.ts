/** Short names for the generated shapes; nothing is declared here. */

import type { components as CountyParts } from "./county";
import type { components as TownshipParts } from "./township";

type C = CountyParts["schemas"];
type T = TownshipParts["schemas"];

export type Me = C["MeOut"];
export type TodoGroup = C["Group"];
export type ListInForce = C["ListOut"];
export type ListEntry = C["EntryOut"];
export type ListEntryRow = C["EntryRow"];
export type Application = C["ApplicationOut"];
export type ApplicationRow = C["ApplicationRow"];
export type ApplicationPatch = C["ApplicationPatch"];
export type Check = C["Check"];
export type Label = C["Label"];
export type Action = C["Action"];
export type HistoryEntry = C["Entry"];
export type Matter = C["MatterOut"];
export type MatterRow = C["MatterRow"];
export type Progress = C["Progress"];
export type PaperRef = C["Paper"];
export type PaperDetail = C["DocumentOut"];
export type PaperRow = C["DocumentRow"];
export type Township = C["TownshipRow"];
export type Village = C["VillageRow"];
export type Board = C["Board"];
export type Fact = C["FactRow"];
export type User = C["UserOut"];
export type UserRow = C["UserRow"];
export type Post = C["PostIn"];
export type Organisation = C["OrganisationOut"];
export type Placement = T["PlacementOut"];
export type PlacementRow = T["PlacementRow"];
export type UserIn = C["UserIn"];
export type UserChange = C["UserChange"];
export type Role = C["Role"];
