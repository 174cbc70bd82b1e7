export { createImages, type Images, type ImagesParts } from "./images.ts";
export type { PictureLook, PictureWishes, ProcessedImage, Variant } from "./make-picture.ts";
export * from "./same-work/index.ts";
export { imagesTexts } from "./texts.ts";
