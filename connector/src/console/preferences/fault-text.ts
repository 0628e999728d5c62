import type { Fault } from '../../application/preferences/model.ts';
import type { Entry } from '../../domain/preferences/kinds.ts';
import { say } from '../../locales/bind.ts';
import { wordsOfPreference } from '../../locales/preference-words.ts';
import type { Words } from '../../locales/catalogue.ts';
import { controlOf } from './controls/controls.ts';
import { ON_PAGE } from './preferences-form.ts';

/** What to say beside a field; `undefined`: nothing is wrong with it. */
export type FaultAt = (name: string) => string | undefined;

/** The fault of a field, or of something inside it. */
export function faultsAt(faults: readonly Fault[], words: Words): FaultAt {
    return (name) => {
        const fault = faults.find(({ at }) => at === name || at.startsWith(`${name}.`));
        return fault && faultText(fault, words);
    };
}

export function faultText(fault: Fault, { preferences }: Words): string {
    const { at, why, seen } = fault;
    const ofValue = wordsOfPreference(preferences, keyOf(at)).fault ?? preferences.fault;
    switch (why) {
        case 'inactive':
            return preferences.form.inactive({ name: seen });
        case 'no-closed':
            return preferences.form.noClosed({ statuses: seen });
        case 'no-record':
            return preferences.form.noRecord({ id: seen });
        case 'no-field':
            return preferences.form.noField({ field: seen });
        case 'incomplete':
            return entryOf(fault)?.kind === 'contact-filter' ? say(ofValue, { seen }) : preferences.form.incomplete;
        default:
            return say(ofValue, { seen });
    }
}

/** The field that a fault stands beside: the anchor of the list at the top of the page. */
export function anchorOf(fault: Fault): string {
    const entry = entryOf(fault);
    return (entry && controlOf(entry).anchor?.(keyOf(fault.at))) ?? `field-${fault.at}`;
}

function entryOf({ at }: Fault): Entry | undefined {
    return Object.hasOwn(ON_PAGE, keyOf(at)) ? ON_PAGE[keyOf(at)] : undefined;
}

function keyOf(at: string): string {
    return at.split('.')[0] ?? '';
}
