import { css, html } from "lit";
import { live } from "lit/directives/live.js";

/** One thing that is so or not, with its words beside it; `disabled` where it cannot be. */
export const renderCheck = (
  label: string,
  checked: boolean,
  change: (on: boolean) => void,
  disabled = false,
) =>
  html`<label class="check">
    <input
      type="checkbox"
      .checked=${live(checked)}
      ?disabled=${disabled}
      @change=${({ target }: Event) => target instanceof HTMLInputElement && change(target.checked)}
    />
    <span>${label}</span>
  </label>`;

export const checkStyles = css`
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 36px;
    padding: 4px 0;
    cursor: pointer;
  }
  .check:has(:disabled) {
    color: var(--lumo-secondary-text-color);
    cursor: default;
  }
  .check input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 2px;
    accent-color: var(--lumo-primary-color);
  }
`;
