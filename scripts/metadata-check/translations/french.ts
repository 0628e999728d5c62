/** U+00A0 or U+202F: what keeps « and » with their word. */
const NO_BREAK = '[\\u00a0\\u202f]';

const RULES: readonly { readonly pattern: RegExp; readonly fault: string }[] = [
    { pattern: /'/, fault: 'a straight apostrophe; write ’' },
    { pattern: /"/, fault: 'straight quotes; write « and »' },
    { pattern: /\.\.\./, fault: 'three dots; write …' },
    { pattern: new RegExp(`«(?!${NO_BREAK})`, 'u'), fault: '« without a no-break space after it' },
    { pattern: new RegExp(`(?<!${NO_BREAK})»`, 'u'), fault: '» without a no-break space before it' },
    { pattern: / [:;?!%]/, fault: 'an ordinary space before a sign; write a no-break space, or none before ; ? !' },
    { pattern: /\p{L}:(?=\s|$)/u, fault: 'a colon without a no-break space before it' },
    { pattern: / {2}/, fault: 'two spaces' }
];

/** What is wrong with the typography of a French text, as printers in Québec set it; empty when all is well. */
export function frenchFaults(text: string): string[] {
    // What is put in at run time is no part of the text: {0}, {!$Label.X}.
    const plain = text.replaceAll(/\{[^}]*\}/g, '0');
    return RULES.filter((rule) => rule.pattern.test(plain)).map((rule) => rule.fault);
}
