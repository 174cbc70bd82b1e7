import { msg } from "@lit/localize";
import { css, html } from "lit";
import { COLOURS, LETTERS, spokenLocale, type LowVision } from "@veche/ui";

export const styles = [
  css`
    .drawer > * + * {
      margin-block-start: 8px;
    }
    legend {
      padding: 0 0 4px;
      font-weight: 600;
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
    }
    .choice {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      min-block-size: var(--_touch);
      cursor: pointer;
    }
    .choice input {
      flex: none;
      inline-size: 1.25em;
      block-size: 1.25em;
      accent-color: var(--_accent);
    }
  `,
];

const colourNames = {
  usual: () => msg("Обычные"),
  "black-on-white": () => msg("Чёрным по белому"),
  "white-on-black": () => msg("Белым по чёрному"),
  "blue-on-blue": () => msg("Тёмно-синим по голубому"),
};

/** Letter size, colours and pictures, kept on the device. */
export function lowVisionSettings(sight: LowVision, choose: (sight: LowVision) => void) {
  return html`<fieldset>
      <legend>${msg("Размер букв")}</legend>
      <div class="choices">
        ${LETTERS.map((letters) =>
          radio(
            "letters",
            `×${Number(letters).toLocaleString(spokenLocale())}`,
            sight.letters === letters,
            () => choose({ ...sight, letters }),
          ),
        )}
      </div>
    </fieldset>
    <fieldset>
      <legend>${msg("Цвета")}</legend>
      <div class="choices">
        ${COLOURS.map((colours) =>
          radio("colours", colourNames[colours](), sight.colours === colours, () =>
            choose({ ...sight, colours }),
          ),
        )}
      </div>
    </fieldset>
    <label class="choice"
      ><input
        type="checkbox"
        .checked=${!sight.pictures}
        @change=${() => choose({ ...sight, pictures: !sight.pictures })}
      /><span>${msg("Без картинок")}</span></label
    >`;
}

function radio(name: string, title: string, checked: boolean, choose: () => void) {
  return html`<label class="choice"
    ><input type="radio" name=${name} .checked=${checked} @change=${choose} /><span>${title}</span></label
  >`;
}
