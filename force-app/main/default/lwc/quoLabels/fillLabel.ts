import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';

/**
 * The texts of one label for the plural categories of the package's languages. French has a form of its own for whole
 * millions (`many`: "1 000 000 de messages"); languages that the package is not translated to show the English texts.
 */
export interface PluralLabel {
    readonly one: string;
    readonly many: string;
    readonly other: string;
}

const plurals = new Intl.PluralRules(LANGUAGE);
const numbers = new Intl.NumberFormat(LOCALE);

/** Fills `{0}`, `{1}`… of a label. Numbers are written as the user's locale writes them; missing values stay visible. */
export function fillLabel(label: string, ...values: readonly (string | number)[]): string {
    return label.replace(/\{(\d)\}/g, (placeholder, index: string) => {
        const value = values[Number(index)] ?? placeholder;
        return typeof value === 'number' ? numbers.format(value) : value;
    });
}

/**
 * Fills the text that the user's language wants for a number: "0 activité" in French, "0 activities" in English.
 *
 * @param number decides the form, and is `{0}`
 * @param values `{1}` and what follows
 */
export function fillPlural(label: PluralLabel, number: number, ...values: readonly (string | number)[]): string {
    const category = plurals.select(number);
    const text = category === 'one' || category === 'many' ? label[category] : label.other;
    return fillLabel(text, number, ...values);
}
