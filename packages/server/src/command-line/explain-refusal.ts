import type { Refusal } from "@veche/protocol";
import { campaignTexts } from "../rooms/campaigns/index.ts";
import { knowledgeTexts } from "../rooms/knowledge/index.ts";
import { staffTexts } from "../rooms/staff/index.ts";
import { sheetTexts } from "../sheets/index.ts";
import { createTexts, explain } from "../texts.ts";

/** A refusal in English, with the field that it is about. */
export function explainRefusal({ code, details }: Refusal): string[] {
  const say = createTexts({
    campaigns: campaignTexts,
    knowledge: knowledgeTexts,
    staff: staffTexts,
    sheets: sheetTexts,
  });
  const sentence = explain(say, "en", code, details);
  return [details.field ? `${details.field}: ${sentence}` : sentence];
}
