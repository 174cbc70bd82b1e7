export { Insights } from "./insights.ts";
