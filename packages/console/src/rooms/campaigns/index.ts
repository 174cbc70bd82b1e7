import "./campaign-choice.ts";

export { allEntries } from "./all-entries.ts";
export { renderContact } from "./contact.ts";
export { renderPicture } from "./picture.ts";
export { ageGroupName, entriesIn, inLanguage, likeliest, publicName, type StaffCampaign } from "./words.ts";
