/** The pages of a contract, fetched as one: work is recorded on them also when the line is gone. */

export { Component as ContractPage } from "./ContractPage";
export { Component as ContractsPage } from "./ContractsPage";
export { Component as DeliverablePage } from "./DeliverablePage";
export { Component as DeliverablesPage } from "./DeliverablesPage";
export { Component as NewRecordPage } from "./NewRecordPage";
export { Component as PeriodPage } from "./PeriodPage";
