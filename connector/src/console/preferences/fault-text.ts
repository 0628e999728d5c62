import type { Fault } from '../../application/preferences/model.ts';
import type { Words } from '../../locales/catalogue.ts';

/** What to say beside a field; `undefined`: nothing is wrong with it. */
export type FaultAt = (name: string) => string | undefined;

/** The fault of a field, or of something inside it. */
export function faultsAt(faults: readonly Fault[], { forms }: Words): FaultAt {
    return (name) => {
        const fault = faults.find(({ at }) => at === name || at.startsWith(`${name}.`));
        return fault && faultText(fault, forms);
    };
}

export function faultText({ at, why, seen }: Fault, { wrong, ...says }: Words['forms']): string {
    const [key = ''] = at.split('.');
    const sentences: Readonly<Record<string, string | ((values: { readonly seen: string }) => string)>> = wrong;
    const sentence = Object.hasOwn(sentences, key) ? sentences[key] : undefined;
    switch (why) {
        case 'inactive':
            return says.inactive({ name: seen });
        case 'no-field':
            return says.noField({ field: seen });
        case 'incomplete':
            return key === 'contactFilter' ? wrong.contactFilter : says.incomplete;
        default:
            return typeof sentence === 'string' ? sentence : (sentence ?? wrong.other)({ seen });
    }
}

/** The field that a fault stands beside: the anchor of the list at the top of the page. */
export function anchorOf({ at }: Fault): string {
    const [key = ''] = at.split('.');
    if (key === 'contactFilter' || key === 'phoneFields') return `group-${key}`;
    if (key === 'inboxes') return 'group-inboxes';
    return key === 'ignoredNumbers' ? 'field-ignoredNumbers' : `field-${at}`;
}
