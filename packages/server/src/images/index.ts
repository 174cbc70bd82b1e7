export { createImages, type Images, type ImagesParts } from "./images.ts";
export type { PictureLook, PictureWishes, ProcessedImage, Variant } from "./make-picture.ts";
export { hammingDistance } from "./similarity.ts";
export { imagesTexts } from "./texts.ts";
