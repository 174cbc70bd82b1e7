export { createAttachments } from "./attachments.ts";
