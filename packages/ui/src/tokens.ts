import { css } from "lit";

/**
 * Every colour and measure of the residents' elements.
 *
 * A page sets `--veche-accent`, `--veche-radius` and `--veche-font`; everything that begins with `--_` is derived
 * from them and private. Light and dark follow `prefers-color-scheme` unless the element carries
 * `data-theme="light"` or `"dark"`; the low-vision settings are the attributes `data-letters` and `data-colours`.
 */
export const tokens = css`
  :host {
    color-scheme: light dark;
    --_font: var(
      --veche-font,
      "Golos Text",
      system-ui,
      -apple-system,
      "Segoe UI",
      Roboto,
      "Noto Sans",
      sans-serif
    );
    --_radius: var(--veche-radius, 12px);
    --_radius-bubble: calc(var(--_radius) + 4px);
    --_radius-small: calc(var(--_radius) * 0.66);
    --_shadow: 0 8px 32px rgb(0 0 0 / 0.18);
    --_touch: 44px;
    --_accent: light-dark(#14599c, #7db7f5);
    --_on-accent: light-dark(#fff, #000);
    --_accent-hover: light-dark(#0d4880, #97c6f8);
    --_accent-soft: light-dark(#e6f0fa, #17293c);
    --_on-accent-soft: light-dark(#0b3a68, #cfe4fb);
    --_link: light-dark(#0e4c88, #8ec1f8);
    --_surface: light-dark(#fff, #15181c);
    --_surface-2: light-dark(#f4f6f8, #1f242a);
    --_text: light-dark(#181c20, #f0f2f5);
    --_text-2: light-dark(#535b64, #adb6c0);
    --_line: light-dark(#d5dae0, #3a424c);
    --_line-strong: light-dark(#767f89, #8a949f);
    --_focus: light-dark(#0e4c88, #8ec1f8);
    --_danger: light-dark(#ab1f1f, #ffa19a);
    --_danger-soft: light-dark(#fdecea, #3d1b1a);
    --_warning: light-dark(#704600, #f5c26b);
    --_warning-soft: light-dark(#fff4dd, #35280f);
    --_success: light-dark(#1a6334, #83d69e);
    --_success-soft: light-dark(#e6f5ea, #14301d);
  }
  /* Lightness is what decides contrast: it is fixed here, so that any accent stays at or above 4.5 to 1. */
  @supports (color: oklch(from red l c h)) {
    :host {
      --_seed: var(--veche-accent, var(--_city-accent, #14599c));
      --_accent: light-dark(
        oklch(from var(--_seed) min(l, 0.5) c h),
        oklch(from var(--_seed) clamp(0.74, l, 0.85) min(c, 0.13) h)
      );
      --_accent-hover: light-dark(
        oklch(from var(--_accent) calc(l - 0.07) c h),
        oklch(from var(--_accent) calc(l + 0.06) c h)
      );
      --_accent-soft: light-dark(
        oklch(from var(--_seed) 0.955 min(c, 0.022) h),
        oklch(from var(--_seed) 0.28 min(c, 0.045) h)
      );
      --_on-accent-soft: light-dark(
        oklch(from var(--_seed) 0.32 min(c, 0.1) h),
        oklch(from var(--_seed) 0.91 min(c, 0.05) h)
      );
      --_link: light-dark(
        oklch(from var(--_seed) min(l, 0.45) c h),
        oklch(from var(--_seed) 0.8 min(c, 0.1) h)
      );
      --_focus: var(--_link);
      --_surface: light-dark(#fff, oklch(from var(--_seed) 0.205 min(c, 0.012) h));
      --_surface-2: light-dark(
        oklch(from var(--_seed) 0.97 min(c, 0.006) h),
        oklch(from var(--_seed) 0.26 min(c, 0.014) h)
      );
    }
  }
  :host([data-theme="light"]) {
    color-scheme: light;
  }
  :host([data-theme="dark"]) {
    color-scheme: dark;
  }
  :host([data-letters="1.5"]) {
    --_letters: 1.5;
  }
  :host([data-letters="2"]) {
    --_letters: 2;
  }
  :host([data-colours]) {
    --_accent: var(--_ink);
    --_accent-hover: var(--_ink);
    --_on-accent: var(--_paper);
    --_accent-soft: var(--_paper);
    --_on-accent-soft: var(--_ink);
    --_link: var(--_ink);
    --_focus: var(--_ink);
    --_surface: var(--_paper);
    --_surface-2: var(--_paper);
    --_text: var(--_ink);
    --_text-2: var(--_ink);
    --_line: var(--_ink);
    --_line-strong: var(--_ink);
    --_danger: var(--_ink);
    --_danger-soft: var(--_paper);
    --_warning: var(--_ink);
    --_warning-soft: var(--_paper);
    --_success: var(--_ink);
    --_success-soft: var(--_paper);
  }
  :host([data-colours="black-on-white"]) {
    color-scheme: light;
    --_ink: #000;
    --_paper: #fff;
  }
  :host([data-colours="white-on-black"]) {
    color-scheme: dark;
    --_ink: #fff;
    --_paper: #000;
  }
  :host([data-colours="blue-on-blue"]) {
    color-scheme: light;
    --_ink: #063462;
    --_paper: #9dd1ff;
  }
`;
