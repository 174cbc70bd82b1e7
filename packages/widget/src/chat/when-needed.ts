/**
 * A part of the panel that few need: its code is fetched when it is first shown.
 *
 * @returns gives the part, or nothing and calls back once it is here
 */
export function whenNeeded<Part>(load: () => Promise<Part>): (arrived: () => void) => Part | undefined {
  let part: Part | undefined;
  return (arrived) => {
    if (!part) {
      load().then(
        (loaded) => {
          part = loaded;
          arrived();
        },
        // Without a network it is asked for again at the next showing.
        () => {},
      );
    }
    return part;
  };
}
