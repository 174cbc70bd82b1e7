export { Articles } from "./articles.ts";
export { topicName } from "./words.ts";
