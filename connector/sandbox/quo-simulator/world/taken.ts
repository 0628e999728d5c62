import type { Sandbox } from '../sandbox.ts';
import type { Contact } from './records.ts';

/** Whether another contact has this id of this source: the dated surface documents that there is never a second. */
export function isTaken(
    { world, settings }: Sandbox,
    wanted: Pick<Contact, 'externalId' | 'source'>,
    except?: Contact
): boolean {
    if (wanted.externalId === null || settings.takesDoubles) return false;
    return [...world.contacts.values()].some(
        (one) => one.id !== except?.id && one.externalId === wanted.externalId && one.source === wanted.source
    );
}
