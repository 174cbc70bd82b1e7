export { Articles } from "./articles.ts";
