import { msg, str } from "@lit/localize";
import type { Unfit } from "./drawing.ts";

/** Why a picked file is not taken, and which would be. */
export function unfitText(unfit: Unfit, maxMb: number): string {
  return unfit === "too_large"
    ? msg(str`Файл больше ${maxMb} МБ. Выберите файл поменьше или сфотографируйте работу заново.`)
    : msg("Такой файл мы не откроем. Подойдёт фото или скан: JPEG, PNG, WebP или HEIC.");
}
