export type Language = 'fr' | 'en';

/** `{seen}` in a text stands for what was seen. */
export interface CatalogueEntry {
    readonly en: { readonly sentence: string; readonly action: string };
    readonly fr: { readonly sentence: string; readonly action: string };
}
