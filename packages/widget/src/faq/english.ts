import { templates as faq } from "../../texts/faq/en.ts";
import { templates as requests } from "../../texts/requests/en.ts";

/** The element's English texts, with those of what it shows. */
export const templates = { ...faq, ...requests };
