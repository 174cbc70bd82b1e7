export { createAnnouncements } from "./announcements.ts";
export { announcementTexts } from "./texts.ts";
