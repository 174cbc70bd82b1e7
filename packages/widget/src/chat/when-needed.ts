/**
 * A part of the panel that not everyone needs: its code is fetched when it is first shown.
 *
 * @returns gives the part, or nothing and calls back once it is here
 */
export function whenNeeded<Part>(load: () => Promise<Part>): (arrived: () => void) => Part | undefined {
  let part: Part | undefined;
  let loading: Promise<void> | undefined;
  return (arrived) => {
    if (part) return part;
    loading ??= load().then(
      (loaded) => void (part = loaded),
      // Without a network it is asked for again at the next showing.
      () => void (loading = undefined),
    );
    void loading.then(() => part && arrived());
    return undefined;
  };
}
