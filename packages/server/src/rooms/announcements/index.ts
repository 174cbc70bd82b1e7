export { type AnnouncementParts, type Announcements, createAnnouncements } from "./announcements.ts";
export { announcementTexts } from "./texts.ts";
