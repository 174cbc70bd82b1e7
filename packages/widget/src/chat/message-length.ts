/** Characters, an emoji counted once. @source the public contract, `message:send` */
export const MESSAGE_MAX_CHARACTERS = 4000;
/** From here on the writer is told how many there are. */
export const COUNTED_FROM = 3700;

export const charactersIn = (text: string): number => [...text].length;
