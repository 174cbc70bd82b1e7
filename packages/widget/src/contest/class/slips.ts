import type { Campaign, ConsentDocument } from "@veche/protocol";
import { markdown } from "@veche/ui/markdown/render.ts";
import { msg, str } from "@lit/localize";
import { html, nothing, render, svg } from "lit";
import { encode } from "uqr";
import { ageIn } from "../../campaigns/age-groups.ts";
import { inLanguage } from "../../campaigns/campaign-texts.ts";
import { agreesToo } from "../agreement.ts";
import { privateLink } from "../private-link.ts";
import type { ClassWork, Teacher } from "./class-work.ts";

interface Slips {
  readonly works: readonly ClassWork[];
  readonly campaign: Campaign;
  readonly teacher: Teacher;
  readonly locale: string;
}

const PAPER = `
  @page { size: A4; margin: 14mm }
  body { margin: 0; font: 10.5pt/1.35 system-ui, sans-serif; color: #000; background: #fff }
  .slip { break-after: page }
  .slip:last-child { break-after: auto }
  header { display: flex; gap: 8mm; justify-content: space-between }
  h1 { margin: 0 0 2mm; font-size: 14pt; line-height: 1.2 }
  h2 { margin: 3mm 0 1mm; font-size: 11pt }
  p { margin: 0 0 1.5mm }
  .number { font-size: 16pt; font-weight: 700; white-space: nowrap }
  .qr { flex: none; inline-size: 34mm; text-align: center; font-size: 8.5pt; line-height: 1.2 }
  .qr svg { display: block; inline-size: 30mm; margin: 0 auto 1mm }
  .consent { display: flex; gap: 3mm; break-inside: avoid; margin-block-end: 2mm }
  .box { flex: none; inline-size: 5mm; block-size: 5mm; border: .4mm solid #000 }
  .text { font-size: 8.5pt; line-height: 1.25 }
  .text > * { margin: 0 0 1mm }
  .lines { display: grid; gap: 5mm; margin-block-start: 5mm }
  .line { display: flex; gap: 2mm; align-items: end }
  .line i { flex: 1; border-block-end: .3mm solid #000 }
`;

/** Prints a page a child: the work, the consents to tick and sign, and a code for doing the same by phone. */
export function printSlips(slips: Slips): void {
  const frame = document.createElement("iframe");
  frame.ariaHidden = "true";
  frame.tabIndex = -1;
  frame.className = "veche-slips";
  frame.style.cssText = "position:fixed;inline-size:0;block-size:0;border:0";
  document.body.append(frame);
  const { contentDocument: paper, contentWindow: printer } = frame;
  if (!paper || !printer) return frame.remove();
  paper.title = inLanguage(slips.campaign.title, slips.locale);
  paper.documentElement.lang = slips.locale;
  // A sheet belongs to the window that made it.
  const looks = new (printer as Window & typeof globalThis).CSSStyleSheet();
  looks.replaceSync(PAPER);
  paper.adoptedStyleSheets = [looks];
  render(html`${slips.works.map((work) => slip(work, slips))}`, paper.body);
  printer.addEventListener("afterprint", () => frame.remove());
  printer.print();
}

function slip({ values, received }: ClassWork, { campaign, teacher, locale }: Slips) {
  if (!received) return nothing;
  const link = privateLink(location.href, received);
  const { authorFirstName, authorAge, title } = values;
  return html`<section class="slip">
    <header>
      <div>
        <h1>${inLanguage(campaign.title, locale)}</h1>
        <p class="number">№ ${received.number} · ${received.code}</p>
        <p>${authorFirstName}, ${authorAge} · ${teacher.className}, ${teacher.institution}</p>
        <p>${msg(str`Работа «${title}». Педагог: ${teacher.teacher}`)}</p>
        <p>
          ${msg("Чтобы работа участвовала, нужно согласие родителя или другого законного представителя. Отметьте и подпишите этот листок и верните его педагогу. Или наведите камеру телефона на код: там можно согласиться, узнать решение и забрать работу.")}
        </p>
      </div>
      <div class="qr">${qr(link)} ${msg("С телефона. Не показывайте код другим.")}</div>
    </header>
    ${campaign.consents.map(consentOnPaper)}
    <div class="lines">
      ${line(msg("Фамилия ребёнка"))} ${line(msg("Имя и фамилия родителя"))} ${line(msg("Телефон или почта"))}
      <div class="line">${msg("Дата")} <i></i> ${msg("Подпись родителя")} <i></i></div>
      ${agreesToo(ageIn(authorAge)) ? line(msg("Подпись автора (с 14 лет)")) : nothing}
    </div>
  </section>`;
}

/** In the words that are agreed to, whatever language the page is in. */
function consentOnPaper({ title, text, required }: ConsentDocument) {
  return html`<div class="consent">
    <div class="box"></div>
    <div>
      <h2 lang="ru">${title}${required ? html` <small>(${msg("без него нельзя")})</small>` : nothing}</h2>
      <div class="text" lang="ru">${markdown(text, 3)}</div>
    </div>
  </div>`;
}

const line = (label: string) => html`<div class="line">${label} <i></i></div>`;

function qr(text: string) {
  const { data, size } = encode(text, { ecc: "M", border: 1 });
  const dark = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return html`<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true">
    ${svg`<path d=${dark} fill="#000"></path>`}
  </svg>`;
}
