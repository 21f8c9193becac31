/** The interface's own phrases. Labels of statuses, steps and fields come from the server. */

import frame from "./zh-CN/frame";
import pages from "./zh-CN/pages";

const zh = { ...frame, ...pages };

export type Frame = typeof frame;
export type Pages = typeof pages;
export type Phrases = typeof zh;
export default zh;
