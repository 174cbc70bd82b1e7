import { templates as campaigns } from "../../texts/campaigns/en.ts";
import { templates as gallery } from "../../texts/gallery/en.ts";
import { templates as requests } from "../../texts/requests/en.ts";

/** The element's English texts, with those of what it shows. */
export const templates = { ...campaigns, ...gallery, ...requests };
