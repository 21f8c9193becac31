/** All pages of a village's refusals, fetched as one: they are needed together when the line is gone. */

export { Component as RefusalPage } from "./RefusalPage";
export { Component as RefusalsPage } from "./RefusalsPage";
export { Component as RefusePage } from "./RefusePage";
