import { msg } from "@lit/localize";
import type { QueueItem } from "@veche/protocol";
import { html, nothing } from "lit";
import { dayAndMinute, lasting } from "../../parts/moments.ts";
import type { Section } from "./queue.ts";
import { channelName, type Departments, standingName } from "./words.ts";

const LONG_WAIT_MS = 5 * 60_000;

/** What a line of the list says of a conversation, most pressing first. */
export function renderFacts(item: QueueItem, section: Section, departments: Departments, now: Date) {
  const since = section === "waiting" ? (item.waitingSince ?? item.updatedAt) : item.updatedAt;
  const long = section === "waiting" && now.getTime() - new Date(since).getTime() > LONG_WAIT_MS;
  return html`${item.priority === 2 ? html`<span class="tag error">${msg("Срочно")}</span>` : nothing}
    <span class=${long ? "long" : ""}>${lasting(since, now)}</span>
    ${
      item.holdUntil
        ? html`<span class="tag">${msg("до")} ${dayAndMinute(item.holdUntil)}</span>`
        : item.standing && item.standing !== "hold"
          ? html`<span class="tag">${standingName(item.standing)}</span>`
          : nothing
    }
    ${item.channel === "site" ? nothing : html`<span>${channelName(item.channel)}</span>`}
    ${item.locale === "ru" ? nothing : html`<span class="tag">${item.locale.toUpperCase()}</span>`}
    ${item.department ? html`<span class="tag">${departments.get(item.department) ?? item.department}</span>` : nothing}
    ${section === "others" ? html`<span>${item.operator?.name}</span>` : nothing}`;
}
