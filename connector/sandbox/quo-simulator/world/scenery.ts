import type { Scenery } from '../events/event.ts';
import { contactsWithNumber, type World } from './world.ts';

/** Quo's contacts, numbers and addresses, as the payloads need them. */
export function createScenery(world: World, urls: Pick<Scenery, 'recordingUrl' | 'mediaUrl'>): Scenery {
    const { inboxes, users, organization } = world.workspace;
    return {
        orgId: organization.id,
        contactIds: (numbers) => contactsWithNumber(world, numbers).map((contact) => contact.id),
        ownNumbers: new Set(Object.values(inboxes).map((inbox) => inbox.number)),
        inboxOwner(phoneNumberId) {
            const inbox = Object.values(inboxes).find((one) => one.id === phoneNumberId);
            return users[inbox?.users[0] ?? '']?.id ?? world.workspace.sona;
        },
        ...urls
    };
}
