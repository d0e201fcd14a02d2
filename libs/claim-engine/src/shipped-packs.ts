/** The packs that come with the product. The engine reads no files: a caller reads the address. */
export const SHIPPED_PACKS = [
  'yangcheng-2022',
  'jianxi-2019',
  'yuxi-2022',
  'linfen-2022',
  'template-2024',
] as const;

export const shippedPackUrl = (id: string): URL => new URL(`../packs/${id}.json`, import.meta.url);
