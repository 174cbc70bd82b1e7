import type { CSSResult } from "lit";

/** A part of the panel that comes later, with the styles that only it needs. */
export interface Part {
  readonly styles?: readonly CSSResult[];
}

/** The panel in which a part is shown. */
export interface Wearer {
  /** Shows the state anew. */
  show(): void;
  /** Adds styles to the panel's own, once. */
  dress(styles: readonly CSSResult[]): void;
}

/**
 * A part of the panel that not everyone needs: its code is fetched when it is first shown.
 *
 * @returns gives the part, or nothing and shows the panel anew once it is here; without a panel it only fetches
 */
export function whenNeeded<Needed extends Part>(
  load: () => Promise<Needed>,
): (wearer?: Wearer) => Needed | undefined {
  let part: Needed | undefined;
  let loading: Promise<void> | undefined;
  return (wearer) => {
    if (part) {
      if (part.styles) wearer?.dress(part.styles);
      return part;
    }
    loading ??= load().then(
      (loaded) => void (part = loaded),
      // Without a network it is asked for again at the next showing.
      () => void (loading = undefined),
    );
    void loading.then(() => part && wearer?.show());
    return undefined;
  };
}
