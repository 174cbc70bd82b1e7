import { msg } from "@lit/localize";
import type { Advice } from "@veche/protocol/picture-look";

/** What could still be better, and how. */
export function adviceText(advice: Advice): string {
  switch (advice) {
    case "dark":
      return msg("Снимок тёмный. Лучше снять у окна или под лампой.");
    case "blurred":
      return msg("Снимок выглядит нерезким. Протрите объектив и снимите ещё раз, не двигая телефон.");
    case "screenshot":
      return msg("Похоже на снимок экрана. Лучше отправить фото самой работы или файл со сканера.");
    case "small":
      return msg("Снимок небольшой: на выставке он будет хуже виден. Лучше отправить оригинал с камеры.");
    default:
      return advice satisfies never;
  }
}
