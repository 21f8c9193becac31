import frame from "./en/frame";
import pages from "./en/pages";
import type { Phrases } from "./zh-CN";

const en: Phrases = { ...frame, ...pages };

export default en;
