export { createInsights } from "./insights.ts";
export type { InsightsParts } from "./insights.ts";
export { insightsTexts } from "./texts.ts";
