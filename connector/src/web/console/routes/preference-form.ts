import type { Saving } from '../../../pipeline/ports/console-choose.ts';
import type { Form } from '../../doors/forms.ts';

const SWITCHES = [
    'logCalls',
    'logMessages',
    'recordings',
    'summaries',
    'transcripts',
    'sona',
    'internalCalls'
] as const;
const TEXTS = [
    'language',
    'timeZone',
    'defaultRegion',
    'unknownCallers',
    'leadSource',
    'opportunities',
    'fallbackOwner',
    'syncContacts',
    'contactOwnerField'
] as const;
const NUMBERS = ['directoryRefreshSeconds', 'apiBudget'] as const;
const OWNER = 'inboxOwner-';

/**
 * What the page of preferences was filled in with; nothing of it is trusted yet. An empty field means the default.
 *
 * @throws {SyntaxError} when the field for JSON holds none
 */
export function readPreferenceForm(form: Form, inboxIds: readonly string[]): Saving {
    const filled = <K extends string>(names: readonly K[]): Record<string, string> =>
        pairs(names.map((name) => [name, form.text(name)]));
    const numbers = Object.entries(filled(NUMBERS)).map(([name, value]): [string, number] => [name, Number(value)]);
    const more = form.text('more');
    const preferences = {
        ...filled(TEXTS),
        ...Object.fromEntries(numbers),
        ...Object.fromEntries(SWITCHES.map((name) => [name, form.has(name)])),
        inboxes: form.has('all-inboxes') ? 'all' : form.all('inboxes'),
        ignoredNumbers: form
            .text('ignoredNumbers')
            .split(/[\n,;]+/)
            .map((line) => line.replaceAll(/[\s().-]/g, ''))
            .filter((line) => line !== ''),
        inboxOwners: pairs(inboxIds.map((id) => [id, form.text(OWNER + id)])),
        ...(more === '' ? {} : (JSON.parse(more) as object))
    };
    const retention = form.text('retentionDays');
    return {
        preferences,
        recordingsNeedSignIn: form.has('recordingsNeedSignIn'),
        ...(retention !== '' && { retentionDays: Number(retention) })
    };
}

/** Empty fields are left out. */
function pairs(fields: readonly (readonly [string, string])[]): Record<string, string> {
    return Object.fromEntries(fields.filter(([, value]) => value !== ''));
}
