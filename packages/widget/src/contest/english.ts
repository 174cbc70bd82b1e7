import { templates as campaigns } from "../../texts/campaigns/en.ts";
import { templates as contest } from "../../texts/contest/en.ts";
import { templates as requests } from "../../texts/requests/en.ts";

/** The element's English texts, with those of what it shows. */
export const templates = { ...campaigns, ...contest, ...requests };
