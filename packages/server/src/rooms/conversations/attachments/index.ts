export { createAttachments, type Attachments } from "./attachments.ts";
