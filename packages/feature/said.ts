/** The same words in both languages, side by side: where one is missing it does not compile. */
export type Said = { readonly nl: string; readonly en: string };
